package fairway.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;

import fairway.correspondence.Deliveries;
import fairway.monitoring.HoldProgressReview.TargetRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final ReviewedPlan PLAN = new ReviewedPlan(List.of(new ReviewedPlan.Target(1, "Handovers complete", true)), Map.of(), TODAY);
    private static final List<TargetRow> NOT_MET = List.of(new TargetRow(1L, TargetState.notMet, "Three were missing"));
    private static final Outstanding TRAINING = new Outstanding(Outstanding.Kind.support, "7", "training in handovers, promised by 10/02/2027");

    private static final OutcomeGate OPEN = new OutcomeGate(Deliveries.Progress.reached, List.of());
    private static final OutcomeGate NOT_SENT = new OutcomeGate(Deliveries.Progress.notWritten, List.of());
    private static final OutcomeGate OWING = new OutcomeGate(Deliveries.Progress.reached, List.of(TRAINING));

    private static FinalReview form(FinalReview.Result result, String reason, LocalDate endsOn, boolean askHr) {
        return new FinalReview(result, NOT_MET, null, "I did my best", false, reason, endsOn, askHr);
    }

    private static List<String> refused(OutcomeGate gate, FinalReview form) {
        return Refused.by(r -> new FinalReviewRules(PLAN, TODAY, gate).check(form, r));
    }

    @Test
    void notMetIsRefusedBeforeLetterAndPlanWereSent_S1A02() {
        assertThat(refused(NOT_SENT, form(FinalReview.Result.notMet, null, null, false))).containsExactly("result:letterNotSent:S1A-02");
        assertThat(refused(OPEN, form(FinalReview.Result.notMet, null, null, false))).isEmpty();
    }

    @Test
    void thereIsNoOutcomeAtAllBeforeTheLetterWasSent_S1A01() {
        assertThat(refused(NOT_SENT, form(FinalReview.Result.standardMet, null, null, false))).containsExactly("result:letterNotSent:S1A-02");
        assertThat(refused(NOT_SENT, form(FinalReview.Result.extend, "More time", TODAY.plusDays(28), false))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "notWritten | Approve the letter first.",
            "onItsWay | wait until the page of the case says that they were sent.",
            "onPaper | Hand over the paper copy and record it in Tasklist",
            "failed | They could not be sent by e-mail. Your Fairway operations send them again",
            "stopped | Speak to HR."})
    void aLetterThatHasNotArrivedIsRefusedWithWhatToDo_S1A02(Deliveries.Progress progress, String whatToDo) {
        FinalReviewRules rules = new FinalReviewRules(PLAN, TODAY, new OutcomeGate(progress, List.of()));
        assertThat(Refused.fields(r -> rules.check(form(FinalReview.Result.standardMet, null, null, false), r))).singleElement()
                .satisfies(refused -> assertThat(refused.message()).contains(whatToDo));
    }

    @Test
    void notMetIsRefusedWhileTheTrustOwesSomethingUnexplained_S1A05() {
        assertThat(refused(OWING, form(FinalReview.Result.notMet, null, null, false))).containsExactly("result:outstanding:S1A-05");
        assertThat(Refused.fields(r -> new FinalReviewRules(PLAN, TODAY, OWING).check(form(FinalReview.Result.notMet, null, null, false), r)).get(0).message())
                .contains("training in handovers").contains("Ask HR to explain");
        assertThat(refused(OWING, form(FinalReview.Result.standardMet, null, null, false))).isEmpty();
    }

    @Test
    void theReviewerAsksHrToExplainWhatIsOutstanding_S1A05() {
        assertThat(refused(OWING, form(FinalReview.Result.notMet, null, null, true))).isEmpty();
        assertThat(refused(OPEN, form(FinalReview.Result.notMet, null, null, true))).containsExactly("askHr:nothingOutstanding:S1A-05");
        assertThat(refused(OWING, form(FinalReview.Result.standardMet, null, null, true))).containsExactly("askHr:onlyWhenNotMet:S1A-05");
    }

    @Test
    void aFinalReviewLeavesNoTargetOutAndHearsTheColleague_S1D06() {
        FinalReview silent = new FinalReview(FinalReview.Result.standardMet, List.of(), null, null, false, null, null, false);
        assertThat(refused(OPEN, silent)).containsExactly("targets:targetLeftOut:S1D-16", "colleagueView:viewOrDeclined:S1D-06");
        FinalReview declined = new FinalReview(FinalReview.Result.standardMet, NOT_MET, null, null, true, null, null, false);
        assertThat(refused(OPEN, declined)).isEmpty();
    }

    @Test
    void anExtensionNeedsReasonAndALaterDay_S1D14() {
        assertThat(refused(OPEN, form(FinalReview.Result.extend, null, null, false))).containsExactly("reason:reasonMissing:S1D-14", "endsOn:required:S1D-14");
        assertThat(refused(OPEN, form(FinalReview.Result.extend, "More time", TODAY, false))).containsExactly("endsOn:notLater:S1D-14");
        assertThat(refused(OPEN, form(FinalReview.Result.extend, "More time", TODAY.plusDays(1), false))).isEmpty();
        ReviewedPlan endsLater = new ReviewedPlan(PLAN.targets(), Map.of(), TODAY.plusDays(10));
        assertThat(Refused.by(r -> new FinalReviewRules(endsLater, TODAY, OPEN).check(form(FinalReview.Result.extend, "More time", TODAY.plusDays(10), false), r)))
                .containsExactly("endsOn:notLater:S1D-14");
    }

    @Test
    void theFormalStageIsNotBroughtForwardBeforeTheLetterNorWhileSomethingIsOwed_S1D17() {
        ConsiderFormalStage forward = new ConsiderFormalStage("bringForward", "Patients were at risk");
        assertThat(Refused.by(r -> new FormalStageRules(NOT_SENT).check(forward, r))).containsExactly("decision:letterNotSent:S1A-02");
        assertThat(Refused.by(r -> new FormalStageRules(OWING).check(forward, r))).containsExactly("decision:outstanding:S1A-05");
        assertThat(Refused.by(r -> new FormalStageRules(OPEN).check(forward, r))).isEmpty();
        ConsiderFormalStage goOn = new ConsiderFormalStage("continue", "A second nurse checks");
        assertThat(Refused.by(r -> new FormalStageRules(new OutcomeGate(Deliveries.Progress.notWritten, List.of(TRAINING))).check(goOn, r))).isEmpty();
    }

    @Test
    void hrDecidesOnTheFormalStageWithReasons_S1D17() {
        assertThat(Refused.by(r -> new FormalStageRules(OPEN).check(new ConsiderFormalStage("bringForward", null), r))).containsExactly("rationale:required:S1D-17");
        assertThat(Refused.by(r -> new FormalStageRules(OPEN).check(new ConsiderFormalStage(null, "Because"), r))).containsExactly("decision:required:S1D-17");
        assertThat(Refused.by(r -> new FormalStageRules(OPEN).check(new ConsiderFormalStage("dismiss", "Because"), r))).containsExactly("decision:choice:");
    }

    @Test
    void anExtensionBeyondTheTotalNeedsAWrittenReasonAndSaysWhoseRuleThatIs() {
        ExtensionRules beyond = new ExtensionRules(true, Period.ofMonths(6), TODAY.plusDays(1), TODAY);
        assertThat(Refused.by(r -> beyond.check(new AgreeExtension(true, null), r))).containsExactly("comment:beyondTotalTimeframe:T");
        assertThat(Refused.fields(r -> beyond.check(new AgreeExtension(true, null), r)).get(0).message()).contains("6 months").contains("Trust setting");
        assertThat(Refused.by(r -> beyond.check(new AgreeExtension(false, null), r))).containsExactly("comment:required:S1D-14");
        assertThat(Refused.by(r -> beyond.check(new AgreeExtension(true, "Sick child"), r))).isEmpty();
        assertThat(Refused.by(r -> new ExtensionRules(false, Period.ofMonths(6), TODAY.plusDays(1), TODAY).check(new AgreeExtension(true, null), r))).containsExactly("comment:required:S1D-14");
        ExtensionRules late = new ExtensionRules(false, Period.ofMonths(6), TODAY, TODAY);
        assertThat(Refused.by(r -> late.check(new AgreeExtension(true, "Yes."), r))).containsExactly("agreed:endHasCome:S1D-14");
        assertThat(Refused.by(r -> late.check(new AgreeExtension(false, "Ask for a later day."), r))).isEmpty();
    }
}
