package fairway.process;

import static fairway.support.Submissions.form;
import static fairway.support.Submissions.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fairway.process.stage1.Stage1Story;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.MailBox;
import fairway.support.PersonalPage;
import fairway.support.Submissions;
import fairway.support.WebSession;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the access log keeps: who read, decided and repaired what, from where and on whose behalf; and how HR of the whole Trust searches it. */
@FairwayTest
class AuditRecordTest {

    private static final String ROWS = "select outcome || ' ' || what || ' ' || subject || coalesce(' [' || choice || ']', '') || coalesce(' ' || user_id, '') "
            + "|| coalesce(' for ' || on_behalf_of, '') from access_log ";

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private TaskService tasks;
    @Autowired
    private JdbcTemplate jdbc;

    private Stage1Story story;

    @BeforeEach
    void begin() {
        story = new Stage1Story(context);
    }

    private List<String> rows(String where) {
        return jdbc.queryForList(ROWS + "where " + where + " order by id", String.class);
    }

    /** The form of every step that is open, asked for by whoever has it. */
    private void openForms(String number) {
        for (Task task : tasks.createTaskQuery().processInstanceBusinessKey(number).list()) {
            String user = task.getAssignee();
            if (user == null) {
                user = "hr2";
                tasks.setAssignee(task.getId(), user);
            }
            String form = task.getTaskDefinitionKey().substring("userTask_".length());
            assertThat(doors.get("/api/tasks/" + task.getId() + "/form", user).status()).as(form).isEqualTo(200);
            assertThat(rows("what = 'FORM' and address is not null")).contains("read FORM " + number + " form " + form + " " + user);
        }
    }

    @Test
    void everyStepThatIsOpenedAndEveryDecisionIsKept() {
        String number = story.stage1Chosen(true);
        openForms(number);
        engine.complete("arrangeStage1Meeting", number, Submissions.arrangement(Stage1Story.MEETING).json());
        engine.complete("sharePolicy", number, Submissions.policyShared(fairway.support.TestClock.now()).json());
        engine.complete("prepareScript", number, Submissions.scriptSkipped().json());
        fairway.support.TestClock.set(Stage1Story.MEETING_DAY.atTime(12, 0));
        openForms(number);
        engine.complete("recordStage1Meeting", number, story.record().with("support", List.of(Submissions.supportItem("Refresher", Stage1Story.MANAGER, Stage1Story.MEETING_DAY.plusDays(14)))).json());
        openForms(number);
        engine.complete("agreeImprovementPlan", number, story.plan().json());
        engine.runDue();
        openForms(number);
        for (Task support : engine.tasks("arrangeSupport", number)) {
            engine.complete("teamleader", support, form().with("arranged", true).with("detail", "Booked with the education team").json());
        }
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        assertThat(doors.post("/api/cases/" + number + "/actions/recordAbsence", "teamleader", form().with("person", Stage1Story.COLLEAGUE).with("from", "2026-10-19").with("to", "2026-10-23").json()).status())
                .isEqualTo(200);

        Map<String, Long> completed = counts("select substring(task_def_key_ from 10) as what, assignee_ as who, count(*) from act_hi_taskinst where delete_reason_ = 'completed' group by 1, 2");
        assertThat(completed).hasSizeGreaterThan(6);
        assertThat(counts("select what, user_id as who, count(*) from access_log where outcome = 'decided' and what not in ('raiseConcern', 'recordAbsence') and about = '" + number
                + "' group by 1, 2")).as("one row for each step that somebody completed").isEqualTo(completed);
        assertThat(rows("outcome = 'decided'")).contains("decided raiseConcern " + number + " [alreadyOpen=false] teamleader",
                "decided confirmCourseOfAction " + number + " [route=stage1] hr2", "decided recordAbsence " + number + " teamleader");
        assertThat(rows("what = 'arrangeSupport'")).singleElement().asString().endsWith(" [arranged=true] teamleader");
        assertThat(rows("true").toString()).as("no text that somebody wrote").doesNotContain("education team", "Refresher", "Charts");
    }

    private Map<String, Long> counts(String sql) {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.query(sql, row -> {
            counts.put(row.getString("what") + " " + row.getString("who"), row.getLong("count"));
        });
        return counts;
    }

    @Test
    void whatIsRefusedIsNoDecision() {
        String number = story.stage1Chosen(false);
        long before = jdbc.queryForObject("select count(*) from access_log where outcome = 'decided'", Long.class);
        assertThat(doors.completeAtEngineRest("teamleader", engine.task("sharePolicy", number).getId(), "{}").status()).isEqualTo(422);
        assertThat(jdbc.queryForObject("select count(*) from access_log where outcome = 'decided'", Long.class)).isEqualTo(before);
    }

