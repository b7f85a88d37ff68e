package fairway.monitoring;

import java.time.Period;

import fairway.form.Refusals;
import fairway.trust.InWords;

/**
 * What stands against HR's answer to an extension.
 *
 * @param beyondTotal the plan with all its extensions would last longer than the Trust allows without a written reason
 * @param longest     that limit (Trust setting)
 */
record ExtensionRules(boolean beyondTotal, Period longest) {

    void check(AgreeExtension form, Refusals refusals) {
        boolean silent = form.comment() == null;
        boolean reasonNeeded = beyondTotal && Boolean.TRUE.equals(form.agreed());
        refusals.when(silent && reasonNeeded, "comment", "beyondTotalTimeframe", "T",
                "With this extension the plan lasts more than " + InWords.length(longest) + " in total (Trust setting; absence not counted). Give a written reason.");
        refusals.when(silent && !reasonNeeded, "comment", "required", "S1D-14", "Give the reasons for your answer.");
    }
}
