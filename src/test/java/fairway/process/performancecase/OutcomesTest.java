package fairway.process.performancecase;

import static fairway.monitoring.PlanUnderWay.COLLEAGUE;
import static fairway.monitoring.PlanUnderWay.NUMBER;
import static fairway.support.Submissions.agreement;
import static fairway.support.Submissions.decision;
import static fairway.support.Submissions.form;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import fairway.correspondence.Deliveries;
import fairway.correspondence.DeliveryState;
import fairway.correspondence.Kinds;
import fairway.correspondence.Sent;
import fairway.monitoring.PlanUnderWay;
import fairway.performancecase.Cases;
import fairway.performancecase.Ending;
import fairway.performancecase.Outcome;
import fairway.performancecase.PerformanceCase;
import fairway.performancecase.Stage;
import fairway.stage1.Stage1;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Submissions;
import fairway.support.Submissions.Form;
import fairway.support.TestClock;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** How a case ends after its monitoring, from the outcome on; the way there is told by the tests of Stage 1 and of the monitoring. */
@FairwayTest
class OutcomesTest {

    @Autowired
    Engine engine;
    @Autowired
    Doors doors;
    @Autowired
    Cases cases;
    @Autowired
    Stage1 stage1;
    @Autowired
    Deliveries deliveries;
    @Autowired
    RuntimeService runtime;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    TransactionTemplate transactions;

    private CaseStory story;
    private PlanUnderWay plan;

    @BeforeEach
    void begin(@Autowired ApplicationContext context) {
        story = new CaseStory(context);
        plan = PlanUnderWay.in(jdbc);
    }

    // ---- standard met

    @Test
    void theStandardIsMet_standardMet() {
        jdbc.update("update line set additional_support = true where colleague_staff_number = ?", COLLEAGUE);
        outcome(Outcome.standardMet);
        standsAt("serviceTask_issueClosureLetter");
        ended(Ending.standardMet);
        assertThat(letters()).containsExactly("standardMet");
        assertThat(jdbc.queryForObject("select additional_support from line where colleague_staff_number = ? and ended_on is null", Boolean.class, COLLEAGUE))
                .as("OTO-04").isFalse();
    }

    @Test
    void whatIsStillOpenIsListedToHrAndClosedWithItsState_S1A05() {
        plan.supportPromised(LocalDate.of(2026, 11, 2));
        outcome(Outcome.standardMet);
        standsAt("serviceTask_issueClosureLetter");
        ended(Ending.standardMet);
        assertThat(deliveries.of(NUMBER, Kinds.NOTICE)).extracting(Sent::occurrence).contains("open-standardMet");
        assertThat(jdbc.queryForObject("select body from delivery where occurrence = 'open-standardMet'", String.class))
                .containsIgnoringCase("training").doesNotContain("chart checks", "Barker");
        assertThat(transactions.<Integer>execute(s -> stage1.openSupport(NUMBER).size())).isZero();
    }

    // ---- the Trust's watch

    @Test
    void theWatchIsOverAndTheImprovementSustained_sustained() {
        watched();
        assertThat(engine.timer("event_watchOver", NUMBER)).isEqualTo(LocalDateTime.of(2027, 4, 6, 8, 0));
        engine.timePassesTo(LocalDateTime.of(2027, 4, 6, 9, 0));
        ended(Ending.sustained);
        assertThat(letters()).containsExactly("sustained");
    }

    @Test
    void whatIsStillOpenInTheWatchGoesOn_S1A05() {
        plan.supportPromised(LocalDate.of(2026, 11, 2));
        jdbc.update("update performance_case set stage = 'watch', outcome = 'standardMet', outcome_on = '2026-10-05', watch_until = '2027-04-05'");
        transactions.executeWithoutResult(s -> cases.listWhatIsOpen(NUMBER));
        assertThat(jdbc.queryForObject("select body from delivery where occurrence = 'open-standardMet'", String.class))
                .contains("The standard was met, and is watched until 05/04/2027 (Trust setting). Still open, and goes on in the watch:").doesNotContain("comes to its end");
        assertThat(transactions.<Integer>execute(s -> stage1.openSupport(NUMBER).size())).isEqualTo(1);
    }

    @Test
    void anAbsenceMakesTheWatchLonger_T() {
        watched();
        assertThat(post("teamleader", "recordAbsence", form().with("person", COLLEAGUE).with("from", "2026-12-01").with("to", "2026-12-10")).status()).isEqualTo(200);
        assertThat(engine.timer("event_watchOver", NUMBER)).isEqualTo(LocalDateTime.of(2027, 4, 16, 8, 0));
    }

