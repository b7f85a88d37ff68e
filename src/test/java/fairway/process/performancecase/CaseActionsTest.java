package fairway.process.performancecase;

import static fairway.process.performancecase.CaseStory.COLLEAGUE;
import static fairway.process.performancecase.CaseStory.HR;
import static fairway.process.performancecase.CaseStory.HR2;
import static fairway.process.performancecase.CaseStory.MANAGER;
import static fairway.process.performancecase.CaseStory.MANAGER2;
import static fairway.process.performancecase.CaseStory.OTHER_COLLEAGUE;
import static fairway.process.performancecase.CaseStory.TEAM_LEADER;
import static fairway.support.Submissions.decision;
import static fairway.support.Submissions.form;
import static fairway.support.Submissions.improvement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fairway.correspondence.Deliveries;
import fairway.correspondence.Kinds;
import fairway.correspondence.Sent;
import fairway.performancecase.Ending;
import fairway.performancecase.PerformanceCase;
import fairway.performancecase.Stage;
import fairway.staff.StaffChanged;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Submissions.Form;
import fairway.support.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What can be done with a case at any time, through its own REST door: the stories, and what is refused to whom. */
@FairwayTest
class CaseActionsTest {

    @Autowired
    Engine engine;
    @Autowired
    Doors doors;
    @Autowired
    Deliveries deliveries;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    ApplicationEventPublisher events;
    @Autowired
    TransactionTemplate transactions;

    private CaseStory story;

    @BeforeEach
    void begin(@Autowired ApplicationContext context) {
        story = new CaseStory(context);
    }

    // ---- ends

    @Test
    void theManagerWithdrawsBeforeStage1AndTheColleagueIsTold() {
        String number = story.timeGiven();
        refused("teamleader", number, "withdraw", form(), "reason:required", "");
        done("teamleader", number, "withdraw", form().with("reason", "Raised in error."));
        ended(number, Ending.withdrawn);
        assertThat(letters(number)).containsExactly("withdrawn");
        assertThat(jdbc.queryForObject("select additional_support from line where colleague_staff_number = ?", Boolean.class, COLLEAGUE)).isFalse();
    }

    @Test
    void nobodyIsToldOfAnEndBeforeTheyWereSpokenTo() {
        String number = story.onRoute("informalConversation");
        done("teamleader", number, "withdraw", form().with("reason", "Raised in error."));
        ended(number, Ending.withdrawn);
        assertThat(letters(number)).isEmpty();
    }

    @Test
    void fromStage1OnOnlyHrWithdraws() {
        String number = story.onRoute("stage1");
        refused("teamleader", number, "withdraw", form().with("reason", "Better now."), ":fromStage1On", "PM-01");
        done("hr2", number, "withdraw", form().with("reason", "Better now."));
        ended(number, Ending.withdrawn);
    }

    @Test
    void aColleagueWhoHasLeftGetsNoLetter() {
        String number = story.timeGiven();
        refused("teamleader", number, "recordLeaver", form().with("on", TestClock.today()), ":hrOnly", "PM-01");
        refused("hr2", number, "recordLeaver", form().with("on", TestClock.today().plusDays(1)), "on:notInFuture", "");
        done("hr2", number, "recordLeaver", form().with("on", TestClock.today()));
        ended(number, Ending.left);
        assertThat(letters(number)).isEmpty();
    }

    @Test
    void aColleagueWhoChangesJob() {
        String number = story.timeGiven();
        refused("teamleader", number, "colleagueChangesJob", decision("end"), ":hrOnly", "PM-01");
        refused("hr2", number, "colleagueChangesJob", form().with("decision", "end"), "rationale:required", "");
        refused("hr2", number, "colleagueChangesJob", decision("revisePlan"), "decision:noPlan", "S1D-13");
        done("hr2", number, "colleagueChangesJob", decision("end"));
        ended(number, Ending.closedByHr);
        assertThat(letters(number)).containsExactly("closedByHr");
    }

