package fairway.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import fairway.monitoring.HoldProgressReview.SupportRow;
import fairway.monitoring.HoldProgressReview.TargetRow;
import org.junit.jupiter.api.Test;

class ProgressReviewRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 20);
    private static final ReviewedPlan PLAN = new ReviewedPlan(
            List.of(new ReviewedPlan.Target(1, "Handovers complete", true), new ReviewedPlan.Target(2, "Rota out on time", false)), Map.of(7L, ReviewedPlan.Promise.open, 9L, ReviewedPlan.Promise.declined), LocalDate.of(2027, 3, 1));
    private static final List<TargetRow> BOTH = List.of(new TargetRow(1L, TargetState.onTrack, null), new TargetRow(2L, TargetState.met, null));
    private static final List<TargetRow> URGENT_NOT_MET = List.of(new TargetRow(1L, TargetState.notMet, "Two of five were missing"), new TargetRow(2L, TargetState.met, null));

    private final ProgressReviewRules rules = new ProgressReviewRules(PLAN, TODAY, LocalDate.of(2027, 1, 11), LocalDate.of(2027, 1, 27), false);
    private final ProgressReviewRules afterOneMissed = new ProgressReviewRules(PLAN, TODAY, LocalDate.of(2027, 1, 11), LocalDate.of(2027, 1, 27), true);

    private static Form held(List<TargetRow> targets) {
        return new Form(ReviewOutcome.held).on(TODAY).targets(targets);
    }

    @Test
    void aReviewOfEveryTargetIsTaken_S1D16() {
        assertThat(refused(held(BOTH))).isEmpty();
        assertThat(refused(held(BOTH).support(new SupportRow(7L, SupportAtReview.delivered)))).isEmpty();
    }

    @Test
    void aTargetThatIsLeftOutIsRefused_S1D16() {
        assertThat(refused(held(BOTH.subList(0, 1)))).containsExactly("targets:targetLeftOut:S1D-16");
        assertThat(Refused.fields(r -> rules.check(held(BOTH.subList(0, 1)).build(), r)).get(0).message()).contains("Rota out on time").doesNotContain("Handovers");
        assertThat(refused(held(List.of()))).containsExactly("targets:targetLeftOut:S1D-16");
    }

    @Test
    void aTargetGivenTwiceDoesNotStandForTheOther() {
        assertThat(refused(held(List.of(BOTH.get(0), BOTH.get(0))))).containsExactly("targets[1].id:twice:S1D-16", "targets:targetLeftOut:S1D-16");
    }

    @Test
    void aTargetOfAnotherPlanIsRefused() {
        assertThat(refused(held(List.of(BOTH.get(0), BOTH.get(1), new TargetRow(3L, TargetState.met, null)))))
                .containsExactly("targets[2].id:unknownTarget:S1D-13");
        assertThat(refused(held(List.of(BOTH.get(0), BOTH.get(1), new TargetRow(null, TargetState.met, null)))))
                .containsExactly("targets[2].id:unknownTarget:S1D-13");
    }

    @Test
    void aTargetWithoutStateIsRefused() {
        assertThat(refused(held(List.of(BOTH.get(0), new TargetRow(2L, null, "something"))))).containsExactly("targets[1].state:required:S1D-16");
    }

    @Test
    void aTargetNotMetNeedsWhatWasSeen_S1D16() {
        assertThat(refused(held(List.of(new TargetRow(1L, TargetState.notMet, null), BOTH.get(1))))).containsExactly("targets[0].seen:seenMissing:S1D-16");
    }

    @Test
    void seriousDetrimentNeedsItsReason_S1D17() {
        assertThat(refused(held(URGENT_NOT_MET).detriment(null))).containsExactly("detrimentReason:detrimentWithoutReason:S1D-17");
        assertThat(refused(held(URGENT_NOT_MET).detriment("Patients waited"))).isEmpty();
    }

    @Test
    void seriousDetrimentNeedsAnUrgentTargetThatIsNotMet_S1D17() {
        List<TargetRow> otherNotMet = List.of(BOTH.get(0), new TargetRow(2L, TargetState.notMet, "Late again"));
        assertThat(refused(held(otherNotMet).detriment("Patients waited"))).containsExactly("detriment:noUrgentTargetNotMet:S1D-17");
        assertThat(refused(held(BOTH).detriment("Patients waited"))).containsExactly("detriment:noUrgentTargetNotMet:S1D-17");
    }

    @Test
    void theDayOfAHeldReviewIsNeitherMissingNorAheadNorBeforeThePlan() {
        assertThat(refused(held(BOTH).on(null))).containsExactly("heldOn:required:S1D-16");
        assertThat(refused(held(BOTH).on(TODAY.plusDays(1)))).containsExactly("heldOn:notInFuture:S1D-16");
        assertThat(refused(held(BOTH).on(LocalDate.of(2027, 1, 10)))).containsExactly("heldOn:beforePlan:S1D-16");
        assertThat(refused(held(BOTH).on(LocalDate.of(2027, 1, 11)))).isEmpty();
    }

    @Test
    void supportOfAnotherCaseOrWithoutStateIsRefused_S1D12() {
        assertThat(refused(held(BOTH).support(new SupportRow(8L, SupportAtReview.delivered)))).containsExactly("support[0].id:unknownSupport:S1D-12");
        assertThat(refused(held(BOTH).support(new SupportRow(7L, null)))).containsExactly("support[0].state:required:S1D-12");
        assertThat(refused(held(BOTH).support(new SupportRow(7L, SupportAtReview.notYet), new SupportRow(7L, SupportAtReview.delivered))))
                .containsExactly("support[1].id:twice:S1D-12");
    }

    @Test
    void supportThatWasDeclinedStaysDeclined_S1D12() {
        assertThat(refused(held(BOTH).support(new SupportRow(9L, SupportAtReview.declined)))).isEmpty();
        assertThat(refused(held(BOTH).support(new SupportRow(9L, SupportAtReview.delivered)))).containsExactly("support[0].state:settled:S1D-12");
    }

    @Test
    void onlyAllTargetsMetCloseEarly_S1D15() {
        List<TargetRow> allMet = List.of(new TargetRow(1L, TargetState.met, null), new TargetRow(2L, TargetState.met, null));
        assertThat(refused(held(allMet).closeEarly())).isEmpty();
        assertThat(refused(held(BOTH).closeEarly())).containsExactly("closeEarly:notAllMet:S1D-15");
        assertThat(refused(new Form(ReviewOutcome.postponed).reason("Short of staff").to(TODAY.plusDays(1)).closeEarly())).containsExactly("closeEarly:notHeld:S1D-16");
    }

    @Test
    void aReviewIsPutOffWithReasonAndDayWithinOneFrequency_S1D15() {
        assertThat(refused(new Form(ReviewOutcome.postponed))).containsExactly("reason:reasonMissing:S1D-16", "postponedTo:required:S1D-16");
        assertThat(refused(new Form(ReviewOutcome.postponed).reason("Short of staff").to(TODAY))).containsExactly("postponedTo:notInPast:S1D-16");
        assertThat(refused(new Form(ReviewOutcome.postponed).reason("Short of staff").to(LocalDate.of(2027, 1, 28)))).containsExactly("postponedTo:beyondFrequency:S1D-15");
        assertThat(refused(new Form(ReviewOutcome.postponed).reason("Short of staff").to(LocalDate.of(2027, 1, 27)))).isEmpty();
    }

    @Test
    void aMovedReviewNeedsNoAnswersToTargets() {
        assertThat(refused(new Form(ReviewOutcome.postponed).reason("Short of staff").to(TODAY.plusDays(2)).targets(List.of(new TargetRow(1L, null, null))))).isEmpty();
    }

    @Test
    void theFirstNonAttendanceNeedsANewDayAndTheSecondIsDecidedByHr_S1D16() {
        Form missed = new Form(ReviewOutcome.notAttended);
        assertThat(refused(missed)).containsExactly("postponedTo:required:S1D-16");
        assertThat(rules.isSecondNonAttendance(missed.build())).isFalse();
        assertThat(Refused.by(r -> afterOneMissed.check(missed.build(), r))).isEmpty();
        assertThat(afterOneMissed.isSecondNonAttendance(missed.build())).isTrue();
    }

    @Test
    void sicknessAndAnUnavailableCompanionDoNotCount() {
        for (Excused excused : List.of(Excused.sickness, Excused.companionUnavailable)) {
            Form missed = new Form(ReviewOutcome.notAttended).excused(excused);
            assertThat(afterOneMissed.isSecondNonAttendance(missed.build())).isFalse();
            assertThat(Refused.by(r -> afterOneMissed.check(missed.build(), r))).containsExactly("postponedTo:required:S1D-16");
        }
    }

    private List<String> refused(Form form) {
        return Refused.by(r -> rules.check(form.build(), r));
    }

    /** A submission in the making. */
    private static final class Form {

        private final ReviewOutcome outcome;
        private LocalDate heldOn;
        private List<TargetRow> targets = List.of();
        private List<SupportRow> support = List.of();
        private boolean detriment;
        private String detrimentReason;
        private LocalDate postponedTo;
        private String reason;
        private Excused excused;
        private boolean closeEarly;

        Form(ReviewOutcome outcome) {
            this.outcome = outcome;
        }

        Form on(LocalDate day) {
            heldOn = day;
            return this;
        }

        Form targets(List<TargetRow> rows) {
            targets = rows;
            return this;
        }

        Form support(SupportRow... rows) {
            support = List.of(rows);
            return this;
        }

        Form detriment(String why) {
            detriment = true;
            detrimentReason = why;
            return this;
        }

        Form to(LocalDate day) {
            postponedTo = day;
            return this;
        }

        Form reason(String why) {
            reason = why;
            return this;
        }

        Form excused(Excused how) {
            excused = how;
            return this;
        }

        Form closeEarly() {
            closeEarly = true;
            return this;
        }

        HoldProgressReview build() {
            return new HoldProgressReview(outcome, heldOn, targets, null, support, null, null, detriment, detrimentReason, null, postponedTo, reason, excused, closeEarly);
        }
    }
}
