package fairway.performancecase;

import java.time.LocalDate;

/**
 * Days on which the clocks of a case stand still, both included.
 *
 * @param from first day
 * @param to   last day; null while it is not known
 */
public record StandStill(LocalDate from, LocalDate to) {

    public StandStill {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("stands still from " + from + " to " + to);
        }
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