    @Test
    void nothingIsPossibleOnceItHasEnded() {
        String number = story.timeGiven();
        done("hr2", number, "withdraw", form().with("reason", "Over."));
        Map<String, Form> actions = Map.of(
                "withdraw", form().with("reason", "Again."),
                "changeManager", form().with("manager", MANAGER2).with("from", TestClock.today()),
                "changeAdviser", form().with("adviser", HR).with("from", TestClock.today()),
                "nameDeputy", form().with("deputy", MANAGER2).with("from", TestClock.today()).with("to", TestClock.today()),
                "recordAbsence", form().with("person", COLLEAGUE).with("from", TestClock.today()),
                "pause", form().with("reason", "A grievance.").with("reviewOn", TestClock.today().plusDays(5)),
                "colleagueChangesJob", decision("end"),
                "recordLeaver", form().with("on", TestClock.today()),
                "reportPerformanceFell", form().with("description", "Fell back.").with("examples", List.of()));
        actions.forEach((action, submission) -> refused("hr2", number, action, submission, ":hasEnded", ""));
    }

    // ---- who sees it

    @Test
    void whoeverDeclaresAConflictIsShutOutAndTheirTasksFallToTheOthers() {
        String number = story.timeGiven();
        refused("teamleader", number, "declareConflict", form().with("user", "hr2").with("why", "A friend."), "user:hrOnly", "PM-01");
        refused("hr2", number, "declareConflict", form().with("user", "nobody").with("why", "A friend."), "user:unknownPerson", "");
        refused("hr2", number, "declareConflict", form().with("user", "hr2"), "why:required", "");
        Doors.Reply reply = done("teamleader", number, "declareConflict", form().with("user", "teamleader").with("why", "Related by marriage."));
        assertThat(reply.body().path("location").asText()).isEqualTo("/cases");
        assertThat(doors.get("/cases/" + number, "teamleader").status()).isIn(404, 302);
        assertThat(doors.get("/api/cases/" + number, "teamleader").status()).isEqualTo(404);
        assertThat(engine.task("reviewImprovement", number).getAssignee()).isEqualTo("hr2");
        assertThat(deliveries.of(number, Kinds.NOTICE)).extracting(Sent::occurrence, Sent::to).containsExactly(tuple("managerInConflict-teamleader", "Grace Lewis"));
        assertThat(doors.post("/api/cases/" + number + "/actions/withdraw", "teamleader", form().with("reason", "Mine.").json()).status()).isEqualTo(404);
    }

    @Test
    void anAdviserInConflictGivesTheirTasksBackToAQueueThatTheyDoNotSee() {
        String number = story.withEvidence();
        story.claim("hr2", "confirmCourseOfAction", number);
        done("hr2", number, "declareConflict", form().with("user", "hr2").with("why", "A friend."));
        var task = engine.task("confirmCourseOfAction", number);
        assertThat(task.getAssignee()).isNull();
        assertThat(engine.candidateGroups(task)).containsExactly("case-" + number);
        assertThat(doors.get("/api/cases/" + number, "hr2").status()).isEqualTo(404);
    }

    @Test
    void aCaseOfOthersDoesNotExist() {
        String number = story.timeGiven();
        for (String user : List.of("manager2", "hr3", "manager", "owner", "ops", "admin")) {
            assertThat(doors.get("/api/cases/" + number, user).status()).as(user).isEqualTo(404);
            assertThat(doors.get("/api/cases/" + number + "/actions/withdraw", user).status()).as(user).isEqualTo(404);
            Map<String, String> before = doors.fingerprint();
            assertThat(doors.post("/api/cases/" + number + "/actions/withdraw", user, form().with("reason", "Mine.").json()).status()).as(user).isEqualTo(404);
            assertThat(doors.fingerprint()).isEqualTo(before);
        }
        assertThat(doors.get("/api/cases/PC-2026-999999", "hr").status()).isEqualTo(404);
        assertThat(doors.get("/api/cases/" + number, "teamleader").body().path("stage").asText()).isEqualTo("timeToImprove");
        assertThat(doors.get("/api/cases/" + number, "hr2").status()).isEqualTo(200);
    }

