package fairway.correspondence;

import java.time.LocalDate;

/**
 * Support that was given, or offered and declined (PM-03).
 *
 * @param kind in words, e.g. "Training"
 */
public record DatedSupport(LocalDate on, String kind, String what, boolean declined) {
}
