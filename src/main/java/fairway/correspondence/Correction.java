package fairway.correspondence;

import java.time.LocalDate;

/**
 * What the first lines of a corrected letter say.
 *
 * @param version  of the corrected letter, 2 or more
 * @param replaced the day on which the version before was sent
 * @param what     what was corrected, in the words of whoever corrected it
 */
record Correction(int version, LocalDate replaced, String what) {

    /** A document's title with its version behind it. */
    String titled(String title) {
        return title + ", version " + version;
    }
}