    // ---- owners

    @Test
    void anotherManagerTakesOverAtOnce() {
        String number = story.timeGiven();
        LocalDate today = TestClock.today();
        refused("teamleader", number, "changeManager", form().with("manager", MANAGER2).with("from", today), ":hrOnly", "PM-01");
        refused("hr2", number, "changeManager", form().with("manager", COLLEAGUE).with("from", today), "manager:isColleague", "");
        refused("hr2", number, "changeManager", form().with("manager", OTHER_COLLEAGUE).with("from", today), "manager:noSignIn", "");
        refused("hr2", number, "changeManager", form().with("manager", "99999").with("from", today), "manager:unknownPerson", "");
        refused("hr2", number, "changeManager", form().with("manager", HR2).with("from", today), "manager:isAdviser", "PM-01");
        refused("hr2", number, "changeManager", form().with("manager", TEAM_LEADER).with("from", today), "manager:isManager", "");
        refused("hr2", number, "changeManager", form().with("manager", MANAGER2), "from:required", "");
        Doors.Reply reply = refused("hr2", number, "changeManager", form().with("manager", OTHER_COLLEAGUE).with("from", today), "manager:noSignIn", "");
        assertThat(reply.text()).contains("Fairway administrator");
        done("hr2", number, "changeManager", form().with("manager", MANAGER2).with("from", today));
        assertThat(engine.task("reviewImprovement", number).getAssignee()).isEqualTo("manager2");
        assertThat(doors.get("/api/cases/" + number, "teamleader").status()).isEqualTo(404);
        assertThat(doors.get("/api/cases/" + number, "manager2").status()).isEqualTo(200);
    }

    @Test
    void anotherManagerTakesOverOnADayThatWasNamed() {
        String number = story.timeGiven();
        done("hr2", number, "changeManager", form().with("manager", MANAGER2).with("from", LocalDate.of(2026, 10, 12)));
        assertThat(engine.task("reviewImprovement", number).getAssignee()).isEqualTo("teamleader");
        engine.timePassesTo(LocalDateTime.of(2026, 10, 12, 9, 0));
        assertThat(engine.task("reviewImprovement", number).getAssignee()).isEqualTo("manager2");
        assertThat(story.look(number).manager()).isEqualTo(MANAGER2);
        assertThat(doors.get("/api/cases/" + number, "teamleader").status()).isEqualTo(404);
    }

    @Test
    void aDeputyHasTheTasksFromTheFirstDayToTheLast() {
        String number = story.timeGiven();
        LocalDate from = LocalDate.of(2026, 10, 12);
        refused("teamleader", number, "nameDeputy", form().with("deputy", MANAGER2).with("from", from).with("to", from.minusDays(1)), "to:notBeforeFrom", "");
        refused("teamleader", number, "nameDeputy", form().with("deputy", COLLEAGUE).with("from", from).with("to", from), "deputy:isColleague", "");
        refused("teamleader", number, "nameDeputy", form().with("deputy", TEAM_LEADER).with("from", from).with("to", from), "deputy:isManager", "");
        refused("teamleader", number, "nameDeputy", form().with("deputy", MANAGER2).with("from", LocalDate.of(2026, 9, 1)).with("to", LocalDate.of(2026, 9, 2)),
                "to:notInPast", "");
        done("teamleader", number, "nameDeputy", form().with("deputy", MANAGER2).with("from", from).with("to", from.plusDays(4)));
        assertThat(doors.get("/api/cases/" + number, "manager2").status()).isEqualTo(404);
        engine.timePassesTo(from.atTime(9, 0));
        assertThat(engine.task("reviewImprovement", number).getAssignee()).isEqualTo("manager2");
        assertThat(doors.get("/api/cases/" + number, "manager2").status()).isEqualTo(200);
        engine.timePassesTo(from.plusDays(5).atTime(9, 0));
        assertThat(engine.task("reviewImprovement", number).getAssignee()).isEqualTo("teamleader");
        assertThat(doors.get("/api/cases/" + number, "manager2").status()).isEqualTo(404);
    }

