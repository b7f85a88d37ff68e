package fairway.monitoring;

import java.time.LocalDate;

import fairway.form.Refusals;
import fairway.trust.InWords;

/**
 * What stands against a final review as it was filled in.
 *
 * @param today London
 */
record FinalReviewRules(ReviewedPlan plan, LocalDate today, OutcomeGate gate) {


    void check(FinalReview form, Refusals refusals) {
        TargetRows.check(form.targets(), plan, refusals);
        refusals.when(form.colleagueView() == null && !form.declinedToComment(), "colleagueView", "viewOrDeclined", "S1D-06",
                "Record the colleague's view, or that they declined to comment.");
        refusals.when(form.askHr() && form.result() != FinalReview.Result.notMet, "askHr", "onlyWhenNotMet", "S1A-05",
                "HR is asked to explain what is outstanding only where the standard is not met.");
        switch (form.result()) {
            case standardMet -> gate.checkLetters("result", refusals);
            case notMet -> {
                gate.checkLetters("result", refusals);
                if (form.askHr()) {
                    refusals.when(!gate.somethingOutstanding(), "askHr", "nothingOutstanding", "S1A-05",
                            "Nothing is outstanding, so HR has nothing to explain. Leave this unticked.");
                } else {
                    gate.checkOutstanding("result", "Tick \u201cAsk HR to explain\u201d, so that HR can explain why, or extend the plan.", refusals);
                }
            }
            case extend -> checkExtension(form, refusals);
        }
    }

    private void checkExtension(FinalReview form, Refusals refusals) {
        LocalDate end = form.endsOn();
        refusals.when(form.reason() == null, "reason", "reasonMissing", "S1D-14", "Say why the plan is to be extended.");
        refusals.when(end == null, "endsOn", "required", "S1D-14", "Enter the new last day of the plan.");
        LocalDate after = plan.endsOn().isAfter(today) ? plan.endsOn() : today;
        refusals.when(end != null && !end.isAfter(after), "endsOn", "notLater", "S1D-14", "Choose a day after " + InWords.of(after) + ".");
    }
}
