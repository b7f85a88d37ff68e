package fairway.stage1;

import java.time.LocalDate;
import java.util.List;

/** A revision of the Improvement Action Plan: all its targets as they are to be from now on. */
public record RevisePlan(List<TargetRow> targets, LocalDate endsOn, String reason, String colleagueView) {
}