    @Test
    void anotherAdviserHasTheTasksOfHr() {
        String number = story.timeGiven();
        LocalDate today = TestClock.today();
        done("hr2", number, "pause", form().with("reason", "A grievance.").with("reviewOn", LocalDate.of(2026, 10, 19)));
        assertThat(engine.task("decideAfterPause", number).getAssignee()).isEqualTo("hr2");
        refused("hr2", number, "changeAdviser", form().with("adviser", MANAGER).with("from", today), "adviser:notHr", "PM-01");
        refused("hr2", number, "changeAdviser", form().with("adviser", TEAM_LEADER).with("from", today), "adviser:inConflict", "PM-01");
        refused("teamleader", number, "changeAdviser", form().with("adviser", HR).with("from", today), ":hrOnly", "PM-01");
        done("hr2", number, "changeAdviser", form().with("adviser", HR).with("from", today));
        assertThat(engine.task("decideAfterPause", number).getAssignee()).isEqualTo("hr");
    }

    @Test
    void theTasksOfAManagerWhoHasLeftGoToTheAdviserUntilHrNamesOne() {
        String number = story.timeGiven();
        jdbc.update("update staff_member set left_on = '2026-10-04' where staff_number = ?", TEAM_LEADER);
        transactions.executeWithoutResult(s -> events.publishEvent(new StaffChanged(Set.of(), Set.of(TEAM_LEADER), Set.of(), Set.of(), Set.of(), Set.of())));
        assertThat(engine.task("reviewImprovement", number).getAssignee()).isEqualTo("hr2");
        assertThat(deliveries.of(number, Kinds.NOTICE)).extracting(Sent::occurrence).containsExactly("managerLeft-" + TEAM_LEADER);
        done("hr2", number, "changeManager", form().with("manager", MANAGER).with("from", TestClock.today()));
        assertThat(engine.task("reviewImprovement", number).getAssignee()).isEqualTo("manager");
    }

    @Test
    void aColleagueWhoLeavesTheStaffListIsToldToHrAndEndsNothing() {
        String number = story.timeGiven();
        jdbc.update("update staff_member set left_on = '2026-10-04' where staff_number = ?", COLLEAGUE);
        transactions.executeWithoutResult(s -> events.publishEvent(new StaffChanged(Set.of(), Set.of(COLLEAGUE), Set.of(), Set.of(), Set.of(), Set.of())));
        assertThat(story.look(number).isOpen()).isTrue();
        assertThat(deliveries.of(number, Kinds.NOTICE)).extracting(Sent::occurrence).containsExactly("colleagueLeft");
    }

    @Test
    void anotherLineManagerChangesNeitherTheCaseNorTheShorterInterval_OTO04() {
        String number = story.timeGiven();
        jdbc.update("update line set ended_on = '2026-10-05' where colleague_staff_number = ?", COLLEAGUE);
        jdbc.update("insert into line (manager_staff_number, colleague_staff_number, started_on, usual_weekday, usual_time, usual_minutes) "
                + "values (?, ?, '2026-10-05', 'MONDAY', '14:00', 60)", MANAGER2, COLLEAGUE);
        transactions.executeWithoutResult(s -> events.publishEvent(new StaffChanged(Set.of(), Set.of(), Set.of(COLLEAGUE), Set.of(), Set.of(), Set.of())));
        assertThat(story.look(number).manager()).isEqualTo(TEAM_LEADER);
        assertThat(deliveries.of(number, Kinds.NOTICE)).hasSize(1);
        assertThat(jdbc.queryForObject("select additional_support from line where colleague_staff_number = ? and ended_on is null", Boolean.class, COLLEAGUE)).isTrue();
    }

    // ---- clocks

