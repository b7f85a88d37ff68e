package fairway.performancecase;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The clock of a case, which stands still while colleague or manager is absent and while the case is paused. Whole days, each counted once
 * however many reasons there are for it. A day that was given is given: a date moves on by exactly the days on which the clock stood still.
 */
public final class CaseClock {

    private final List<StandStill> stops;

    public CaseClock(List<StandStill> stops) {
        this.stops = merged(stops);
    }

    /** Whether the clock stands still on this day. */
    public boolean standsStillOn(LocalDate day) {
        return stops.stream().anyMatch(stop -> stop.covers(day));
    }

    /**
     * The day that {@code due} becomes when time is counted from {@code from}, which itself does not count.
     *
     * @return empty while the clock stands still for nobody knows how long before that day is reached
     */
    public Optional<LocalDate> shift(LocalDate from, LocalDate due) {
        LocalDate shifted = due;
        for (StandStill stop : stops) {
            if (stop.to() != null && !stop.to().isAfter(from)) {
                continue;
            }
            LocalDate first = stop.from().isAfter(from) ? stop.from() : from.plusDays(1);
            if (first.isAfter(shifted)) {
                break;
            }
            if (stop.to() == null) {
                return Optional.empty();
            }
            shifted = shifted.plusDays(ChronoUnit.DAYS.between(first, stop.to()) + 1);
        }
        return Optional.of(shifted);
    }

    /** How many days after {@code from}, up to and including {@code to}, the clock stood still. */
    public long daysStopped(LocalDate from, LocalDate to) {
        long days = 0;
        for (StandStill stop : stops) {
            LocalDate first = stop.from().isAfter(from) ? stop.from() : from.plusDays(1);
            LocalDate last = stop.to() == null || stop.to().isAfter(to) ? to : stop.to();
            if (!first.isAfter(last)) {
                days += ChronoUnit.DAYS.between(first, last) + 1;
            }
        }
        return days;
    }

    private static List<StandStill> merged(List<StandStill> stops) {
        List<StandStill> merged = new ArrayList<>();
        List<StandStill> sorted = stops.stream().sorted(Comparator.comparing(StandStill::from)).toList();
        for (StandStill stop : sorted) {
            StandStill last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || last.to() != null && stop.from().isAfter(last.to().plusDays(1))) {
                merged.add(stop);
            } else if (last.to() != null && (stop.to() == null || stop.to().isAfter(last.to()))) {
                merged.set(merged.size() - 1, new StandStill(last.from(), stop.to()));
            }
        }
        return List.copyOf(merged);
    }
}
