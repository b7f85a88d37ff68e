package fairway.correspondence;

import java.time.LocalDate;
import java.util.List;

/**
 * The Improvement Action Plan of Toolkit A (S1D-13 to S1D-16).
 *
 * @param version         1 for the plan as first agreed
 * @param jobTitle        of the colleague; may be null
 * @param meetingOn       day of the Stage 1 meeting
 * @param reviewEvery     e.g. "every 2 weeks"
 * @param reviewDates     the reviews to come
 * @param reviewer        name
 * @param support         everything that was promised
 * @param colleagueReason why the colleague does not agree, word for word; may be null
 * @param watch           the Trust's watch after a met standard, e.g. "6 months"; null = none
 */
public record ImprovementPlan(LetterHead head, int version, String colleague, String jobTitle, LocalDate meetingOn, LocalDate endsOn, List<PlannedTarget> targets,
                              String reviewEvery, List<LocalDate> reviewDates, String reviewer, List<PromisedSupport> support, boolean colleagueAgrees,
                              String colleagueReason, String watch) implements Letter {

    @Override
    public String kind() {
        return Kinds.IMPROVEMENT_PLAN;
    }

    @Override
    public String title() {
        return "Improvement Action Plan";
    }
}
