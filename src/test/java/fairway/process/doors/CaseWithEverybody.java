package fairway.process.doors;

import static fairway.support.Submissions.form;
import static fairway.support.Submissions.row;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fairway.correspondence.Deliveries;
import fairway.correspondence.Dispatch;
import fairway.correspondence.Recipient;
import fairway.onetoone.LineProcess;
import fairway.onetoone.LinesInTests;
import fairway.process.stage1.Stage1Story;
import fairway.staff.Line;
import fairway.staff.Lines;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.MailBox;
import fairway.support.TestClock;
import fairway.support.World;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A case with letters, referral and plan in which everybody of {@link Who} has their place, beside one of another division. */
final class CaseWithEverybody implements AutoCloseable {

    /** What somebody wrote or is called in the case, and nowhere else. */
    static final List<String> TEXTS = List.of("Daily chart checks have repeatedly", "Told me of a bad back", "A later start", "Handover overruns", "Struggles with early starts", "Fit for the ward");
    static final List<String> NAMES = List.of("Chowdhury");
    static final String SPARE_USER = "walls.spare";
    static final String SPARE_GROUP = "walls-spare";
    private static final String OTHER = "PC-2026-000900";
    private static final List<String> ROLES = List.of("manager", "hr", "process-owner", "operations", "camunda-admin");

    /** When the cases are looked at. */
    static final LocalDateTime NOW = Stage1Story.MEETING_DAY.atTime(12, 0);

    private final ApplicationContext context;
    private final ProcessEngine engine;
    private final JdbcTemplate jdbc;
    private final Doors doors;
    private final Engine drive;
    private final Map<String, String> values = new HashMap<>();
    private String number;

    CaseWithEverybody(ApplicationContext context) {
        this.context = context;
        this.engine = context.getBean(ProcessEngine.class);
        this.jdbc = context.getBean(JdbcTemplate.class);
        this.doors = context.getBean(Doors.class);
        this.drive = context.getBean(Engine.class);
    }

    /** The people, and the other case, at {@link #NOW}. */
    void withoutIt() {
        signIn(Who.COLLEAGUE.user(), ROLES);
        signIn(Who.BELOW.user(), ROLES);
        signIn(Who.DECLARED.user(), ROLES);
        signIn(SPARE_USER, List.of(SPARE_GROUP));
        jdbc.update("update staff_member set user_id = ?, hr_divisions = '*' where staff_number = ?", Who.COLLEAGUE.user(), Stage1Story.COLLEAGUE);
        jdbc.update("update staff_member set user_id = ?, hr_divisions = '*', manager_staff_number = ? where staff_number = '10006'", Who.BELOW.user(), Stage1Story.COLLEAGUE);
        jdbc.update("update staff_member set user_id = ?, hr_divisions = '*' where user_id = 'hr4'", Who.DECLARED.user());
        jdbc.update("update staff_member set hr_divisions = 'Urgent Care' where user_id = ?", Who.ADVISER.user());
        Authorization spare = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        spare.setUserId(SPARE_USER);
        spare.setResource(Resources.APPLICATION);
        spare.setResourceId("x");
        values.put("spare", engine.getAuthorizationService().saveAuthorization(spare).getId());
        otherCase();
        TestClock.set(NOW);
        drive.runDue();
        values.put("nothing", "00000000-0000-0000-0000-000000000000");
        for (String key : List.of("performanceCase", "delivery")) {
            values.put("definition " + key, engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult().getId());
        }
        values.put("definition evidenceGate", engine.getRepositoryService().createDecisionDefinitionQuery().decisionDefinitionKey("evidenceGate").latestVersion().singleResult().getId());
        values.put("key", context.getBean(World.class).lineOf(Stage1Story.COLLEAGUE));
    }

    private void otherCase() {
        String colleague = jdbc.queryForObject("select min(staff_number) from staff_member where manager_staff_number = '10052'", String.class);
        jdbc.update("insert into performance_case (number, version, colleague, division, opened_on, opened_by, concern_kind, description, standard, manager, stage) "
                + "values (?, 0, ?, 'Surgery', date '2026-10-01', 'manager3', 'quality', 'Of the other case', 's', '10052', 'courseOfAction')", OTHER, colleague);
        jdbc.update("insert into performance_case_manager (case_number, staff_number, from_day) values (?, '10052', date '2026-10-01')", OTHER);
        engine.getRuntimeService().createProcessInstanceByKey("performanceCase").businessKey(OTHER).startBeforeActivity("userTask_selectEvidence")
                .startBeforeActivity("userTask_confirmCourseOfAction").execute();
        undeliverable(OTHER);
    }

