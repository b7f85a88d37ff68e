package fairway.monitoring;

import java.time.Period;

import fairway.form.Refusals;

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
                "With this extension the plan lasts more than " + inWords(longest) + " in total (Trust setting; absence not counted). Give a written reason.");
        refusals.when(silent && !reasonNeeded, "comment", "required", "S1D-14", "Give the reasons for your answer.");
    }

    static String inWords(Period period) {
        StringBuilder words = new StringBuilder();
        append(words, period.getYears(), "year");
        append(words, period.getMonths(), "month");
        append(words, period.getDays(), "day");
        return words.toString();
    }

    private static void append(StringBuilder words, int count, String unit) {
        if (count != 0) {
            words.append(words.isEmpty() ? "" : " and ").append(count).append(' ').append(unit).append(count == 1 ? "" : "s");
        }
    }
}