    @Test
    void performanceFellAndHrLetsTheWatchGoOn() {
        watched();
        String example = performanceFell();
        assertThat(doors.get("/api/tasks/" + engine.task("confirmReturnToMonitoring", NUMBER).getId() + "/form", "hr").body().path("prefill").has("agreed"))
                .as("what is against the colleague is never chosen for HR").isFalse();
        refusedTask("confirmReturnToMonitoring", form().with("agreed", false), "comment:required");
        engine.complete("confirmReturnToMonitoring", NUMBER, agreement(false).json());
        assertThat(story.look(NUMBER).stage()).isEqualTo(Stage.watch);
        assertThat(engine.timer("event_watchOver", NUMBER)).isEqualTo(LocalDateTime.of(2027, 4, 6, 8, 0));
        assertThat(post("teamleader", "reportPerformanceFell", form().with("description", "Fell again.").with("examples", List.of(example))).status())
                .as("it can be reported again").isEqualTo(200);
    }

    @Test
    void performanceFellAndMonitoringBeginsAgain() {
        watched();
        performanceFell();
        TestClock.set(LocalDateTime.of(2026, 12, 7, 9, 0));
        refusedTask("confirmReturnToMonitoring", agreement(true), "endsOn:required");
        refusedTask("confirmReturnToMonitoring", agreement(true).with("endsOn", "2026-12-07"), "endsOn:afterToday");
        engine.complete("confirmReturnToMonitoring", NUMBER, agreement(true).with("endsOn", "2027-01-29").json());
        backInMonitoring(LocalDate.of(2027, 1, 29));
    }

    /** Met, watched, fell, monitored again, met again: both are told, and either letter can be corrected. */
    @Test
    void theStandardIsMetASecondTimeAndToldASecondTime_S1D16() {
        plan.supportPromised(LocalDate.of(2027, 3, 1));
        cases.tellOfTheEnd(NUMBER, Ending.standardMet);
        cases.listWhatIsOpen(NUMBER);
        watched();
        engine.runDue();
        assertThat(letters()).containsExactly("standardMet");
        performanceFell();
        engine.complete("confirmReturnToMonitoring", NUMBER, agreement(true).with("endsOn", "2027-01-29").json());
        engine.timePassesTo(engine.timer("event_reviewDue", NUMBER).plusHours(2));
        List<Map<String, Object>> met = List.of(Submissions.target(plan.urgentTarget(), "met"), Submissions.target(plan.otherTarget(), "met"));
        engine.complete("holdProgressReview", NUMBER, Submissions.reviewHeld(TestClock.today(), met).with("closeEarly", true).json());
        engine.complete("finalReview", NUMBER, Submissions.finalReview("standardMet", met).json());
        engine.runDue();
        assertThat(story.look(NUMBER).ending()).isEqualTo(Ending.standardMet);
        assertThat(letters()).containsExactly("standardMet-2", "standardMet");
        assertThat(deliveries.of(NUMBER, Kinds.CLOSURE_LETTER)).extracting(Sent::state).containsOnly(DeliveryState.sent);
        assertThat(deliveries.of(NUMBER, Kinds.NOTICE)).extracting(Sent::occurrence).contains("open-standardMet", "open-standardMet-2");
        List<Sent> told = deliveries.of(NUMBER, Kinds.CLOSURE_LETTER);
        assertThat(correct(told.get(1)).refused()).as("monitoring began again after the first").containsExactly("letter:overtaken");
        Doors.Reply corrected = correct(told.get(0));
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(letters()).contains("standardMet-2-letter-2").doesNotContain("standardMet-letter-2");
    }

    @Test
    void whatFellNeedsExamplesAboutTheColleague_PM07() {
        watched();
        String other = story.note(CaseStory.OTHER_COLLEAGUE, LocalDate.of(2026, 10, 1), true).example();
        refusedAction("reportPerformanceFell", form().with("examples", List.of()), "description:required");
        refusedAction("reportPerformanceFell", form().with("description", "Fell."), "examples:required");
        refusedAction("reportPerformanceFell", form().with("description", "Fell.").with("examples", List.of(other)), "examples[0]:otherColleague");
        performanceFell();
        refusedAction("reportPerformanceFell", form().with("description", "Fell.").with("examples", List.of(other)), ":reportedAlready");
    }

    // ---- not met

    @Test
    void hrRefersToTheFormalStage_referred() {
        notMet();
        engine.complete("decideFormalStage", NUMBER, decision("refer").json());
        ended(Ending.referred);
        assertThat(letters()).containsExactly("referred");
        assertThat(deliveries.of(NUMBER, Kinds.HAND_OVER_PACK)).hasSize(1);
    }