    @Test
    void aDeputyActsOnBehalfOfTheManager() {
        String number = story.stage1Chosen(false);
        String today = Stage1Story.MEETING_DAY.minusDays(10).toString();
        assertThat(doors.post("/api/cases/" + number + "/actions/nameDeputy", "teamleader", form().with("deputy", "10011").with("from", today).with("to", "2026-10-30").json()).status()).isEqualTo(200);
        assertThat(rows("what = 'nameDeputy' and outcome = 'decided'")).singleElement().asString().contains("deputy=10011", "from=" + today).endsWith(" teamleader");
        assertThat(WebSession.of(doors.base(), "katya.barker").get("/cases/" + number).status()).isEqualTo(200);
        assertThat(rows("what = 'CASE_FILE'")).containsExactly("read CASE_FILE " + number + " katya.barker for teamleader");
        engine.complete("sharePolicy", number, Submissions.policyShared(fairway.support.TestClock.now()).json());
        assertThat(rows("what = 'sharePolicy'")).containsExactly("decided sharePolicy " + number + " katya.barker for teamleader");
        WebSession.of(doors.base(), "teamleader").get("/cases/" + number);
        assertThat(rows("what = 'CASE_FILE' and user_id = 'teamleader'")).singleElement().asString().doesNotContain(" for ");
    }

    @Test
    void lettersPreviewsAndOnesOwnPageAreKept() {
        String number = story.planAgreed();
        engine.runDue();
        Task approve = engine.task("approveOutcomeLetter", number);
        assertThat(doors.post("/api/tasks/" + approve.getId() + "/preview", "teamleader", Submissions.letterApproved().json()).status()).isEqualTo(200);
        assertThat(rows("what = 'LETTER'")).containsExactly("read LETTER " + number + " preview approveOutcomeLetter teamleader");
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        engine.runDue();
        long document = jdbc.queryForObject("select max(id) from document where business_key = ?", Long.class, number);
        assertThat(WebSession.of(doors.base(), "teamleader").get("/documents/" + document).status()).isEqualTo(200);
        assertThat(rows("what = 'LETTER'")).contains("read LETTER " + number + " document " + document + " teamleader");

        String token = MailBox.received(Stage1Story.COLLEAGUE_MAIL).stream().filter(mail -> mail.attachments().size() == 3).findFirst().orElseThrow().token().orElseThrow();
        PersonalPage page = new PersonalPage(doors.base()).open(token, Stage1Story.COLLEAGUE_MAIL);
        page.get("/my/" + token);
        page.get("/my/" + token + "/kept");
        page.json("/my/" + token + "/comments", "{\"text\":\"My own words\"}");
        String delivery = number + " delivery " + jdbc.queryForObject("select max(id) from delivery where business_key = ? and receipt_needed", Long.class, number);
        assertThat(rows("user_id = 'staff:" + Stage1Story.COLLEAGUE + "'")).containsSubsequence("done letter-opened " + delivery + " staff:10005", "read PERSONAL_PAGE " + delivery + " staff:10005",
                "read PERSONAL_PAGE " + delivery + " kept staff:10005", "done personal-page " + delivery + " comments staff:10005");
        assertThat(rows("true").toString()).doesNotContain(token, "own words");
    }

