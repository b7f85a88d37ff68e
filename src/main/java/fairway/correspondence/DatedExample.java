package fairway.correspondence;

import java.time.LocalDate;

/**
 * An example as a letter shows it (PM-07).
 *
 * @param kind  in words, e.g. "Allocated task"
 * @param cause what the colleague said the cause was; may be null
 */
public record DatedExample(LocalDate on, String kind, String expected, String happened, String cause) {
}
