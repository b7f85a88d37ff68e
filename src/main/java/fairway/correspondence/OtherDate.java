package fairway.correspondence;

import java.time.LocalDateTime;

import fairway.trust.InWords;

/**
 * Another date that the colleague proposed for a meeting. Times are Europe/London.
 *
 * @param meeting   which meeting, in words
 * @param insteadOf when the meeting was to be at that time
 * @param start     what they propose
 * @param reason    word for word
 */
public record OtherDate(long id, String meeting, LocalDateTime insteadOf, LocalDateTime start, String reason, LocalDateTime madeAt) {

    /** For whoever can move the meeting. */
    public String inWords() {
        return "The colleague proposes another date: " + InWords.weekday(start) + ". Their reason: " + reason;
    }
}
