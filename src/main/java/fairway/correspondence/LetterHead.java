package fairway.correspondence;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What stands at the top of every letter beside the Trust's name.
 *
 * @param reference case number; null where there is no case (a one-to-one)
 * @param date      date of the letter
 * @param to        who it is for
 * @param from      who signs it
 */
public record LetterHead(String reference, LocalDate date, Named to, Named from) {

    public LetterHead {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(from, "from");
    }
}
