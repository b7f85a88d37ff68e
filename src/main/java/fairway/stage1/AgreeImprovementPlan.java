package fairway.stage1;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** The Improvement Action Plan as manager and colleague agreed it. */
public record AgreeImprovementPlan(
        List<TargetRow> targets,
        LocalDate endsOn,
        String timeframeReason,
        Period reviewEvery,
        String reviewer,
        boolean colleagueAgrees,
        String colleagueReason,
        boolean declinedToComment) {
}
