package fairway.process.performancecase;

import static fairway.process.performancecase.CaseStory.COLLEAGUE;
import static fairway.process.performancecase.CaseStory.MANAGER2;
import static fairway.process.performancecase.CaseStory.TEAM_LEADER;
import static fairway.support.Submissions.decision;
import static fairway.support.Submissions.form;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import fairway.onetoone.LineProcess;
import fairway.onetoone.LinesInTests;
import fairway.process.stage1.Stage1Story;
import fairway.staff.Line;
import fairway.staff.Lines;
import fairway.staff.StaffChanged;
import fairway.staff.StaffImport;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Submissions;
import fairway.support.Submissions.Form;
import fairway.support.TestClock;
import fairway.support.WebSession;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A part in a case that is over is over at once, at every door, whatever still stands in somebody's name; and a conflict is a person's, not a sign-in's. */
@FairwayTest
class PartsThatEndTest {

    /** Columns of the staff list. */
    private static final int LINE_MANAGER = 7;
    private static final int USER_ID = 8;
    private static final int LEFT_ON = 12;

    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private TaskService tasks;
    @Autowired
    private IdentityService identity;
    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private ApplicationContext context;

    private CaseStory story;

    @BeforeEach
    void begin() {
        story = new CaseStory(context);
    }

    private Doors.Reply act(String user, String number, String action, Form submission) {
        return doors.post("/api/cases/" + number + "/actions/" + action, user, submission.json());
    }

    private Doors.Reply done(String user, String number, String action, Form submission) {
        Doors.Reply reply = act(user, number, action, submission);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }

    private void staffChanged(Set<String> left, Set<String> changedSignIn) {
        transactions.executeWithoutResult(s -> events.publishEvent(new StaffChanged(Set.of(), left, Set.of(), changedSignIn, Set.of(), Set.of())));
    }

    /** From now on this person signs in as {@code manager3}, who was somebody else. */
    private void signsInAsManager3(String person) {
        jdbc.update("update staff_member set user_id = null where user_id = 'manager3'");
        jdbc.update("update staff_member set user_id = 'manager3' where staff_number = ?", person);
        staffChanged(Set.of(), Set.of(person));
    }

    private void isNotListed(String user, Task task) {
        for (String path : List.of("/engine-rest/task?assignee=" + user, "/engine-rest/task", "/engine-rest/task?taskId=" + task.getId())) {
            assertThat(doors.get(path, user).text()).as(path).isEqualTo("[]");
        }
        for (String path : List.of("/engine-rest/task/count?assignee=" + user, "/engine-rest/task/count")) {
            assertThat(doors.get(path, user).body().path("count").asInt(-1)).as(path).isZero();
        }
        assertThat(doors.get("/engine-rest/task/" + task.getId(), user).status()).isEqualTo(404);
    }

