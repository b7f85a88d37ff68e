package fairway.monitoring;

import static fairway.monitoring.PlanUnderWay.ENDS;
import static fairway.monitoring.PlanUnderWay.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import fairway.form.Forms;
import fairway.form.Step;
import fairway.correspondence.Calendar;
import fairway.performancecase.Cases;
import fairway.performancecase.Ending;
import fairway.performancecase.Outcome;
import fairway.performancecase.Stage;
import fairway.staff.Absences;
import fairway.stage1.ReviewCalendar;
import fairway.stage1.Stage1;
import fairway.stage1.SupportState;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Mail;
import fairway.support.MailBox;
import fairway.support.Submissions;
import fairway.support.Submissions.Form;
import fairway.support.TestClock;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** progressMonitoring by itself, one story per way through it. */
@FairwayTest
class ProgressMonitoringTest {

    private static final String REVIEWER_MAIL = "nia.barker@trust.example";
    private static final String COLLEAGUE_MAIL = "priya.chowdhury@trust.example";
    private static final String ADVISER_MAIL = "noor.umar@trust.example";

    @Autowired
    private Forms forms;
    @Autowired
    private Engine engine;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private HistoryService history;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Monitoring monitoring;
    @Autowired
    private Stage1 stage1;
    @Autowired
    private Cases cases;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private Absences absences;
    @Autowired
    private ReviewCalendar calendar;
    @Autowired
    private Calendar entries;

    private PlanUnderWay plan;

    @BeforeEach
    void aPlanIsAgreed() {
        plan = PlanUnderWay.in(jdbc);
    }

    // ---- the days of reviews

    @Test
    void theFirstReviewIsAWeekAfterThePlanAndTheNextAWeekAfterIt_S1D15() {
        begin();
        assertThat(engine.timer("event_reviewDue", NUMBER)).isEqualTo(morningOf("2026-10-12"));

        engine.timePassesTo(at("2026-10-12T09:00"));
        var review = engine.task("holdProgressReview", NUMBER);
        assertThat(engine.due(review)).isEqualTo(at("2026-10-12T17:00"));
        assertThat(engine.followUp(review)).isEqualTo(at("2026-10-12T17:00"));
        assertThat(review.getAssignee()).isEqualTo("teamleader");

        holdReview("onTrack", "met");
        assertThat(engine.timer("event_reviewDue", NUMBER)).isEqualTo(morningOf("2026-10-19"));
        assertThat(engine.open(NUMBER)).isEmpty();
    }

    @Test
    void theChangeToWinterTimeMovesNoReview_S1D15() {
        begin();
        for (String day : List.of("2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02")) {
            assertThat(engine.timer("event_reviewDue", NUMBER)).isEqualTo(morningOf(day));
            engine.timePassesTo(LocalDate.parse(day).atTime(9, 0));
            holdReview("onTrack", "onTrack");
        }
    }

    @Test
    void aReviewOnABankHolidayIsEarlier_S1D15() {
        plan.every("P14D").ends(LocalDate.parse("2027-01-29"));
        engine.timePassesTo(at("2026-12-11T09:00"));
        jdbc.update("update improvement_action_plan set in_force_from = '2026-12-11', starts_on = '2026-12-11'");
        begin();
        assertThat(engine.timer("event_reviewDue", NUMBER)).as("25/12/2026 is Christmas Day").isEqualTo(morningOf("2026-12-24"));
    }

    @Test
    void aLateReviewIsFollowedByTheNextOneThatWasAgreed_S1A04() {
        begin();
        engine.timePassesTo(at("2026-10-15T11:00"));
        holdReview("onTrack", "met");
        assertThat(engine.timer("event_reviewDue", NUMBER)).isEqualTo(morningOf("2026-10-19"));
    }

    @Test
    void aReviewHeldBeforeItsDayCountsForItAndTheNextIsStillWithinTheFrequency_S1D15() {
        begin();
        engine.timePassesTo(at("2026-10-12T09:00"));
        engine.complete("holdProgressReview", NUMBER, review("onTrack", "met").with("heldOn", "2026-10-09").json());
        assertThat(engine.timer("event_reviewDue", NUMBER)).isEqualTo(morningOf("2026-10-16"));
        engine.timePassesTo(at("2026-10-16T09:00"));
        holdReview("onTrack", "met");
        assertThat(engine.timer("event_reviewDue", NUMBER)).isEqualTo(morningOf("2026-10-19"));
        engine.timePassesTo(at("2026-10-19T09:00"));
        assertThat(outstanding()).isEmpty();
    }