    @Test
    void operationsAndAdministratorsAreKeptWithWhatTheyDidIt() {
        String number = story.stage1Chosen(false);
        String instance = jdbc.queryForObject("select id_ from act_ru_execution where business_key_ = ? and parent_id_ is null and super_exec_ is null", String.class, number);
        String job = jdbc.queryForObject("select min(id_) from act_ru_job where process_instance_id_ = ?", String.class, instance);
        if (job != null) {
            doors.send("PUT", "/engine-rest/job/" + job + "/retries", "ops", "{\"retries\":3}");
            assertThat(rows("what = 'PUT job/{id}/retries'")).containsExactly("done PUT job/{id}/retries " + number + " job/" + job + "/retries ops");
        }
        assertThat(doors.get("/engine-rest/process-instance/" + instance, "ops").status()).isEqualTo(200);
        assertThat(rows("what = 'GET process-instance/{id}'")).containsExactly("done GET process-instance/{id} " + number + " process-instance/" + instance + " ops");
        assertThat(doors.send("DELETE", "/engine-rest/process-instance/" + instance, "ops", null).status()).isEqualTo(403);
        assertThat(rows("outcome = 'refused' and about is not null")).containsExactly("refused notOpen " + number + " DELETE /engine-rest/process-instance/" + instance + " ops");

        doors.send("PUT", "/engine-rest/group/process-owner/members/ops", "admin", "{\"id\":\"process-owner\",\"userId\":\"ops\"}");
        doors.send("DELETE", "/engine-rest/group/process-owner/members/ops", "admin", null);
        doors.send("DELETE", "/engine-rest/authorization/" + instance, "admin", null);
        assertThat(rows("user_id = 'admin'")).as("a program's sign-in once").containsExactly("done sign-in-by-basic user:admin admin", "done PUT group/{name}/members/{name} group/process-owner/members/ops admin",
                "done DELETE group/{name}/members/{name} group/process-owner/members/ops admin", "done DELETE authorization/{id} authorization/" + instance + " admin",
                "refused not done DELETE authorization/" + instance + " admin");
        WebSession.signIn(doors.base(), "manager", "fairway");
        doors.get("/engine-rest/task/count", "nobody");
        assertThat(rows("what = 'sign-in'")).containsExactly("done sign-in user:manager manager", "refused sign-in user:unknown 6382");
        assertThat(rows("user_id in ('admin', 'ops') or what = 'sign-in'")).hasSizeGreaterThan(7);
        assertThat(rows("address is null and (user_id in ('admin', 'ops') or what = 'sign-in')")).as("from where is always known").isEmpty();
    }

    @Test
    void aStrangerNeitherFillsTheRecordNorWritesIntoACases() {
        String number = story.stage1Chosen(false);
        for (int at = 0; at < 150; at++) {
            assertThat(doors.get("/" + number + "/" + at, "nobody.at.all").status()).isIn(401, 302, 429, 404);
            doors.get("/engine-rest/task/count", number);
        }
        assertThat(rows("user_id is null")).hasSize(120);
        assertThat(rows("user_id is null and about is not null")).isEmpty();
        fairway.support.TestClock.set(fairway.support.TestClock.now().plusSeconds(61));
        doors.get("/engine-rest/task/count", "nobody.at.all");
        assertThat(rows("user_id is null")).as("another minute").hasSize(121);
    }

    @Test
    void readingTheListOfCasesIsKept() {
        WebSession.of(doors.base(), "hr").get("/cases?show=all");
        assertThat(rows("what = 'REGISTER'")).containsExactly("read REGISTER cases hr");
    }

    @Test
    void aProgramsSignInIsKeptOnceAnHour() {
        for (int minutes : new int[]{0, 20, 59, 61, 70}) {
            fairway.support.TestClock.set(Stage1Story.MEETING_DAY.atTime(10, 0).plusMinutes(minutes));
            assertThat(doors.get("/engine-rest/task/count", "hr2").status()).isEqualTo(200);
            assertThat(doors.get("/api/start-forms/raiseConcern", "manager").status()).isEqualTo(200);
        }
        assertThat(rows("what = 'sign-in-by-basic' and user_id in ('hr2', 'manager') and address is not null"))
                .containsExactlyInAnyOrder("done sign-in-by-basic user:hr2 hr2", "done sign-in-by-basic user:hr2 hr2", "done sign-in-by-basic user:manager manager", "done sign-in-by-basic user:manager manager");
    }

    private Doors.Reply audit(String user, String query) {
        return WebSession.of(doors.base(), user).get("/audit" + query);
    }


