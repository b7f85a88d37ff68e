package fairway.monitoring;

import java.time.LocalDate;
import java.time.Period;

import fairway.form.Refusals;
import fairway.trust.InWords;

/**
 * What stands against HR's answer to an extension.
 *
 * @param beyondTotal the plan with all its extensions would last longer than the Trust allows without a written reason
 * @param longest     that limit (Trust setting)
 * @param asked       the new last day of the plan that was asked for
 * @param today       the day of HR's answer
 */
record ExtensionRules(boolean beyondTotal, Period longest, LocalDate asked, LocalDate today) {

    void check(AgreeExtension form, Refusals refusals) {
        refusals.when(Boolean.TRUE.equals(form.agreed()) && !asked.isAfter(today), "agreed", "endHasCome", "S1D-14",
                "The day that was asked for, " + InWords.of(asked) + ", has come. Answer no, and name a later day in your comment: the reviewer asks for it in the final review.");
        boolean silent = form.comment() == null;
        boolean reasonNeeded = beyondTotal && Boolean.TRUE.equals(form.agreed());
        refusals.when(silent && reasonNeeded, "comment", "beyondTotalTimeframe", "T",
                "With this extension the plan lasts more than " + InWords.length(longest) + " in total (Trust setting; absence not counted). Give a written reason.");
        refusals.when(silent && !reasonNeeded, "comment", "required", "S1D-14", "Give the reasons for your answer.");
    }
}
