package fairway.correspondence;

import java.time.LocalDate;

/**
 * Support that was agreed and is being arranged (S1D-12), or an adjustment that the colleague wants in the letter (S1D-08).
 *
 * @param kind       in words, e.g. "Shadowing"; may be null for an adjustment
 * @param arrangedBy name of who arranges it
 * @param state      in words, e.g. "Arranged" or "Not yet arranged"; may be null
 */
public record PromisedSupport(String kind, String what, String arrangedBy, LocalDate by, String state) {
}