    @Test
    void hrOfTheWholeTrustSearchesIt() {
        String number = story.stage1Chosen(false);
        WebSession.of(doors.base(), "teamleader").get("/cases/" + number);
        Doors.Reply all = audit("hr", "");
        assertThat(all.status()).isEqualTo(200);
        assertThat(all.text()).contains("Completed “Confirm course of action”", "route=stage1", "Nia Barker (teamleader)", "Read the case file", "href=\"/cases/" + number + "\"", "127.0.0.1",
                "05/10/2026 10:00:00").doesNotContain("<script", "style=");
        assertThat(audit("hr", "?person=nia+barker").text()).contains("Read the case file").doesNotContain("(hr2)");
        assertThat(audit("hr", "?person=10004").text()).contains("Read the case file");
        assertThat(audit("hr", "?person=hr2").text()).contains("Confirm course of action").doesNotContain("Read the case file</span>");
        assertThat(audit("hr", "?case=" + number.toLowerCase(java.util.Locale.ROOT) + "&kind=CASE_FILES").text()).contains(">1 entry<", "Read the case file");
        assertThat(audit("hr", "?kind=DECISIONS").text()).contains(">3 entries<");
        assertThat(audit("hr", "?from=5/10/2026&to=05/10/2026&kind=DECISIONS").text()).contains(">3 entries<");
        assertThat(audit("hr", "?to=04/10/2026").text()).contains("No entry matches");
        assertThat(audit("hr", "?person=nobody+of+that+name").text()).contains("No entry matches");
        assertThat(audit("hr", "?case=PC-2026-999999").text()).contains("No entry matches");
        assertThat(audit("hr", "?person=%27%3B%00%25").status()).isEqualTo(200);
        Doors.Reply wrong = audit("hr", "?from=31/02/2026&to=nonsense&case=%22%3E%3Cb%3E");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Enter a date that exists", "Enter a case number", "value=\"31/02/2026\"", "&lt;b&gt;").doesNotContain("<b>");
        assertThat(audit("hr", "?from=06/10/2026&to=05/10/2026").text()).contains("The last day cannot be before the first.");
        assertThat(rows("what = 'AUDIT'")).as("reading it is kept, without what was typed").contains("read AUDIT everything page=1 hr",
                "read AUDIT about=" + number + " kind=CASE_FILES page=1 hr", "read AUDIT one person=yes page=1 hr").noneMatch(entry -> entry.contains("barker"));
        assertThat(audit("hr", "?kind=THIS_RECORD").text()).contains("Read this record");
        assertThat(WebSession.of(doors.base(), "hr").get("/").text()).contains("href=\"/audit\"");
    }

    private void log(String at, String what, String subject, String user) {
        jdbc.update("insert into access_log (at, outcome, what, subject, user_id) values (?::timestamptz, 'done', ?, ?, ?)", at, what, subject, user);
    }

    @Test
    void leaversAreFoundByTheirName() {
        jdbc.update("update staff_member set listed = false, left_on = '2026-09-30' where staff_number = '10003'");
        log("2026-09-01 09:00Z", "sign-out", "user:manager", "manager");
        assertThat(audit("hr", "?person=" + nameOf("10003")).text()).contains(">1 entry<", "user:manager");
        assertThat(audit("hr", "?person=MANAGER").text()).as("by user name").contains(">1 entry<");
    }

    private String nameOf(String staffNumber) {
        return jdbc.queryForObject("select first_name || '+' || last_name from staff_member where staff_number = ?", String.class, staffNumber);
    }

    /** A user name is free again once somebody has left; what they did stays theirs. */
    @Test
    void rowsNameWhoeverHadTheUserNameThen() {
        jdbc.update("update staff_member set listed = false, left_on = '2026-08-31' where staff_number = '10003'");
        jdbc.update("insert into staff_member (staff_number, first_name, last_name, email, job_title, band, division, user_id, medical_or_dental, site, started_on) "
                + "values ('20001', 'Ada', 'Byron', 'ada@trust.example', 'Nurse', '5', 'Urgent Care', 'manager', false, 'Worcester', '2026-09-10')");
        String former = nameOf("10003").replace('+', ' ');
        log("2026-08-31 22:00Z", "sign-out", "user:manager", "manager");
        assertThat(audit("hr", "?person=manager").text()).contains(former + " (manager)").doesNotContain("Ada");
        assertThat(audit("hr", "?person=manager&from=01/09/2026").text()).doesNotContain(former);
        log("2026-09-10 09:00Z", "sign-out", "user:manager", "manager");
        assertThat(audit("hr", "?person=manager&from=10/09/2026").text()).contains("Ada Byron (manager)").doesNotContain(former);
        log("2026-09-05 09:00Z", "sign-out", "user:manager", "manager");
        assertThat(audit("hr", "?person=manager&from=05/09/2026&to=05/09/2026").text()).as("neither of them was there").contains("manager (now: Ada Byron)");
        jdbc.update("update staff_member set started_on = '2026-01-01' where staff_number = '20001'");
        assertThat(audit("hr", "?person=manager&from=31/08/2026&to=31/08/2026").text()).as("both of them were").contains("manager (now: Ada Byron)");
        jdbc.update("delete from staff_member where staff_number = '20001'");
        assertThat(audit("hr", "?person=manager&from=05/09/2026&to=05/09/2026").text()).contains("manager (last: " + former + ")");
    }

    /** What a list gave or took from somebody is found by their name, whoever imported it. */
    @Test
    void changesOfSomebodysRightsAreFoundByTheirName() {
        log("2026-09-01 09:00Z", "staff-list-rights", "staff:10004: sign-in teamleader (was none)", "hr");
        log("2026-09-01 09:00Z", "role-change", "user:teamleader: manager", "x");
        log("2026-09-01 09:00Z", "staff-list-rights", "staff:10005: sign-in y (was none)", "hr");
        Doors.Reply found = audit("hr", "?person=nia+barker&to=01/09/2026&kind=PEOPLE");
        assertThat(found.text()).contains(">2 entries<", "Changed somebody’s sign-in or the divisions whose HR they are, by a staff list", "staff:10004: sign-in teamleader (was none)", "user:teamleader: manager");
    }

    @Test
    void whatIsDoneBesideTheFormsIsFoundByItsKindInWords() {
        Map<String, List<String>> kinds = Map.of("DECISIONS", List.of("usual-slot", "Changed the usual slot", "line-absence", "Recorded an absence"),
                "OPERATIONS", List.of("health-keys-rotate", "Added a key", "health-keys-reencrypt", "Sealed texts about health", "health-keys-remove-old", "Took keys"),
                "RECORDS", List.of("retention-run", "Let everything be erased"), "PEOPLE", List.of("staff-list-rights", "Changed somebody’s sign-in"));
        kinds.forEach((kind, rows) -> {
            for (int i = 0; i < rows.size(); i += 2) {
                log("2026-09-01 09:00Z", rows.get(i), "L-17", "command line fairway");
                assertThat(audit("hr", "?to=01/09/2026&kind=" + kind).text()).as(rows.get(i)).contains(rows.get(i + 1), ">command line fairway<");
            }
        });
        jdbc.update("insert into access_log (at, outcome, what, subject, user_id) values ('2026-09-01 09:00Z', 'read', 'CASE_FILE', 'PC-2026-000999 legal hold', 'x')");
        assertThat(audit("hr", "?to=01/09/2026&kind=CASE_FILES").text()).contains("Read why a case is held", "href=\"/cases/PC-2026-000999\"");
    }

    /** Their own access request, and that of somebody above them, is nobody's business to watch being answered. */
    @Test
    void accessRequestsThatAreShutToTheReaderAreNotThere() {
        String request = "insert into subject_access_request (number, staff_number, received_on, identity_checked, scope, handled_by, started_at, due_on, state) "
                + "values (?, ?, '2026-09-01', 'x', 'x', 'hr9', '2026-09-01 09:00', '2026-10-01', 'review')";
        jdbc.update(request, "SAR-2026-000001", "10247");
        jdbc.update(request, "SAR-2026-000002", "10001");
        jdbc.update(request, "SAR-2026-000003", "10004");
        for (int i = 1; i <= 3; i++) {
            log("2026-09-01 09:00Z", "subject-access-received", "SAR-2026-00000" + i, "hr9");
            log("2026-09-01 09:00Z", "x", "SAR-2026-00000" + i + " delivery 5", "hr9");
        }
        assertThat(audit("hr", "?to=01/09/2026").text()).contains(">2 entries<", "SAR-2026-000003").doesNotContain("SAR-2026-000001", "SAR-2026-000002");
        assertThat(audit("hr", "?case=SAR-2026-000001").text()).as("their own").contains("No entry matches");
        assertThat(audit("hr", "/file?to=01/09/2026").text()).contains("SAR-2026-000003").doesNotContain("SAR-2026-000001", "SAR-2026-000002");
    }

    /** The role of the tests owns everything. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aRecordThatFairwayItselfCouldChangeIsCalledSo(CapturedOutput log) {
        assertThat(audit("hr", "").text()).contains("This record is not protected yet").doesNotContain("Nobody can change or remove an entry");
        context.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0], (ConfigurableApplicationContext) context, Duration.ZERO));
        assertThat(log.getAll()).contains("The record of access and decisions is NOT SAFE: Fairway runs as the database role postgres");
    }

    @Test
    void nobodyElseDoes() {
        for (String user : List.of("hr2", "teamleader", "manager", "owner", "ops", "admin")) {
            assertThat(audit(user, "").status()).as(user).isEqualTo(403);
            assertThat(audit(user, "/file").status()).as(user).isEqualTo(403);
            assertThat(WebSession.of(doors.base(), user).get("/").text()).as(user).doesNotContain("/audit");
        }
    }

    @Test
    void itIsTurnedPageByPage() {
        for (int i = 0; i < 120; i++) {
            jdbc.update("insert into access_log (at, outcome, what, subject, user_id) values (timestamptz '2026-09-01 09:00Z' + ? * interval '1 minute', 'done', 'sign-out', ?, 'somebody.else')", i, "user:n" + i);
        }
        String first = audit("hr", "?person=somebody.else").text();
        assertThat(first).contains("120 entries, page 1 of 3", "user:n119", "page=2").doesNotContain("user:n69<", "Later entries");
        assertThat(audit("hr", "?person=somebody.else&page=2").text()).contains("page 2 of 3", "user:n69<", "Later entries", "Earlier entries");
        assertThat(audit("hr", "?person=somebody.else&page=3").text()).contains("page 3 of 3", "user:n0<").doesNotContain("Earlier entries");
        assertThat(audit("hr", "?person=somebody.else&page=99999").text()).contains("page 3 of 3");
        assertThat(audit("hr", "?person=somebody.else&page=-1").text()).contains("page 1 of 3");
    }

    /** What a conflict of interest shuts is neither shown nor counted, in the file neither. */
    @Test
    void casesInWhichTheReaderIsInConflictAreNotThere() {
        String number = story.stage1Chosen(false);
        WebSession.of(doors.base(), "teamleader").get("/cases/" + number);
        WebSession.of(doors.base(), "teamleader").get("/cases/PC-2026-000999");
        assertThat(audit("hr", "?kind=DECISIONS").text()).contains(">3 entries<");
        assertThat(doors.post("/api/cases/" + number + "/actions/declareConflict", "hr2", form().with("user", "hr").with("why", "A relative").json()).status()).isEqualTo(200);
        assertThat(audit("hr", "?kind=DECISIONS").text()).contains("No entry matches").doesNotContain(number);
        assertThat(audit("hr", "?case=" + number).text()).contains("No entry matches");
        assertThat(audit("hr", "?person=teamleader&kind=CASE_FILES").text()).contains("No entry matches");
        assertThat(audit("hr", "").text()).doesNotContain("\"/cases/" + number);
        assertThat(audit("hr", "/file").text()).doesNotContain(number);

        String line = "L-" + jdbc.queryForObject("select id from line where colleague_staff_number = '10247'", Long.class);
        jdbc.update("insert into access_log (at, outcome, what, subject, user_id) values (now(), 'read', 'LINE', ?, 'x')", line);
        assertThat(audit("hr", "?kind=LINES").text()).as("their own line").contains("No entry matches");
    }

    @Test
    void theFileHoldsNoFormula() {
        jdbc.update("insert into access_log (at, outcome, what, subject, user_id) values (timestamptz '2026-09-01 09:00Z', 'refused', 'sign-in', '=HYPERLINK(\"x\")', '@SUM(1)')");
        jdbc.update("insert into access_log (at, outcome, what, subject, user_id) values (timestamptz '2026-09-01 09:00Z', 'refused', 'sign-in', ' +1', '-1')");
        Doors.Reply file = audit("hr", "/file?to=01/09/2026");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text()).startsWith("\uFEFF\"When\",\"Who\",\"On behalf of\",\"What\",\"Chosen\",\"About\",\"From\"").contains("\"'=HYPERLINK(\"\"x\"\")\"", "\"'@SUM(1)\"", "\"' +1\"", "\"'-1\"",
                "\"01/09/2026 10:00:00\"").doesNotContain("\"=", "\"@", "\" +", "\"-");
        assertThat(rows("what = 'EXPORT'")).containsExactly("read EXPORT audit to=2026-09-01 entries=2 hr");
        assertThat(audit("hr", "/file?to=x").status()).isEqualTo(422);
    }

    @Test
    void healthDataReadAreKeptAsSuch() {
        String number = story.held(false, record -> record.with("contributoryFactors", "disclosed").with("healthNote", "Told me of a bad back").with("adjustments", "agreed")
                .with("adjustmentItems", List.of(row("what", "A later start", "arrangedBy", Stage1Story.MANAGER, "by", Stage1Story.MEETING_DAY.plusDays(7), "inLetter", false))));
        assertThat(rows("outcome = 'decided'").toString()).doesNotContain("disclosed", "adjustments=", "bad back", "later start");
        WebSession.of(doors.base(), "hr2").get("/cases/" + number + "/health");
        assertThat(rows("what = 'HEALTH_RECORD'")).contains("read HEALTH_RECORD " + number + " hr2");
    }
}
