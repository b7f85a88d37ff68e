package fairway.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fairway.trust.WorkingDays;

/** The absences of one or several people taken together: a day counts once, whoever is away. */
public record TimeAway(List<Period> periods) {

    public static final TimeAway NONE = new TimeAway(List.of());

    /** Both days included; {@code last} is null while the return is not known. */
    public record Period(LocalDate first, LocalDate last) {

        boolean covers(LocalDate day) {
            return !day.isBefore(first) && (last == null || !day.isAfter(last));
        }
    }

    public TimeAway {
        periods = List.copyOf(periods);
    }

    public boolean covers(LocalDate day) {
        return periods.stream().anyMatch(p -> p.covers(day));
    }

    /** The day itself if nobody is away, or the first one after it on which nobody is; empty while a return is not known. */
    public Optional<LocalDate> backOn(LocalDate day) {
        LocalDate candidate = day;
        for (boolean moved = true; moved; ) {
            moved = false;
            for (Period period : periods) {
                if (period.covers(candidate)) {
                    if (period.last() == null) {
                        return Optional.empty();
                    }
                    candidate = period.last().plusDays(1);
                    moved = true;
                }
            }
        }
        return Optional.of(candidate);
    }

    /** The day itself if it is a working day on which nobody is away, or the first such day after it; empty while a return is not known. */
    public Optional<LocalDate> nextWorkingDay(LocalDate day, WorkingDays workingDays) {
        Optional<LocalDate> candidate = backOn(day);
        while (candidate.isPresent() && !workingDays.isWorkingDay(candidate.get())) {
            candidate = backOn(candidate.get().plusDays(1));
        }
        return candidate;
    }

    /** Calendar days away after {@code from} up to and including {@code to}. */
    public int daysBetween(LocalDate from, LocalDate to) {
        return (int) from.plusDays(1).datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1)).filter(this::covers).count();
    }

    /**
     * The day that lies {@code days} calendar days after {@code from} when days away are not counted; nobody is away on it.
     * Empty if it would lie beyond a return that is not known.
     */
    public Optional<LocalDate> plusDaysPresent(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; left--) {
            Optional<LocalDate> next = backOn(day.plusDays(1));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            day = next.get();
        }
        return Optional.of(day);
    }
}
