package fairway.correspondence;

import java.time.LocalDate;
import java.util.List;

/**
 * What HR hands over to the formal stage: chronology, evidence, plan, reviews, letters and the colleague's words, with a contents page.
 *
 * @param colleague    who it is about
 * @param manager      of the case
 * @param concern      what the concern is
 * @param standard     that it is measured against
 * @param decision     how it came here, in a sentence: not met, or brought forward (S1D-17)
 * @param rationale    HR's, as recorded
 * @param chronology   everything that happened, in order
 * @param plan         the plan in its last version; may be null
 * @param reviews      progress reviews and the final review, in order
 * @param support      what was promised and its state
 * @param explanations HR's explanations of what was outstanding, in order
 * @param letters      what was sent
 * @param words        the colleague's words, word for word, in order
 */
public record HandOverPack(LetterHead head, Named colleague, Named manager, String concern, String standard, String decision, String rationale,
                           List<Event> chronology, List<DatedExample> examples, List<DatedSupport> supportBefore, ImprovementPlan plan, List<ReviewNote> reviews,
                           List<PromisedSupport> support, List<Event> explanations, List<LetterSent> letters, List<Words> words) implements Letter {

    /** One line of the chronology. */
    public record Event(LocalDate on, String what) {
    }

    /** @param state in words, e.g. "Receipt confirmed" */
    public record LetterSent(LocalDate on, String title, String to, String state) {
    }

    /**
     * @param where where they said it, e.g. "Stage 1 meeting" or "Comment on the outcome letter"
     * @param late  whether it came after the comment period
     */
    public record Words(LocalDate on, String where, String words, boolean late) {
    }

    @Override
    public String kind() {
        return Kinds.HAND_OVER_PACK;
    }

    @Override
    public String title() {
        return "Hand-over pack";
    }
}
