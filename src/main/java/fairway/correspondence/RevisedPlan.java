package fairway.correspondence;

import java.time.LocalDate;

/**
 * Tells the colleague what of the plan has changed; the new version is part of it.
 *
 * @param colleagueView word for word; may be null
 * @param previousEnd   the end of the version before
 */
public record RevisedPlan(LetterHead head, String reason, String colleagueView, LocalDate previousEnd, ImprovementPlan plan) implements Letter {

    @Override
    public String kind() {
        return Kinds.REVISED_PLAN;
    }

    @Override
    public String title() {
        return "Your revised Improvement Action Plan";
    }
}