    @Test
    void theLastReviewIsTheFinalOneOnThePlansLastWorkingDay_S1D14() {
        plan.ends(LocalDate.parse("2026-10-18"));
        begin();
        engine.timePassesTo(at("2026-10-12T09:00"));
        holdReview("onTrack", "met");
        assertThat(engine.timer("event_reviewDue", NUMBER)).as("18/10/2026 is a Sunday").isEqualTo(morningOf("2026-10-16"));
        engine.timePassesTo(at("2026-10-16T09:00"));
        assertThat(engine.open(NUMBER)).containsExactly("finalReview");
        assertThat(engine.due(engine.task("finalReview", NUMBER))).isEqualTo(at("2026-10-16T17:00"));
        assertThat(engine.task("finalReview", NUMBER).getAssignee()).isEqualTo("teamleader");
    }

    // ---- reminders

    @Test
    void theReviewerIsRemindedWhenDueAndAfterThreeWorkingDaysAndHrIsToldAfterTen_S1D16() {
        begin();
        engine.timePassesTo(at("2026-10-12T09:00"));
        assertThat(MailBox.received(REVIEWER_MAIL)).singleElement().satisfies(mail -> {
            assertThat(mail.text()).contains("12/10/2026", NUMBER).doesNotContain("Chowdhury", "Chart");
            assertThat(mail.subject()).doesNotContain(NUMBER, "Chowdhury");
        });
        assertThat(engine.timer("event_reviewOverdue", NUMBER)).isEqualTo(morningOf("2026-10-15"));
        assertThat(engine.timer("event_reviewLate", NUMBER)).isEqualTo(morningOf("2026-10-26"));

        engine.timePassesTo(at("2026-10-15T07:59"));
        assertThat(MailBox.received(REVIEWER_MAIL)).hasSize(1);
        engine.timePassesTo(at("2026-10-15T08:01"));
        assertThat(MailBox.received(REVIEWER_MAIL)).hasSize(2);
        assertThat(MailBox.received(ADVISER_MAIL)).isEmpty();

        engine.timePassesTo(at("2026-10-26T08:01"));
        assertThat(MailBox.received(ADVISER_MAIL)).singleElement().satisfies(mail ->
                assertThat(mail.text()).contains("12/10/2026", "10 working days (Trust setting)", NUMBER).doesNotContain("Chowdhury"));
        assertThat(engine.open(NUMBER)).as("the review is still to be held").containsExactly("holdProgressReview");
    }

    @Test
    void aLateFinalReviewIsRemindedOfLikeAnyOther_S1D16() {
        plan.ends(LocalDate.parse("2026-10-09"));
        begin();
        engine.timePassesTo(at("2026-10-09T09:00"));
        assertThat(engine.timer("event_finalReviewOverdue", NUMBER)).isEqualTo(morningOf("2026-10-14"));
        assertThat(engine.timer("event_finalReviewLate", NUMBER)).isEqualTo(morningOf("2026-10-23"));
        engine.timePassesTo(at("2026-10-23T09:00"));
        assertThat(MailBox.received(REVIEWER_MAIL)).hasSize(2).allSatisfy(mail -> assertThat(mail.text()).contains("final review"));
        assertThat(MailBox.received(ADVISER_MAIL)).hasSize(1);
    }

    // ---- a review that was held

