package fairway.casefile;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * One dated thing of a case.
 *
 * @param on     the day (London)
 * @param at     the time of day, where it is known; null otherwise
 * @param by     name of who did it; null for what Fairway does by itself
 * @param what   a short sentence
 * @param detail what was written with it; null if nothing
 * @param restricted whether it tells that health came up: for those who work on the case, and in no letter
 */
record HistoryEntry(LocalDate on, LocalTime at, String by, String what, String detail, boolean restricted) {

    HistoryEntry(LocalDate on, LocalTime at, String by, String what, String detail) {
        this(on, at, by, what, detail, false);
    }
}
