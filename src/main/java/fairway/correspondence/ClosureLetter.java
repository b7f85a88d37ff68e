package fairway.correspondence;

import java.time.LocalDate;
import java.util.List;

/**
 * Tells the colleague how it ended, one variant per end.
 *
 * @param variant           the end
 * @param conversationOn    day of the informal conversation; may be null
 * @param meetingOn         day of the Stage 1 meeting; may be null
 * @param targets           how the targets stood at the end; may be empty
 * @param reason            what the colleague is told of the reason; may be null
 * @param watch             the Trust's watch, e.g. "6 months"; null = none
 * @param watchUntil        its last day; null = none
 * @param goesOn            what goes on after the end (support, a referral), each in a sentence
 * @param contact           whom to speak to
 * @param signposts         where support is found
 */
public record ClosureLetter(LetterHead head, Variant variant, LocalDate conversationOn, LocalDate meetingOn, List<ReviewedTarget> targets, String reason,
                            String watch, LocalDate watchUntil, List<String> goesOn, Named contact, List<Signposted> signposts) implements Letter {

    /** The ends that are told in writing; the names are those of the case's ends. */
    public enum Variant { improved, standardMet, sustained, referred, closedByHr, withdrawn, routedElsewhere }

    /** The same letter with this reason. */
    public ClosureLetter because(String words) {
        return new ClosureLetter(head, variant, conversationOn, meetingOn, targets, words, watch, watchUntil, goesOn, contact, signposts);
    }

    @Override
    public String kind() {
        return Kinds.CLOSURE_LETTER;
    }

    @Override
    public String title() {
        return switch (variant) {
            case improved -> "Your improvement";
            case standardMet -> "You have met the standard";
            case sustained -> "You have kept up the standard";
            case referred -> "What happens next";
            case closedByHr, withdrawn -> "This has come to an end";
            case routedElsewhere -> "This does not go on under the Performance Management policy";
        };
    }
}