    @Test
    void theColleagueGetsTheNoteOfTheReviewAndNothingOfHealth_S1D16() {
        long training = plan.supportPromised(LocalDate.parse("2026-10-20"));
        begin();
        engine.timePassesTo(at("2026-10-12T09:00"));
        MailBox.empty();
        engine.complete("holdProgressReview", NUMBER, review("onTrack", "met")
                .with("barriers", "Handover overruns").with("healthNote", "Marked health text")
                .with("support", List.of(Map.of("id", String.valueOf(training), "state", "delivered"))).json());
        engine.runDue();

        Mail note = MailBox.last(COLLEAGUE_MAIL);
        assertThat(note.attachments()).singleElement().satisfies(file -> assertThat(file.fileName()).isEqualTo("note-of-your-progress-review.pdf"));
        assertThat(note.text()).doesNotContain("Marked health text", "Handover");
        assertThat(stage1.support(NUMBER)).singleElement().satisfies(item -> assertThat(item.state()).isEqualTo(SupportState.delivered));
        assertThat(jdbc.queryForObject("select count(*) from health_note where case_number = ?", Long.class, NUMBER)).isEqualTo(1);
        MonitoringReview held = last();
        assertThat(held.isHeld()).isTrue();
        assertThat(held.heldOn()).isEqualTo(LocalDate.parse("2026-10-12"));
        assertThat(held.targets()).extracting(TargetResult::state).containsExactlyInAnyOrder(TargetState.onTrack, TargetState.met);
    }

    @Test
    void supportThatWasDeclinedIsNoLongerOwed_S1A05() {
        long training = plan.supportPromised(LocalDate.parse("2026-10-20"));
        begin();
        engine.timePassesTo(at("2026-10-12T09:00"));
        engine.complete("holdProgressReview", NUMBER,
                review("onTrack", "met").with("support", List.of(Map.of("id", String.valueOf(training), "state", "declined"))).json());
        assertThat(stage1.openSupport(NUMBER)).isEmpty();
        assertThat(outstanding()).isEmpty();
    }

    @Test
    void allTargetsMetMayCloseEarlyWithAFinalReview_S1D16() {
        begin();
        engine.timePassesTo(at("2026-10-12T09:00"));
        engine.complete("holdProgressReview", NUMBER, review("met", "met").with("closeEarly", true).json());
        assertThat(engine.open(NUMBER)).containsExactly("finalReview");
        assertThat(engine.due(engine.task("finalReview", NUMBER))).isEqualTo(at("2026-10-12T17:00"));

        engine.complete("finalReview", NUMBER, finalReview("standardMet", "met", "met").json());
        assertThat(ended()).isEqualTo("endEvent_standardMet");
        assertThat(cases.require(NUMBER).outcome()).isEqualTo(Outcome.standardMet);
    }

    // ---- a review that was not held

    @Test
    void aReviewIsPutOffAndComesUpAgainOnItsNewDay_S1D16() {
        begin();
        engine.timePassesTo(at("2026-10-12T09:00"));
        engine.complete("holdProgressReview", NUMBER, postponed("2026-10-14").json());
        assertThat(engine.timer("event_reviewDue", NUMBER)).isEqualTo(morningOf("2026-10-14"));
        engine.timePassesTo(at("2026-10-14T09:00"));
        assertThat(engine.due(engine.task("holdProgressReview", NUMBER))).isEqualTo(at("2026-10-14T17:00"));
        holdReview("onTrack", "onTrack");
        assertThat(monitoring.reviewsOf(NUMBER)).hasSize(1);
        assertThat(last().missed()).singleElement().satisfies(missed -> assertThat(missed.reason()).isEqualTo("Short of staff"));
        assertThat(engine.timer("event_reviewDue", NUMBER)).isEqualTo(morningOf("2026-10-19"));
    }