    private void isShut(String user, Task task, Form submission) {
        Map<String, String> before = doors.fingerprint();
        assertThat(doors.get("/api/tasks/" + task.getId() + "/form", user).status()).isEqualTo(404);
        assertThat(doors.send("PUT", "/api/tasks/" + task.getId() + "/draft", user, "{}").status()).isEqualTo(404);
        assertThat(doors.completeAtEngineRest(user, task.getId(), submission.json()).status()).isIn(403, 404);
        assertThat(doors.submitInTasklist(user, task.getId(), submission.json()).status()).isIn(403, 404);
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    @Test
    void aConflictStaysWithThePersonUnderAnotherSignIn() {
        String number = story.timeGiven();
        done("teamleader", number, "declareConflict", form().with("user", "teamleader").with("why", "Related by marriage."));
        signsInAsManager3(TEAM_LEADER);
        assertThat(doors.get("/api/cases/" + number, "manager3").status()).isEqualTo(404);
        assertThat(engine.task("reviewImprovement", number).getAssignee()).isEqualTo("hr2");
        assertThat(WebSession.of(doors.base(), "manager3").get("/cases").text()).doesNotContain(number);
        assertThat(doors.get("/engine-rest/task?processInstanceBusinessKey=" + number, "manager3").body()).isEmpty();
    }

    @Test
    void whoeverIsInConflictRaisesNoFurtherConcern_PM01() {
        String number = story.timeGiven();
        done("teamleader", number, "declareConflict", form().with("user", "teamleader").with("why", "Related by marriage."));
        Map<String, String> before = doors.fingerprint();
        Doors.Reply reply = doors.post("/engine-rest/process-definition/key/performanceCase/submit-form", "teamleader", doors.body(Submissions.concern(COLLEAGUE).json()));
        assertThat(reply.refused()).containsExactly("colleague:inConflict");
        assertThat(reply.text()).doesNotContain(number);
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    @Test
    void aConflictIsDeclaredAfterTheEndToo() {
        String number = story.timeGiven();
        done("hr2", number, "withdraw", form().with("reason", "Raised in error."));
        assertThat(doors.get("/api/cases/" + number, "hr2").status()).isEqualTo(200);
        done("hr", number, "declareConflict", form().with("user", "hr2").with("why", "A friend."));
        assertThat(doors.get("/api/cases/" + number, "hr2").status()).isEqualTo(404);
    }

    @Test
    void whoeverHasTheRoleNoLongerHasNoneOfItsSteps() {
        String number = story.timeGiven();
        Task review = engine.task("reviewImprovement", number);
        assertThat(doors.get("/api/tasks/" + review.getId() + "/form", "teamleader").status()).isEqualTo(200);
        identity.deleteMembership("teamleader", "manager");
        identity.createMembership("teamleader", "operations");
        try {
            isShut("teamleader", review, decision("improved"));
            isNotListed("teamleader", review);
        } finally {
            identity.deleteMembership("teamleader", "operations");
            identity.createMembership("teamleader", "manager");
        }
    }

    /** HR of another division who was the manager of the case until now: their own list forgets it too. */
    @Test
    void whoeverKeepsAnotherRoleHasNoneOfTheStepsOfTheOneThatIsGone() {
        String number = story.timeGiven();
        Task review = engine.task("reviewImprovement", number);
        identity.createMembership("teamleader", "hr");
        jdbc.update("update staff_member set hr_divisions = 'Surgery' where user_id = 'teamleader'");
        try {
            assertThat(doors.get("/engine-rest/task/count?assignee=teamleader", "teamleader").body().path("count").asInt(-1)).isPositive();
            identity.deleteMembership("teamleader", "manager");
            isShut("teamleader", review, decision("improved"));
            isNotListed("teamleader", review);
        } finally {
            identity.deleteMembership("teamleader", "hr");
            identity.createMembership("teamleader", "manager");
        }
        assertThat(doors.get("/engine-rest/task/count?assignee=teamleader", "teamleader").body().path("count").asInt(-1)).as("with the role they are back").isPositive();
    }

    @Test
    void whoeverIsNotOfHrAnyLongerHandsBackWhatTheyTook() {
        String number = story.withEvidence();
        story.claim("hr2", "confirmCourseOfAction", number);
        identity.createMembership("hr2", "manager");
        identity.deleteMembership("hr2", "hr");
        try {
            Task back = engine.task("confirmCourseOfAction", number);
            assertThat(back.getAssignee()).as("the others of HR can take it").isNull();
            isShut("hr2", back, Submissions.route("conduct", CaseStory.HR2));
            isNotListed("hr2", back);
            assertThat(doors.get("/engine-rest/task/" + back.getId(), "hr").status()).isEqualTo(200);
            story.claim("hr", "confirmCourseOfAction", number);
        } finally {
            identity.deleteMembership("hr2", "manager");
            identity.createMembership("hr2", "hr");
        }
        assertThat(engine.task("confirmCourseOfAction", number).getAssignee()).isEqualTo("hr");
    }

    /** By itself the engine refuses to change what is suspended: the role would stay, or a whole staff list be refused. */
    @Test
    void whatOperationsHaveSuspendedIsHandedBackToo() {
        String number = story.withEvidence();
        story.claim("hr2", "confirmCourseOfAction", number);
        RuntimeService runtime = context.getBean(RuntimeService.class);
        runtime.suspendProcessInstanceById(engine.task("confirmCourseOfAction", number).getProcessInstanceId());
        identity.deleteMembership("hr2", "hr");
        try {
            assertThat(engine.task("confirmCourseOfAction", number).getAssignee()).isNull();
            assertThat(engine.task("confirmCourseOfAction", number).isSuspended()).isTrue();
        } finally {
            identity.createMembership("hr2", "hr");
        }
        jdbc.update("update act_ru_task set assignee_ = 'hr2' where id_ = ?", engine.task("confirmCourseOfAction", number).getId());
        jdbc.update("update staff_member set hr_divisions = 'Surgery' where user_id = 'hr2'");
        transactions.executeWithoutResult(s -> events.publishEvent(new StaffChanged(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(CaseStory.HR2))));
        assertThat(engine.task("confirmCourseOfAction", number).getAssignee()).isNull();
        assertThat(engine.task("confirmCourseOfAction", number).isSuspended()).isTrue();
    }

    @Test
    void aManagerWhoIsOfHrTooDecidesNothingForHrInTheirOwnCase_PM01() {
        String number = story.withEvidence();
        Task route = engine.task("confirmCourseOfAction", number);
        identity.createMembership("teamleader", "hr");
        jdbc.update("update staff_member set hr_divisions = '*' where user_id = 'teamleader'");
        try {
            assertThat(doors.send("POST", "/engine-rest/task/" + route.getId() + "/claim", "teamleader", "{\"userId\":\"teamleader\"}").status()).isEqualTo(403);
            jdbc.update("update act_ru_task set assignee_ = 'teamleader' where id_ = ?", route.getId());
            assertThat(doors.completeAtEngineRest("teamleader", route.getId(), Submissions.route("conduct", CaseStory.HR2).json()).status()).isEqualTo(403);
            assertThat(doors.submitInTasklist("teamleader", route.getId(), Submissions.route("conduct", CaseStory.HR2).json()).status()).isIn(403, 404);
        } finally {
            identity.deleteMembership("teamleader", "hr");
        }
    }

    /** The case is about somebody above one of HR: it has a queue of its own until the staff list says otherwise, and a queue of everybody's again from then on. */
    @Test
    void theQueueOfACaseFollowsWhoeverStandsAboveHr() {
        jdbc.update("update staff_member set manager_staff_number = ? where user_id = 'hr3'", COLLEAGUE);
        String number = story.withEvidence();
        assertThat(engine.candidateGroups(engine.task("confirmCourseOfAction", number))).containsExactly("case-" + number);
        apply(demonstration());
        assertThat(engine.candidateGroups(engine.task("confirmCourseOfAction", number))).containsExactly("hr-urgent-care");
    }

    private String demonstration() {
        try (InputStream list = getClass().getResourceAsStream("/demonstration/staff.csv")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void apply(String list) {
        StaffImport lists = context.getBean(StaffImport.class);
        byte[] content = list.getBytes(StandardCharsets.UTF_8);
        lists.apply(content, lists.compare(content).fingerprint());
    }

    /** The list with another value in one column of one person. */
    private static String with(String list, String person, int column, String value) {
        return list.lines().map(line -> {
            String[] values = line.split(",", -1);
            if (values[0].equals(person)) {
                values[column] = value;
            }
            return String.join(",", values);
        }).collect(Collectors.joining("\n"));
    }

    /** Before there is an adviser nobody else has the manager's tasks meanwhile. */
    @Test
    void aManagerWhoIsBackOnTheListHasTheirTasksAgain() {
        String number = story.raise();
        assertThat(engine.task("selectEvidence", number).getAssignee()).isEqualTo("teamleader");
        apply(with(demonstration(), TEAM_LEADER, LEFT_ON, "2026-10-04"));
        assertThat(engine.task("selectEvidence", number).getAssignee()).isNull();
        apply(with(demonstration(), TEAM_LEADER, USER_ID, "teamleader.new"));
        assertThat(engine.task("selectEvidence", number).getAssignee()).isEqualTo("teamleader.new");
    }

    @Test
    void whatIsToBeHandedOverAfterTheEndGoesBackToAManagerWhoIsBackOnTheList() {
        jdbc.update("update staff_member set email = null, user_id = null where staff_number = ?", COLLEAGUE);
        String number = story.timeGiven();
        done("hr2", number, "withdraw", form().with("reason", "Raised in error."));
        engine.runDue();
        apply(with(demonstration(), TEAM_LEADER, LEFT_ON, "2026-10-04"));
        assertThat(engine.task("handOverPaperCopy", number).getAssignee()).isEqualTo("hr2");
        apply(demonstration());
        assertThat(engine.task("handOverPaperCopy", number).getAssignee()).isEqualTo("teamleader");
    }

    /** The colleague stands above one of HR before and after: for the rights of HR nothing changes. */
    @Test
    void whoeverOfHrComesToStandBelowTheColleagueHandsBackWhatTheyTook_PM01() {
        String above = with(demonstration(), "10249", LINE_MANAGER, COLLEAGUE);
        apply(above);
        String number = story.withEvidence();
        story.claim("hr2", "confirmCourseOfAction", number);
        apply(with(above, CaseStory.HR2, LINE_MANAGER, COLLEAGUE));
        Task back = engine.task("confirmCourseOfAction", number);
        assertThat(back.getAssignee()).as("the others of HR can take it").isNull();
        isNotListed("hr2", back);
        story.claim("hr", "confirmCourseOfAction", number);
    }

    @Test
    void whoeverComesToStandBelowTheColleagueHasNoTasksOfTheCase_PM01() {
        String number = story.timeGiven();
        String managerBelow = with(with(demonstration(), COLLEAGUE, LINE_MANAGER, CaseStory.MANAGER), TEAM_LEADER, LINE_MANAGER, COLLEAGUE);
        apply(managerBelow);
        assertThat(engine.task("reviewImprovement", number).getAssignee()).isEqualTo("hr2");
        apply(with(managerBelow, CaseStory.HR2, LINE_MANAGER, COLLEAGUE));
        assertThat(engine.task("reviewImprovement", number).getAssignee()).as("the adviser stands below the colleague, too").isNull();
        apply(demonstration());
        assertThat(engine.task("reviewImprovement", number).getAssignee()).isEqualTo("teamleader");
    }

    @Test
    void aStepThatHrTookIsTheirsNoLongerOnceTheDivisionIsNot() {
        String number = story.withEvidence();
        story.claim("hr2", "confirmCourseOfAction", number);
        Task route = engine.task("confirmCourseOfAction", number);
        jdbc.update("update staff_member set hr_divisions = 'Surgery' where user_id = 'hr2'");
        isShut("hr2", route, Submissions.route("conduct", CaseStory.HR2));
        transactions.executeWithoutResult(s -> events.publishEvent(new StaffChanged(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(CaseStory.HR2))));
        Task back = engine.task("confirmCourseOfAction", number);
        assertThat(back.getAssignee()).as("the others of the division can take it").isNull();
        assertThat(engine.candidateGroups(back)).containsExactly("hr-urgent-care");
    }

    @Test
    void whoeverTheLineIsTakenFromHasItsOneToOneNoLonger() {
        LinesInTests lines = new LinesInTests(jdbc, context.getBean(Lines.class), context.getBean(LineProcess.class), transactions);
        Line line = lines.line(COLLEAGUE, LocalDate.of(2026, 1, 5), DayOfWeek.MONDAY, "14:00");
        lines.start(line);
        engine.runDue();
        Task oneToOne = engine.task("recordOneToOne", line.businessKey());
        assertThat(doors.get("/api/tasks/" + oneToOne.getId() + "/form", "teamleader").status()).isEqualTo(200);
        jdbc.update("update line set manager_staff_number = ? where colleague_staff_number = ? and ended_on is null", MANAGER2, COLLEAGUE);
        isShut("teamleader", oneToOne, form().with("outcome", "held"));
    }

    @Test
    void aDeputyWhomAnotherReplacesIsOutAtOnce() {
        String number = story.timeGiven();
        LocalDate today = TestClock.today();
        done("teamleader", number, "nameDeputy", form().with("deputy", MANAGER2).with("from", today).with("to", today.plusDays(30)));
        Task review = engine.task("reviewImprovement", number);
        assertThat(review.getAssignee()).isEqualTo("manager2");
        done("teamleader", number, "nameDeputy", form().with("deputy", CaseStory.MANAGER).with("from", today.plusDays(7)).with("to", today.plusDays(9)));
        assertThat(engine.task("reviewImprovement", number).getAssignee()).isEqualTo("teamleader");
        assertThat(doors.get("/api/cases/" + number, "manager2").status()).isEqualTo(404);
        isShut("manager2", review, decision("improved"));
    }

    @Test
    void aDeputyNamesNoDeputy() {
        String number = story.timeGiven();
        LocalDate today = TestClock.today();
        done("teamleader", number, "nameDeputy", form().with("deputy", MANAGER2).with("from", today).with("to", today.plusDays(2)));
        Map<String, String> before = doors.fingerprint();
        Doors.Reply reply = act("manager2", number, "nameDeputy", form().with("deputy", CaseStory.MANAGER).with("from", today).with("to", today.plusYears(50)));
        assertThat(reply.refused()).containsExactly(":managerOrHrOnly");
        assertThat(doors.fingerprint()).isEqualTo(before);
        assertThat(WebSession.of(doors.base(), "manager2").get("/cases/" + number).text()).doesNotContain("/actions/nameDeputy");
    }

    @Test
    void whatADeputyHadToHandOverGoesBackAfterTheirLastDayThoughTheCaseHasEnded() {
        jdbc.update("update staff_member set email = null, user_id = null where staff_number = ?", COLLEAGUE);
        String number = story.timeGiven();
        LocalDate today = TestClock.today();
        done("teamleader", number, "nameDeputy", form().with("deputy", MANAGER2).with("from", today).with("to", today.plusDays(2)));
        done("hr2", number, "withdraw", form().with("reason", "Raised in error."));
        engine.runDue();
        assertThat(engine.task("handOverPaperCopy", number).getAssignee()).isEqualTo("manager2");
        engine.timePassesTo(today.plusDays(3).atTime(9, 0));
        assertThat(engine.task("handOverPaperCopy", number).getAssignee()).isEqualTo("teamleader");
    }

    @Test
    void theStepOfAReviewerFollowsTheirSignIn() {
        Stage1Story stage1 = new Stage1Story(context);
        String number = stage1.planAgreed(false, record -> record.with("support", List.of(Submissions.supportItem("Refresher", MANAGER2, Stage1Story.MEETING_DAY.plusDays(14)))));
        engine.runDue();
        List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(number).taskAssignee("manager2").list();
        assertThat(open).isNotEmpty();
        signsInAsManager3(MANAGER2);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(number).taskAssignee("manager2").list()).isEmpty();
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(number).taskAssignee("manager3").list()).hasSameSizeAs(open);
    }
}
