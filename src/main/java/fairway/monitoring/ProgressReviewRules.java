package fairway.monitoring;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import fairway.form.Refusals;
import fairway.monitoring.HoldProgressReview.SupportRow;
import fairway.trust.InWords;

/**
 * What stands against a progress review as it was filled in.
 *
 * @param plan            the plan in force
 * @param today           London
 * @param notBefore       the day before which this review cannot have been held: the plan's beginning, or the review before
 * @param latestMove      last day to which the review can be moved
 * @param missedBefore    whether the colleague already missed this review once, sickness and an unavailable companion not counted
 */
record ProgressReviewRules(ReviewedPlan plan, LocalDate today, LocalDate notBefore, LocalDate latestMove, boolean missedBefore) {


    void check(HoldProgressReview form, Refusals refusals) {
        switch (form.outcome()) {
            case held -> checkHeld(form, refusals);
            case postponed -> {
                refusals.when(form.reason() == null, "reason", "reasonMissing", "S1D-16", "Say why the review is put off.");
                checkMove(form, refusals);
            }
            case notAttended -> {
                if (form.postponedTo() != null || !isSecondNonAttendance(form)) {
                    checkMove(form, refusals);
                }
            }
        }
        refusals.when(form.closeEarly() && form.outcome() != ReviewOutcome.held, "closeEarly", "notHeld", "S1D-16",
                "Monitoring can close early only after a review that was held.");
    }

    /** Whether this is the second time that counts, so that HR decides. */
    boolean isSecondNonAttendance(HoldProgressReview form) {
        return form.outcome() == ReviewOutcome.notAttended && excused(form) == Excused.no && missedBefore;
    }

    static Excused excused(HoldProgressReview form) {
        return form.excused() == null ? Excused.no : form.excused();
    }

    private void checkHeld(HoldProgressReview form, Refusals refusals) {
        LocalDate on = form.heldOn();
        refusals.when(on == null, "heldOn", "required", "S1D-16", "Enter the day on which the review was held.");
        refusals.when(on != null && on.isAfter(today), "heldOn", "notInFuture", "S1D-16", "A review that was held cannot lie in the future.");
        refusals.when(on != null && on.isBefore(notBefore), "heldOn", "beforePlan", "S1D-16",
                "A review cannot lie before the plan, or before the review that came before it (" + InWords.of(notBefore) + ").");
        TargetRows.check(form.targets(), plan, refusals);
        checkSupport(form.support(), refusals);
        checkDetriment(form, refusals);
        refusals.when(form.closeEarly() && !TargetRows.allMet(form.targets()), "closeEarly", "notAllMet", "S1D-15",
                "Monitoring can close early only when every target is met.");
    }

    private void checkSupport(List<SupportRow> rows, Refusals refusals) {
        Set<Long> answered = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            SupportRow row = rows.get(i);
            String at = "support[" + i + "]";
            ReviewedPlan.Promise promise = row.id() == null ? null : plan.support().get(row.id());
            refusals.when(promise == null, at + ".id", "unknownSupport", "S1D-12", "This support was not promised with this plan. Reload the form to see what was.");
            if (promise != null) {
                refusals.when(!answered.add(row.id()), at + ".id", "twice", "S1D-12", "Give each support item once.");
                boolean settled = promise != ReviewedPlan.Promise.open;
                refusals.when(settled && row.state() != null && !row.state().name().equals(promise.name()), at + ".state", "settled", "S1D-12",
                        "This support was recorded as " + promise + " before, and stays so.");
            }
            refusals.when(row.state() == null, at + ".state", "required", "S1D-12", "Say whether this support was delivered, not yet, or declined.");
        }
    }

    private void checkDetriment(HoldProgressReview form, Refusals refusals) {
        if (!form.detriment()) {
            return;
        }
        refusals.when(form.detrimentReason() == null, "detrimentReason", "detrimentWithoutReason", "S1D-17",
                "Say what the risk of serious detriment to the service is.");
        boolean urgentNotMet = form.targets().stream().anyMatch(row -> row.state() == TargetState.notMet && row.id() != null
                && plan.target(row.id()).filter(ReviewedPlan.Target::urgent).isPresent());
        refusals.when(!urgentNotMet, "detriment", "noUrgentTargetNotMet", "S1D-17",
                "Serious detriment to the service is considered only where an urgent or important target is not met.");
    }

    private void checkMove(HoldProgressReview form, Refusals refusals) {
        LocalDate to = form.postponedTo();
        refusals.when(to == null, "postponedTo", "required", "S1D-16", "Enter the new day of the review.");
        refusals.when(to != null && !to.isAfter(today), "postponedTo", "notInPast", "S1D-16", "Choose a day after today.");
        refusals.when(to != null && to.isAfter(latestMove), "postponedTo", "beyondFrequency", "S1D-15",
                "Choose a day no later than " + InWords.of(latestMove) + ": reviews are as frequent as the plan says, and never after its end.");
    }
}