    @Test
    void hrDecidesAfterTheSecondNonAttendanceSicknessNotCounted_S1D16() {
        begin();
        engine.timePassesTo(at("2026-10-12T09:00"));
        engine.complete("holdProgressReview", NUMBER, notAttended("sickness", "2026-10-14").json());
        engine.timePassesTo(at("2026-10-14T09:00"));
        engine.complete("holdProgressReview", NUMBER, notAttended("no", "2026-10-15").json());
        assertThat(engine.timer("event_reviewDue", NUMBER)).isEqualTo(morningOf("2026-10-15"));
        engine.timePassesTo(at("2026-10-15T09:00"));
        engine.complete("holdProgressReview", NUMBER, notAttended("companionUnavailable", "2026-10-16").json());
        engine.timePassesTo(at("2026-10-16T09:00"));
        engine.complete("holdProgressReview", NUMBER, Submissions.form().with("outcome", "notAttended").json());
        assertThat(engine.open(NUMBER)).containsExactly("decideOnNonAttendance");
        assertThat(engine.task("decideOnNonAttendance", NUMBER).getAssignee()).isEqualTo("hr");
        assertThat(forms.task("decideOnNonAttendance").orElseThrow().prefill(new Step("decideOnNonAttendance", NUMBER, null, "hr")))
                .as("the two that count").containsEntry("_context", "The colleague did not attend the progress review on 14/10/2026 and on 16/10/2026.");

        engine.complete("decideOnNonAttendance", NUMBER, Submissions.decision("newDate").json());
        assertThat(engine.timer("event_reviewDue", NUMBER)).as("within 5 working days").isEqualTo(morningOf("2026-10-23"));
        engine.timePassesTo(at("2026-10-23T09:00"));
        assertThat(engine.open(NUMBER)).containsExactly("holdProgressReview");
    }

    @Test
    void hrMayEndTheCaseAfterTheSecondNonAttendance_S1D16() {
        inTheCase();
        engine.timePassesTo(at("2026-10-12T09:00"));
        engine.complete("holdProgressReview", NUMBER, notAttended("no", "2026-10-13").json());
        engine.timePassesTo(at("2026-10-13T09:00"));
        engine.complete("holdProgressReview", NUMBER, notAttended("no", null).json());
        engine.complete("decideOnNonAttendance", NUMBER, Submissions.decision("withdraw").json());
        assertThat(cases.require(NUMBER).ending()).isEqualTo(Ending.withdrawn);
        assertThat(monitoring.reviewsOf(NUMBER)).extracting(MonitoringReview::state).containsExactly(MonitoringReview.State.lapsed);
    }

    // ---- absences and pauses

    @Test
    void anAbsenceMovesReviewsAndThePlansEnd_S1D15() {
        begin();
        engine.timePassesTo(at("2026-10-12T09:00"));
        holdReview("onTrack", "onTrack");
        away("10005", "2026-10-14", "2026-10-20");
        assertThat(engine.timer("event_reviewDue", NUMBER)).isEqualTo(morningOf("2026-10-26"));
        assertThat(stage1.planEndsOn(NUMBER)).isEqualTo(ENDS.plusDays(7));
    }

    @Test
    void whileTheReturnIsNotKnownNothingIsDueAndAfterwardsEverythingMovedOn_S1D16() {
        begin();
        engine.timePassesTo(at("2026-10-12T09:00"));
        holdReview("onTrack", "onTrack");
        away("10004", "2026-10-13", null);
        engine.timePassesTo(at("2026-11-20T09:00"));
        assertThat(engine.open(NUMBER)).isEmpty();
        away("10004", "2026-10-13", "2026-11-22");
        assertThat(engine.timer("event_reviewDue", NUMBER)).as("seven days after 12/10 that count").isEqualTo(morningOf("2026-11-27"));
        engine.timePassesTo(at("2026-11-27T09:00"));
        assertThat(engine.open(NUMBER)).containsExactly("holdProgressReview");
        assertThat(outstanding()).as("no review was missed meanwhile").isEmpty();
    }

    @Test
    void remindersWaitForThoseWhoAreAway_S1D16() {
        begin();
        engine.timePassesTo(at("2026-10-12T09:00"));
        away("10004", "2026-10-13", "2026-10-16");
        assertThat(engine.timer("event_reviewOverdue", NUMBER)).isEqualTo(morningOf("2026-10-21"));
        assertThat(engine.timer("event_reviewLate", NUMBER)).isEqualTo(morningOf("2026-10-30"));
    }

    @Test
    void aReviewThatIsDueOnADayAwayIsHeldAfterwards_S1D16() {
        begin();
        engine.timePassesTo(at("2026-10-12T09:00"));
        engine.complete("holdProgressReview", NUMBER, postponed("2026-10-14").json());
        away("10005", "2026-10-14", "2026-10-16");
        assertThat(engine.timer("event_reviewDue", NUMBER)).as("the next working day").isEqualTo(morningOf("2026-10-19"));
    }

