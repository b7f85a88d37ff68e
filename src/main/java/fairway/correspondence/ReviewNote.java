package fairway.correspondence;

import java.time.LocalDate;
import java.util.List;

/**
 * The note of a progress review or of the final review, to the colleague (S1D-16).
 *
 * @param finalReview           whether it was the final review
 * @param result                of a final review, in a sentence; null otherwise
 * @param barriers              what gets in the way; may be null
 * @param colleagueView         word for word; may be null
 * @param adjustmentsConsidered what was said about agreed adjustments; may be null
 * @param detriment             why an urgent or important target that is not met risks serious detriment to the service; null where it does not
 * @param nextReview            null after the last one
 */
public record ReviewNote(LetterHead head, LocalDate heldOn, boolean finalReview, String result, List<ReviewedTarget> targets, String barriers,
                         List<PromisedSupport> support, String colleagueView, boolean declinedToComment, String adjustmentsConsidered, String detriment,
                         LocalDate nextReview, LocalDate planEndsOn) implements Letter {

    @Override
    public String kind() {
        return Kinds.REVIEW_NOTE;
    }

    @Override
    public String title() {
        return finalReview ? "Note of your final review" : "Note of your progress review";
    }
}