    /** A delivery that operations have to see to, with an incident. */
    private ProcessInstance undeliverable(String number) {
        long delivery = context.getBean(Deliveries.class).send(new Dispatch(number, "notice", "walls", new Recipient(null, "Somebody", "somebody@trust.example"), List.of(), "A notice",
                "Dear Somebody", List.of(), false, Stage1Story.OTHER_MANAGER));
        ProcessInstance instance = engine.getRuntimeService().createProcessInstanceByKey("delivery").businessKey(number).startBeforeActivity("userTask_resolveDelivery")
                .setVariable("delivery", String.valueOf(delivery)).execute();
        values.put("incident", engine.getRuntimeService().createIncident("test", instance.getId(), "7").getId());
        return instance;
    }

    /** Puts the case beside it, up to the letter, with everybody where they belong but the manager, the adviser and the deputy, who come by {@link #handOver}. */
    void withIt() {
        TestClock.set(TestClock.START);
        Stage1Story story = new Stage1Story(context);
        number = story.held(false, record -> record.with("contributoryFactors", "disclosed").with("healthNote", "Told me of a bad back").with("adjustments", "agreed")
                .with("adjustmentItems", List.of(row("what", "A later start", "arrangedBy", "10027", "by", Stage1Story.MEETING_DAY.plusDays(7), "inLetter", false))));
        drive.complete("agreeImprovementPlan", number, story.plan().with("reviewer", "10027").json());
        drive.complete("approveOutcomeLetter", number, form().with("discussion", "We met about the chart checks.").json());
        act("referToOccupationalHealth", Who.FORMER_MANAGER, form());
        drive.complete("completeReferral", number, form().with("reason", "Struggles with early starts").with("questions", "What would help?").with("shared", List.of())
                .with("seenByColleague", true).with("consent", "given").json());
        drive.complete("recordOccupationalHealthAdvice", number, form().with("state", "adviceReceived").with("fitness", "Fit for the ward").json());
        drive.runDue();
        act("declareConflict", Who.DIVISION_HR, form().with("user", Who.DECLARED.user()).with("why", "A friend"));
        ProcessInstance undeliverable = undeliverable(number);
        values.put("instance", undeliverable.getId());
        values.put("job", engine.getManagementService().createJobQuery().list().stream()
                .filter(job -> number.equals(businessKey(job.getProcessInstanceId()))).findFirst().orElseThrow().getId());
        values.put("number", number);
        values.put("token", MailBox.received(Stage1Story.COLLEAGUE_MAIL).stream().flatMap(mail -> mail.token().stream()).reduce((first, last) -> last).orElseThrow());
        values.put("delivery", jdbc.queryForObject("select id::text from delivery where kind = 'outcomeLetter'", String.class));
        values.put("letter", jdbc.queryForObject("select document_id::text from delivery_document where delivery_id = ? and position = 0", String.class, Long.valueOf(value("delivery"))));
        values.put("note", noteSent());
        values.put("task", engine.getTaskService().createTaskQuery().processInstanceId(undeliverable.getId()).singleResult().getId());
    }

    /** A note of the line that was sent; the line is still the former manager's. */
    private String noteSent() {
        long note = jdbc.queryForObject("insert into note (line_id, colleague, manager, held_on, recorded_at, earlier, text, wellbeing_discussed) "
                + "select id, colleague_staff_number, manager_staff_number, date '2026-10-05', timestamp '2026-10-05 15:00', true, 'As sent then.', true from line where id = ? returning id", Long.class,
                Line.idOf(value("key")));
        long delivery = context.getBean(Deliveries.class).send(new Dispatch(value("key"), "oneToOneNote", "N-" + note, new Recipient(Stage1Story.COLLEAGUE, "Their name",
                Stage1Story.COLLEAGUE_MAIL), List.of(), "A note", "Dear colleague", List.of(), false, Stage1Story.MANAGER));
        drive.runDue();
        return String.valueOf(delivery);
    }

    /** Manager and adviser change, and a deputy is named, all from today. */
    void handOver() {
        String today = NOW.toLocalDate().toString();
        act("changeManager", Who.DIVISION_HR, form().with("manager", Stage1Story.OTHER_MANAGER).with("from", today));
        act("nameDeputy", Who.DIVISION_HR, form().with("deputy", "10011").with("from", today).with("to", NOW.toLocalDate().plusDays(20)));
        act("changeAdviser", Who.DIVISION_HR, form().with("adviser", "10251").with("from", today));
    }