    @Test
    void anAbsenceMovesTheTimeGivenByItsDays_S1P02() {
        String number = story.timeGiven();
        refused("teamleader", number, "recordAbsence", form().with("person", MANAGER2).with("from", "2026-10-12"), "person:notOfTheCase", "");
        refused("teamleader", number, "recordAbsence", form().with("person", COLLEAGUE).with("from", "2026-10-12").with("to", "2026-10-11"), "to:notBeforeFrom", "");
        done("teamleader", number, "recordAbsence", form().with("person", COLLEAGUE).with("from", "2026-10-12").with("to", "2026-10-18"));
        var review = engine.task("reviewImprovement", number);
        assertThat(engine.timer("event_timeGivenOver", number)).isEqualTo(LocalDateTime.of(2026, 11, 9, 8, 0));
        assertThat(engine.followUp(review)).isEqualTo(LocalDateTime.of(2026, 11, 9, 8, 0));
        assertThat(engine.due(review)).isEqualTo(LocalDateTime.of(2026, 11, 16, 17, 0));
        done("teamleader", number, "recordAbsence", form().with("person", TEAM_LEADER).with("from", "2026-10-16").with("to", "2026-10-20"));
        assertThat(engine.timer("event_timeGivenOver", number)).as("two days more, the others were stopped already").isEqualTo(LocalDateTime.of(2026, 11, 11, 8, 0));
    }

    @Test
    void whileTheReturnIsNotKnownNothingFallsDue() {
        String number = story.timeGiven();
        done("teamleader", number, "recordAbsence", form().with("person", COLLEAGUE).with("from", "2026-10-05"));
        engine.timePassesTo(LocalDateTime.of(2026, 12, 1, 10, 0));
        assertThat(deliveries.of(number, Kinds.REMINDER)).isEmpty();
        refusedTask("reviewImprovement", number, improvement("notImproved"), "result:timeNotOver");
        done("teamleader", number, "recordAbsence", form().with("person", COLLEAGUE).with("from", "2026-10-05").with("to", "2026-12-01"));
        assertThat(engine.timer("event_timeGivenOver", number)).as("27 days were left on 6 October, one of the 28 was gone")
                .isEqualTo(LocalDateTime.of(2026, 11, 2, 8, 0).plusDays(57));
    }

    @Test
    void aPauseStopsTheClocksUntilHrLetsItGoOn() {
        String number = story.timeGiven();
        refused("teamleader", number, "pause", form().with("reason", "A grievance.").with("reviewOn", "2026-10-19"), ":hrOnly", "PM-01");
        refused("hr2", number, "pause", form().with("reviewOn", "2026-10-19"), "reason:required", "");
        refused("hr2", number, "pause", form().with("reason", "A grievance.").with("reviewOn", TestClock.today()), "reviewOn:afterToday", "");
        engine.timePassesTo(LocalDateTime.of(2026, 10, 12, 10, 0));
        done("hr2", number, "pause", form().with("reason", "A grievance.").with("reviewOn", "2026-10-19"));
        refused("hr2", number, "pause", form().with("reason", "Again.").with("reviewOn", "2026-10-20"), ":pausedAlready", "");
        var task = engine.task("decideAfterPause", number);
        assertThat(engine.due(task)).isEqualTo(LocalDateTime.of(2026, 10, 19, 17, 0));
        assertThat(engine.followUp(task)).isEqualTo(LocalDateTime.of(2026, 10, 19, 17, 0));
        engine.timePassesTo(LocalDateTime.of(2026, 11, 9, 10, 0));
        assertThat(deliveries.of(number, Kinds.REMINDER)).isEmpty();
        refusedTask("decideAfterPause", number, form().with("decision", "goOn"), "rationale:required");
        engine.complete("decideAfterPause", number, decision("goOn").json());
        assertThat(story.look(number).isPaused()).isFalse();
        assertThat(engine.timer("event_timeGivenOver", number)).as("28 days of pause").isEqualTo(LocalDateTime.of(2026, 11, 30, 8, 0));
        assertThat(engine.open(number)).containsExactly("reviewImprovement");
    }

