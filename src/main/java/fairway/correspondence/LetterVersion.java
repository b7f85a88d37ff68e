package fairway.correspondence;

import java.time.LocalDate;
import java.util.List;

/**
 * Another version of a letter: the one before, or the one that replaced it.
 *
 * @param delivery  number of its delivery
 * @param on        day on which it was sent; of one that is still on its way, the day on which it was issued
 * @param what      what was corrected in it; null for the first version
 * @param documents what went with it
 */
public record LetterVersion(long delivery, int version, LocalDate on, String what, List<IssuedDocument> documents) {
}