    @Test
    void theCalendarFollowsTheReviews_S1A04() {
        begin();
        transaction.executeWithoutResult(s -> calendar.arrange(NUMBER));
        assertThat(reviewsInCalendars()).startsWith(LocalDate.parse("2026-10-12"), LocalDate.parse("2026-10-19")).endsWith(ENDS).hasSize(8);
        engine.timePassesTo(at("2026-10-12T07:30"));
        engine.timePassesTo(at("2026-10-12T08:01"));
        engine.complete("holdProgressReview", NUMBER, postponed("2026-10-14").json());
        assertThat(reviewsInCalendars()).startsWith(LocalDate.parse("2026-10-14"), LocalDate.parse("2026-10-19")).endsWith(ENDS).hasSize(8);
        away("10005", "2026-10-14", "2026-10-16");
        assertThat(reviewsInCalendars()).startsWith(LocalDate.parse("2026-10-19")).endsWith(LocalDate.parse("2026-12-03"));
    }

    // ---- the formal stage brought forward

    @Test
    void aRiskOfSeriousDetrimentBringsItToHrWhoMayGoOn_S1D17() {
        begin();
        engine.timePassesTo(at("2026-10-12T09:00"));
        engine.complete("holdProgressReview", NUMBER, detriment().json());
        assertThat(engine.open(NUMBER)).containsExactly("considerFormalStage");
        assertThat(engine.task("considerFormalStage", NUMBER).getAssignee()).isEqualTo("hr");
        assertThat(engine.due(engine.task("considerFormalStage", NUMBER))).isEqualTo(at("2026-10-19T17:00"));

        engine.complete("considerFormalStage", NUMBER, Submissions.decision("continue").json());
        assertThat(engine.timer("event_reviewDue", NUMBER)).isEqualTo(morningOf("2026-10-19"));
        assertThat(monitoring.considerationsOf(NUMBER)).singleElement().satisfies(c -> assertThat(c.bringForward()).isFalse());
    }

    @Test
    void hrBringsTheFormalStageForward_S1D17() {
        begin();
        engine.timePassesTo(at("2026-10-12T09:00"));
        engine.complete("holdProgressReview", NUMBER, detriment().json());
        engine.complete("considerFormalStage", NUMBER, Submissions.decision("bringForward").json());
        assertThat(ended()).isEqualTo("endEvent_broughtForward");
        assertThat(cases.require(NUMBER).outcome()).isEqualTo(Outcome.broughtForward);
    }

    @Test
    void anOmissionIsExplainedBeforeTheFormalStageIsConsidered_S1A05() {
        plan.supportPromised(LocalDate.parse("2026-10-09"));
        begin();
        engine.timePassesTo(at("2026-10-12T09:00"));
        engine.complete("holdProgressReview", NUMBER, detriment().json());
        assertThat(engine.open(NUMBER)).containsExactly("explainOmission");
        assertThat(engine.task("explainOmission", NUMBER).getAssignee()).isEqualTo("hr");

        engine.complete("explainOmission", NUMBER, explanation(true).json());
        assertThat(engine.open(NUMBER)).containsExactly("considerFormalStage");
        engine.complete("considerFormalStage", NUMBER, Submissions.decision("bringForward").json());
        assertThat(ended()).isEqualTo("endEvent_broughtForward");
    }

    @Test
    void withoutTheGoAheadMonitoringGoesOnWithinOneFrequency_S1A05() {
        plan.adjustmentAgreed(LocalDate.parse("2026-10-09"));
        begin();
        engine.timePassesTo(at("2026-10-12T09:00"));
        engine.complete("holdProgressReview", NUMBER, detriment().json());
        engine.complete("explainOmission", NUMBER, explanation(false).json());
        assertThat(engine.open(NUMBER)).isEmpty();
        assertThat(engine.timer("event_reviewDue", NUMBER)).isEqualTo(morningOf("2026-10-19"));
        assertThat(stage1.planOf(NUMBER).endsOn()).isEqualTo(ENDS);
    }

