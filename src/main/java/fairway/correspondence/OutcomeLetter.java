package fairway.correspondence;

import java.time.LocalDate;
import java.util.List;

/**
 * The discussion of the Stage 1 meeting in writing (S1A-01 to S1A-03); goes with plan and policy.
 *
 * @param meetingOn          day of the meeting
 * @param place              may be null
 * @param present            who was there
 * @param discussion         the manager's approved account; paragraphs apart by an empty line
 * @param examples           examples that were discussed (S1D-04)
 * @param standards          per concern (S1D-05, S1D-11)
 * @param colleagueView      the colleague's view, word for word (S1D-06); null with {@code declinedToComment}
 * @param factors            work-related and personal factors, as agreed to be written; never health (S1D-07)
 * @param adjustments        agreed adjustments that the colleague wants in the letter (S1D-08)
 * @param adjustmentsNote    one sentence where adjustments await advice, were declined or are not needed; may be null
 * @param occupationalHealth one sentence on Occupational Health (S1D-09)
 * @param support            support items (S1D-12)
 * @param signposts          where support is found (S1D-10); printed where any was given (S1A-03)
 * @param plan               summary of the plan (S1D-13 to S1D-16)
 * @param colleagueAgrees    whether the colleague agrees with the plan
 * @param colleagueReason    why not, word for word; may be null
 * @param watch              the Trust's watch after a met standard, e.g. "6 months"; null = none
 * @param commentsDays       working days of the comment period (Trust setting)
 * @param commentsUntil      its last day, counted from the day of the letter
 */
public record OutcomeLetter(LetterHead head, LocalDate meetingOn, String place, List<Named> present, String discussion, List<DatedExample> examples,
                            List<ExpectedStandard> standards, String colleagueView, boolean declinedToComment, List<String> factors,
                            List<PromisedSupport> adjustments, String adjustmentsNote, String occupationalHealth, List<PromisedSupport> support,
                            List<Signposted> signposts, PlanSummary plan, boolean colleagueAgrees, String colleagueReason, String watch, int commentsDays,
                            LocalDate commentsUntil) implements Letter {

    /**
     * @param objectives  the targets, each in a sentence
     * @param reviewEvery e.g. "every 2 weeks"
     * @param reviewer    name
     */
    public record PlanSummary(List<String> objectives, LocalDate endsOn, String reviewEvery, String reviewer, LocalDate firstReview) {
    }

    @Override
    public String kind() {
        return Kinds.OUTCOME_LETTER;
    }

    @Override
    public String title() {
        return "Our informal Stage 1 meeting";
    }
}
