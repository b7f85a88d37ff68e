package fairway.correspondence;

import java.time.LocalDateTime;

/**
 * A meeting of a case that is still to be held.
 *
 * @param label   in words, e.g. {@code Stage 1 meeting}
 * @param at      when it is, Europe/London; the start of its day where no hour is set
 * @param hasHour whether an hour is set
 */
public record MeetingAhead(String label, LocalDateTime at, boolean hasHour) {
}