    @Test
    void anAgreedReviewThatWasNotHeldIsAnOmissionOfTheTrust_S1D16() {
        begin();
        engine.timePassesTo(at("2026-10-20T09:00"));
        assertThat(outstanding()).singleElement().satisfies(o -> assertThat(o.kind()).isEqualTo(Outstanding.Kind.review));
        engine.complete("holdProgressReview", NUMBER, detriment().with("heldOn", "2026-10-20").json());
        assertThat(engine.open(NUMBER)).containsExactly("explainOmission");
    }

    // ---- the final review

    @Test
    void notMetEndsTheMonitoring_S1D16() {
        finalReviewDue();
        engine.complete("finalReview", NUMBER, finalReview("notMet", "notMet", "met").json());
        assertThat(ended()).isEqualTo("endEvent_notMet");
        assertThat(cases.require(NUMBER).outcome()).isEqualTo(Outcome.notMet);
        assertThat(cases.require(NUMBER).stage()).isEqualTo(Stage.formalStageDecision);
    }

    @Test
    void anExtensionThatHrAgreesGivesThePlanItsNewEndAndReviews_S1D14() {
        finalReviewDue();
        MailBox.empty();
        engine.complete("finalReview", NUMBER, extension("2026-11-06").json());
        assertThat(engine.open(NUMBER)).containsExactly("agreeExtension");
        assertThat(engine.task("agreeExtension", NUMBER).getAssignee()).isEqualTo("hr");

        engine.complete("agreeExtension", NUMBER, Submissions.agreement(true).json());
        engine.runDue();
        assertThat(stage1.planOf(NUMBER).endsOn()).isEqualTo(LocalDate.parse("2026-11-06"));
        assertThat(stage1.planVersions(NUMBER)).hasSize(2);
        assertThat(documentsOfColleague()).containsExactly("more-time-for-your-plan.pdf");
        assertThat(engine.timer("event_reviewDue", NUMBER)).as("a week after the 16th").isEqualTo(morningOf("2026-10-23"));
        engine.timePassesTo(at("2026-10-23T09:00"));
        holdReview("onTrack", "onTrack");
        engine.timePassesTo(at("2026-10-30T09:00"));
        holdReview("onTrack", "onTrack");
        engine.timePassesTo(at("2026-11-06T09:00"));
        assertThat(engine.open(NUMBER)).as("nobody has confirmed that the letter came").containsExactlyInAnyOrder("finalReview", "handOverPaperCopy");
    }

    @Test
    void anExtensionThatHrDoesNotAgreeGoesBackWithTheirComment_S1D14() {
        finalReviewDue();
        engine.complete("finalReview", NUMBER, extension("2026-11-06").json());
        engine.complete("agreeExtension", NUMBER, Submissions.agreement(false).json());
        assertThat(engine.open(NUMBER)).containsExactly("finalReview");
        assertThat(stage1.planVersions(NUMBER)).hasSize(1);
        engine.complete("finalReview", NUMBER, finalReview("standardMet", "met", "met").json());
        assertThat(ended()).isEqualTo("endEvent_standardMet");
    }

    @Test
    void hrExplainsAnOmissionBeforeThePlanCountsAsNotMet_S1A05() {
        plan.supportPromised(LocalDate.parse("2026-10-09"));
        finalReviewDue();
        engine.complete("finalReview", NUMBER, finalReview("notMet", "notMet", "met").with("askHr", true).json());
        assertThat(engine.open(NUMBER)).containsExactly("explainOmission");
        engine.complete("explainOmission", NUMBER, explanation(true).json());
        assertThat(engine.open(NUMBER)).containsExactly("finalReview");
        engine.complete("finalReview", NUMBER, finalReview("notMet", "notMet", "met").json());
        assertThat(ended()).isEqualTo("endEvent_notMet");
    }

    @Test
    void withoutTheGoAheadThePlanWhoseEndHasComeGoesOnForOneFrequency_S1A05() {
        plan.supportPromised(LocalDate.parse("2026-10-09"));
        finalReviewDue();
        engine.complete("finalReview", NUMBER, finalReview("notMet", "notMet", "met").with("askHr", true).json());
        MailBox.empty();
        engine.complete("explainOmission", NUMBER, explanation(false).json());
        engine.runDue();
        assertThat(stage1.planOf(NUMBER).endsOn()).isEqualTo(LocalDate.parse("2026-10-23"));
        assertThat(engine.timer("event_reviewDue", NUMBER)).isEqualTo(morningOf("2026-10-23"));
        assertThat(documentsOfColleague()).as("the colleague is told of the new end").containsExactly("more-time-for-your-plan.pdf");
        engine.timePassesTo(at("2026-10-23T09:00"));
        assertThat(engine.open(NUMBER)).containsExactly("finalReview");
    }

