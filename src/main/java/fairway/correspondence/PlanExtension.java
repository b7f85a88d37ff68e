package fairway.correspondence;

import java.time.LocalDate;

/** Tells the colleague that the plan goes on for longer, and why. */
public record PlanExtension(LetterHead head, String reason, LocalDate previousEnd, LocalDate newEnd, LocalDate nextReview, String reviewer) implements Letter {

    @Override
    public String kind() {
        return Kinds.PLAN_EXTENSION;
    }

    @Override
    public String title() {
        return "More time for your plan";
    }
}
