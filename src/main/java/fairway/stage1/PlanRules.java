package fairway.stage1;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fairway.form.Refusals;
import fairway.trust.InWords;

/** What stands against an Improvement Action Plan or a revision of it (S1D-13 … S1D-15). */
final class PlanRules {

    private static final int LONGEST_MONTH = 31;

    private PlanRules() {
    }

    /** @param support ids of the support that was promised in the case */
    static void targets(Refusals refusals, List<TargetRow> targets, LocalDate meeting, LocalDate endsOn, Set<Long> support) {
        refusals.when(targets.isEmpty(), "targets", "required", "S1D-13", "Agree at least one target.");
        for (int i = 0; i < targets.size(); i++) {
            TargetRow target = targets.get(i);
            String at = "targets[" + i + "]";
            refusals.when(target.what() == null, at + ".what", "required", "S1D-13", "Say what is to be achieved.");
            refusals.when(target.measure() == null, at + ".measure", "required", "S1D-13", "Say how it is measured: a target is specific and measurable.");
            refusals.when(target.by() == null, at + ".by", "required", "S1D-13", "Enter the day by which it is to be met: a target has a date.");
            refusals.when(target.by() != null && endsOn != null && target.by().isAfter(endsOn), at + ".by", "notAfterEnd", "S1D-13",
                    "This is after the end of the plan" + (endsOn == null ? "" : " on " + InWords.of(endsOn)) + ". Choose an earlier day, or a later end.");
            refusals.when(target.by() != null && target.by().isBefore(meeting), at + ".by", "notBeforeMeeting", "S1D-13",
                    "This is before the Stage 1 meeting. Choose a day within the plan.");
            refusals.when(!support.containsAll(target.support()), at + ".support", "notOfThisCase", "S1D-12", "Choose from the support of this case.");
        }
    }

    static void end(Refusals refusals, LocalDate meeting, LocalDate endsOn) {
        refusals.when(endsOn == null, "endsOn", "required", "S1D-14", "Enter the day on which the plan ends.");
        refusals.when(endsOn != null && !endsOn.isAfter(meeting), "endsOn", "afterMeeting", "S1D-14",
                "The plan ends after the meeting on " + InWords.of(meeting) + ". Choose a later day.");
    }

    static void timeframe(Refusals refusals, LocalDate meeting, LocalDate endsOn, String reason) {
        boolean outside = endsOn != null && endsOn.isAfter(meeting) && !PlanTimeframe.of(meeting, endsOn).isNormal();
        refusals.when(outside && reason == null, "timeframeReason", "timeframe", "S1D-14",
                "The timeframe is normally between 4 weeks and 3 months from the meeting. Give the reason for another one; HR is asked to agree it.");
    }

    static void frequency(Refusals refusals, LocalDate meeting, LocalDate endsOn, Period every) {
        if (every == null) {
            refusals.when(true, "reviewEvery", "required", "S1D-15", "Agree how often progress is reviewed.");
            return;
        }
        if (!isFromADayToAMonth(every)) {
            refusals.when(true, "reviewEvery", "frequency", "S1D-15", "Agree a frequency from a day (P1D) to a month (P1M).");
            return;
        }
        refusals.when(endsOn != null && endsOn.isAfter(meeting) && meeting.plus(every).isAfter(endsOn), "reviewEvery", "longerThanPlan", "S1D-15",
                "This is longer than the plan, which would end without a review. Agree a shorter one.");
    }

    static boolean isFromADayToAMonth(Period every) {
        boolean inDays = every.toTotalMonths() == 0 && every.getDays() >= 1 && every.getDays() <= LONGEST_MONTH;
        return inDays || every.equals(Period.ofMonths(1));
    }

    static List<Target> made(List<TargetRow> rows) {
        return rows.stream().map(row -> new Target(row.improvement(), row.what(), row.measure(), row.by(), row.dependencies(), row.urgent(),
                new HashSet<>(row.support()))).toList();
    }

    /** A standard of the meeting as the beginning of a target. */
    static Map<String, Object> shown(StandardExpected standard) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("improvement", standard.concern());
        row.put("what", standard.expected());
        return row;
    }

    /** A target as a form is filled in with it. @param by the day as it stands now */
    static Map<String, Object> shown(Target target, LocalDate by) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("improvement", target.improvement());
        row.put("what", target.what());
        row.put("measure", target.measure());
        row.put("by", by.toString());
        row.put("support", target.support().stream().sorted().map(String::valueOf).toList());
        row.put("dependencies", target.dependencies());
        row.put("urgent", target.urgent());
        return row;
    }
}