    private void act(String action, Who who, fairway.support.Submissions.Form submission) {
        Doors.Reply reply = doors.post("/api/cases/" + number + "/actions/" + action, who.user(), submission.json());
        if (reply.status() != 200) {
            throw new AssertionError(action + " answered " + reply.status() + " " + reply.text());
        }
    }

    /** The step of that form of that model, in an instance of its own. */
    Task standingAt(String process, String form) {
        if (process.equals("oneToOneCycle")) {
            LinesInTests inTests = new LinesInTests(jdbc, context.getBean(Lines.class), context.getBean(LineProcess.class), context.getBean(TransactionTemplate.class));
            Line line = inTests.line(Stage1Story.COLLEAGUE, TestClock.today(), DayOfWeek.TUESDAY, "10:00:00");
            inTests.start(line);
            drive.runDue();
            return drive.task(form, line.businessKey());
        }
        ProcessInstance instance = engine.getRuntimeService().createProcessInstanceByKey(process).businessKey(number).startBeforeActivity("userTask_" + form)
                .setVariables(subject(form.equals("arrangeSupport") ? "afterStage1Meeting" : process)).execute();
        return engine.getTaskService().createTaskQuery().processInstanceId(instance.getId()).singleResult();
    }

    private Map<String, Object> subject(String process) {
        return switch (process) {
            case "delivery" -> Map.of("delivery", jdbc.queryForObject("select max(id)::text from delivery where business_key = ?", String.class, number));
            case "occupationalHealthReferral" -> Map.of("referral", jdbc.queryForObject("select max(id)::text from referral", String.class));
            case "afterStage1Meeting" -> Map.of("supportItem", jdbc.queryForObject("insert into support_item (case_number, adjustment, kind, what, arranged_by, due_on, in_letter, state, promised_on) "
                    + "values (?, false, 'training', 'Training', '10027', ?, true, 'toArrange', ?) returning id::text", String.class, number, NOW.toLocalDate().plusDays(9), NOW.toLocalDate()));
            case "letterCorrection" -> Map.of("correction", "1");
            default -> Map.of();
        };
    }

    /** The id of a document of that kind; of a kind that this case has not come to, one is put there. */
    String document(String kind) {
        String key = kind.equals("oneToOneNote") ? values.get("key") : number;
        List<String> found = jdbc.queryForList("select id::text from document where business_key = ? and kind = ? order by id", String.class, key, kind);
        return found.isEmpty() ? jdbc.queryForObject("insert into document (business_key, kind, title, file_name, media_type, sha256, issued_at) select ?, ?, title, file_name, media_type, "
                + "sha256, issued_at from document where kind = 'outcomeLetter' and business_key = ? order by id limit 1 returning id::text", String.class, key, kind, number) : found.get(0);
    }

    /** The Word document beside it; null where there is none. */
    String editableCopy(String document) {
        return jdbc.queryForObject("select editable_id::text from document where id = ?", String.class, Long.valueOf(document));
    }

    String number() {
        return number;
    }

    /** Value of a place holder: {@code number}, {@code token}, {@code instance} … */
    String value(String name) {
        return values.getOrDefault(name, name);
    }

    private String businessKey(String instance) {
        ProcessInstance found = instance == null ? null : engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instance).singleResult();
        return found == null ? null : found.getBusinessKey();
    }

    private void signIn(String id, List<String> groups) {
        User user = engine.getIdentityService().newUser(id);
        user.setPassword(World.PASSWORD);
        ((IdentityServiceImpl) engine.getIdentityService()).saveUser(user, true);
        for (String group : groups) {
            if (engine.getIdentityService().createGroupQuery().groupId(group).count() == 0) {
                engine.getIdentityService().saveGroup(engine.getIdentityService().newGroup(group));
            }
            engine.getIdentityService().createMembership(id, group);
        }
    }

    /** Takes the people away again; cases go with the next test. */
    @Override
    public void close() {
        engine.getIdentityService().clearAuthentication();
        for (String user : List.of(Who.COLLEAGUE.user(), Who.BELOW.user(), Who.DECLARED.user(), SPARE_USER)) {
            engine.getIdentityService().deleteUser(user);
        }
        engine.getIdentityService().deleteGroup(SPARE_GROUP);
        engine.getAuthorizationService().createAuthorizationQuery().userIdIn(SPARE_USER).list().forEach(row -> engine.getAuthorizationService().deleteAuthorization(row.getId()));
    }
}