    // ---- helpers

    private void begin() {
        runtime.startProcessInstanceByKey("progressMonitoring", NUMBER);
    }

    /** As {@link #begin}, with the case around it. */
    private void inTheCase() {
        runtime.createProcessInstanceByKey("performanceCase").businessKey(NUMBER).startBeforeActivity("callActivity_progressMonitoring").execute();
    }

    /** A plan of eleven days whose one progress review was held, at its final review on Friday, 16/10/2026. */
    private void finalReviewDue() {
        plan.ends(LocalDate.parse("2026-10-16"));
        begin();
        engine.timePassesTo(at("2026-10-12T09:00"));
        holdReview("onTrack", "met");
        engine.timePassesTo(at("2026-10-16T09:00"));
        assertThat(engine.open(NUMBER)).containsExactly("finalReview");
    }

    private void holdReview(String urgent, String other) {
        engine.complete("holdProgressReview", NUMBER, review(urgent, other).json());
    }

    private Form review(String urgent, String other) {
        return Submissions.reviewHeld(TestClock.today(), plan.targets(urgent, other));
    }

    private Form detriment() {
        return review("notMet", "met").with("detriment", true).with("detrimentReason", "Two patients got their medication late");
    }

    private Form finalReview(String result, String urgent, String other) {
        return Submissions.finalReview(result, plan.targets(urgent, other));
    }

    private Form extension(String endsOn) {
        return finalReview("extend", "onTrack", "met").with("reason", "Nearly there").with("endsOn", endsOn);
    }

    private static Form postponed(String to) {
        return Submissions.form().with("outcome", "postponed").with("postponedTo", to).with("reason", "Short of staff");
    }

    private static Form notAttended(String excused, String to) {
        Form form = Submissions.form().with("outcome", "notAttended").with("excused", excused);
        return to == null ? form : form.with("postponedTo", to);
    }

    private void away(String staffNumber, String from, String to) {
        transaction.executeWithoutResult(s -> absences.record(staffNumber, LocalDate.parse(from), to == null ? null : LocalDate.parse(to)));
    }

    /** Names of the documents that the colleague got, calendar entries left aside. */
    private static List<String> documentsOfColleague() {
        return MailBox.received(COLLEAGUE_MAIL).stream().flatMap(mail -> mail.attachments().stream()).map(Mail.Attached::fileName)
                .filter(name -> name.endsWith(".pdf")).toList();
    }

    private List<LocalDate> reviewsInCalendars() {
        return transaction.execute(s -> entries.after(NUMBER, TestClock.now()).stream().map(entry -> entry.start().toLocalDate()).toList());
    }

    private static Form explanation(boolean goAhead) {
        return Submissions.form().with("rationale", "The trainer was ill; a colleague stepped in.").with("goAhead", goAhead);
    }

    private List<Outstanding> outstanding() {
        return transaction.execute(s -> monitoring.unexplained(NUMBER));
    }

    private MonitoringReview last() {
        return transaction.execute(s -> {
            List<MonitoringReview> all = monitoring.reviewsOf(NUMBER);
            MonitoringReview last = all.get(all.size() - 1);
            last.targets();
            last.missed();
            return last;
        });
    }

    /** The end event at which the process ended. */
    private String ended() {
        assertThat(engine.open(NUMBER)).isEmpty();
        return history.createHistoricActivityInstanceQuery().activityType("noneEndEvent").list().stream()
                .map(a -> a.getActivityId()).filter(id -> !id.contains("Reminded") && !id.contains("Told") && !id.contains("elivered")).findFirst().orElse(null);
    }

    private static LocalDateTime at(String time) {
        return LocalDateTime.parse(time);
    }

    private static LocalDateTime morningOf(String day) {
        return LocalDate.parse(day).atTime(8, 0);
    }
}