    @Test
    void afterThePauseItGoesOnWithAnotherManager() {
        String number = story.timeGiven();
        done("hr2", number, "pause", form().with("reason", "A grievance.").with("reviewOn", "2026-10-19"));
        refusedTask("decideAfterPause", number, decision("otherManager"), "manager:required");
        refusedTask("decideAfterPause", number, decision("otherManager").with("manager", COLLEAGUE), "manager:isColleague");
        engine.complete("decideAfterPause", number, decision("otherManager").with("manager", MANAGER2).json());
        assertThat(engine.task("reviewImprovement", number).getAssignee()).isEqualTo("manager2");
        assertThat(story.look(number).isPaused()).isFalse();
    }

    @Test
    void afterThePauseHrClosesIt() {
        String number = story.timeGiven();
        done("hr2", number, "pause", form().with("reason", "A grievance.").with("reviewOn", "2026-10-19"));
        engine.complete("decideAfterPause", number, decision("end").json());
        ended(number, Ending.closedByHr);
        assertThat(letters(number)).containsExactly("closedByHr");
    }

    @Test
    void performanceThatFellCanOnlyBeReportedInTheWatch_T() {
        String number = story.timeGiven();
        refused("teamleader", number, "reportPerformanceFell", form().with("description", "Fell back.").with("examples", List.of()), ":noWatch", "T");
    }

    // ---- pages

    @Test
    void theFormOfAnActionComesWithSchemaAndOptions() {
        String number = story.timeGiven();
        var body = doors.get("/api/cases/" + number + "/actions/recordAbsence", "teamleader").body();
        assertThat(body.path("schema").path("id").asText()).isEqualTo("recordAbsence");
        assertThat(body.path("options").path("person")).hasSize(2);
        assertThat(body.path("prefill").path("from").asText()).isEqualTo("2026-10-05");
        assertThat(doors.get("/api/cases/" + number + "/actions/selectEvidence", "teamleader").status()).isEqualTo(404);
    }

    private Doors.Reply done(String user, String number, String action, Form submission) {
        Doors.Reply reply = doors.post("/api/cases/" + number + "/actions/" + action, user, submission.json());
        assertThat(reply.status()).as(action + ": " + reply.text()).isEqualTo(200);
        return reply;
    }

    private Doors.Reply refused(String user, String number, String action, Form submission, String refusal, String clause) {
        Map<String, String> before = doors.fingerprint();
        Doors.Reply reply = doors.post("/api/cases/" + number + "/actions/" + action, user, submission.json());
        assertThat(reply.status()).as(action + ": " + reply.text()).isEqualTo(422);
        assertThat(reply.refused()).contains(refusal);
        reply.body().path("errors").forEach(error -> {
            if ((error.path("field").asText() + ":" + error.path("rule").asText()).equals(refusal)) {
                assertThat(error.path("clause").asText()).isEqualTo(clause);
            }
        });
        assertThat(doors.fingerprint()).as("rows after " + refusal).isEqualTo(before);
        return reply;
    }

    private void refusedTask(String formId, String number, Form submission, String refusal) {
        var task = engine.task(formId, number);
        Map<String, String> before = doors.fingerprint();
        for (Doors.Reply reply : List.of(doors.completeAtEngineRest(task.getAssignee(), task.getId(), submission.json()),
                doors.submitInTasklist(task.getAssignee(), task.getId(), submission.json()))) {
            assertThat(reply.status()).as(reply.text()).isEqualTo(422);
            assertThat(reply.refused()).contains(refusal);
        }
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    private void ended(String number, Ending ending) {
        PerformanceCase found = story.look(number);
        assertThat(found.ending()).isEqualTo(ending);
        assertThat(found.stage()).isEqualTo(Stage.ended);
        assertThat(engine.open(number)).isEmpty();
    }

    private List<String> letters(String number) {
        return deliveries.of(number, Kinds.CLOSURE_LETTER).stream().map(Sent::occurrence).toList();
    }
}
