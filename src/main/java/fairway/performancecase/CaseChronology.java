package fairway.performancecase;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Everything dated that is known of a case, from all modules and in order; implemented by the module of the case file. Nothing restricted is in it. */
public interface CaseChronology {

    /** The earliest first. */
    List<Entry> of(String caseNumber);

    /**
     * One thing that happened.
     *
     * @param on     the day (London)
     * @param at     the time of day, where it is known; null otherwise
     * @param what   a short sentence
     * @param detail what was written with it; null if nothing
     * @param by     name of who did it; null for what Fairway does by itself
     */
    record Entry(LocalDate on, LocalTime at, String what, String detail, String by) {
    }
}
