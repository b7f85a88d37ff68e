package fairway.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The days on which reviews were agreed to be, and which of them passed without one (S1D-16). A review counts for the last agreed day before it
 * or on it; so one that is held late, but before the next is due, makes its day good.
 *
 * @param days agreed days in order, the final review last
 */
record AgreedReviews(List<LocalDate> days) {

    /** The first agreed day after a day; the last of all when there is none. */
    LocalDate after(LocalDate day) {
        return days.stream().filter(agreed -> agreed.isAfter(day)).findFirst().orElse(days.get(days.size() - 1));
    }

    /**
     * Agreed days that passed without a review, the final one not among them.
     *
     * @param taken days on which a review was held, or offered and missed by the colleague
     * @param today a day whose successor has not come yet can still be made good
     */
    List<LocalDate> notHeld(Collection<LocalDate> taken, LocalDate today) {
        List<LocalDate> missing = new ArrayList<>();
        for (int i = 0; i + 1 < days.size(); i++) {
            LocalDate from = days.get(i);
            LocalDate next = days.get(i + 1);
            if (!next.isAfter(today) && taken.stream().noneMatch(day -> !day.isBefore(from) && day.isBefore(next))) {
                missing.add(from);
            }
        }
        return missing;
    }
}