    @Test
    void hrClosesTheCase_closedByHr() {
        notMet();
        engine.complete("decideFormalStage", NUMBER, decision("close").json());
        ended(Ending.closedByHr);
        assertThat(letters()).containsExactly("closedByHr");
    }

    @Test
    void hrReturnsToMonitoringWithANewEnd() {
        notMet();
        refusedTask("decideFormalStage", decision("returnToMonitoring"), "endsOn:required");
        refusedTask("decideFormalStage", decision("returnToMonitoring").with("endsOn", TestClock.today()), "endsOn:afterToday");
        refusedTask("decideFormalStage", decision("returnToMonitoring").with("endsOn", "2026-12-31").without("rationale"), "rationale:required");
        engine.complete("decideFormalStage", NUMBER, decision("returnToMonitoring").with("endsOn", "2026-12-31").json());
        backInMonitoring(LocalDate.of(2026, 12, 31));
    }

    @Test
    void broughtForwardIsReferred_S1D17() {
        outcome(Outcome.broughtForward);
        standsAt("gateway_referral");
        ended(Ending.referred);
        assertThat(letters()).containsExactly("referred");
    }

    private void backInMonitoring(LocalDate endsOn) {
        PerformanceCase found = story.look(NUMBER);
        assertThat(found.stage()).isEqualTo(Stage.monitoring);
        assertThat(found.outcome()).isNull();
        assertThat(transactions.<LocalDate>execute(s -> stage1.planOf(NUMBER).endsOn())).isEqualTo(endsOn);
        assertThat(jdbc.queryForObject("select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_ "
                + "where e.business_key_ = ? and d.key_ = 'progressMonitoring'", Integer.class, NUMBER)).isEqualTo(1);
        assertThat(jdbc.queryForObject("select additional_support from line where colleague_staff_number = ? and ended_on is null", Boolean.class, COLLEAGUE))
                .as("OTO-04").isTrue();
        assertThat(letters()).isEmpty();
    }

    private Doors.Reply correct(Sent letter) {
        return post("teamleader", "correctLetter", form().with("letter", letter.id()).with("reason", "The name of the ward."));
    }

    private void outcome(Outcome outcome) {
        cases.outcome(NUMBER, outcome, null);
    }

    private void notMet() {
        outcome(Outcome.notMet);
        standsAt("userTask_decideFormalStage");
        assertThat(engine.task("decideFormalStage", NUMBER).getAssignee()).isEqualTo("hr");
        assertThat(engine.due(engine.task("decideFormalStage", NUMBER))).isEqualTo(LocalDateTime.of(2026, 10, 12, 17, 0));
    }

    /** The standard was met on 5 October and is watched for six months. */
    private void watched() {
        jdbc.update("update performance_case set stage = 'watch', outcome = 'standardMet', outcome_on = '2026-10-05', watch_until = '2027-04-05'");
        standsAt("gateway_watchGoesOn");
    }

    private String performanceFell() {
        String example = story.note(COLLEAGUE, LocalDate.of(2026, 10, 4), true).example();
        Doors.Reply reply = post("teamleader", "reportPerformanceFell", form().with("description", "Charts are missed again.").with("examples", List.of(example)));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(engine.task("confirmReturnToMonitoring", NUMBER).getAssignee()).isEqualTo("hr");
        return example;
    }

    private void standsAt(String element) {
        runtime.createProcessInstanceByKey("performanceCase").businessKey(NUMBER).startBeforeActivity(element).execute();
    }

    private Doors.Reply post(String user, String action, Form submission) {
        return doors.post("/api/cases/" + NUMBER + "/actions/" + action, user, submission.json());
    }

    private void refusedAction(String action, Form submission, String refusal) {
        Map<String, String> before = doors.fingerprint();
        Doors.Reply reply = post("teamleader", action, submission);
        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.refused()).contains(refusal);
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    private void refusedTask(String formId, Form submission, String refusal) {
        var task = engine.task(formId, NUMBER);
        Map<String, String> before = doors.fingerprint();
        for (Doors.Reply reply : List.of(doors.completeAtEngineRest(task.getAssignee(), task.getId(), submission.json()),
                doors.submitInTasklist(task.getAssignee(), task.getId(), submission.json()))) {
            assertThat(reply.status()).as(reply.text()).isEqualTo(422);
            assertThat(reply.refused()).contains(refusal);
        }
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    private void ended(Ending ending) {
        PerformanceCase found = story.look(NUMBER);
        assertThat(found.ending()).isEqualTo(ending);
        assertThat(found.endedOn()).isEqualTo(TestClock.today());
        assertThat(engine.open(NUMBER)).isEmpty();
    }

    private List<String> letters() {
        return deliveries.of(NUMBER, Kinds.CLOSURE_LETTER).stream().map(Sent::occurrence).toList();
    }
}
