package fairway.monitoring;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import fairway.form.Refusals;
import fairway.monitoring.HoldProgressReview.TargetRow;

/** The rows of a review form in which every target of the plan is answered once, and a target that is not met with what was seen (S1D-16). */
final class TargetRows {

    private TargetRows() {
    }

    static void check(List<TargetRow> rows, ReviewedPlan plan, Refusals refusals) {
        Set<Long> answered = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            TargetRow row = rows.get(i);
            String at = "targets[" + i + "]";
            boolean known = row.id() != null && plan.target(row.id()).isPresent();
            refusals.when(!known, at + ".id", "unknownTarget", "S1D-13",
                    "This is not a target of the plan as it stands. Reload the form to see its targets.");
            if (known) {
                refusals.when(!answered.add(row.id()), at + ".id", "twice", "S1D-16", "Give each target once.");
            }
            refusals.when(row.state() == null, at + ".state", "required", "S1D-16", "Say how this target stands: met, on track or not met.");
            refusals.when(row.state() == TargetState.notMet && row.seen() == null, at + ".seen", "seenMissing", "S1D-16",
                    "Say what was seen that shows that this target is not met.");
        }
        String leftOut = plan.targets().stream().filter(target -> !answered.contains(target.id())).map(ReviewedPlan.Target::what)
                .collect(Collectors.joining("; "));
        refusals.when(!leftOut.isEmpty(), "targets", "targetLeftOut", "S1D-16", "Review every target of the plan. Left out: " + leftOut);
    }

    static List<TargetResult> results(List<TargetRow> rows) {
        return rows.stream().map(row -> new TargetResult(row.id(), row.state(), row.seen())).toList();
    }

    static boolean allMet(List<TargetRow> rows) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.state() == TargetState.met);
    }
}
