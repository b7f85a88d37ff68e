package fairway.onetoone;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;

import fairway.staff.Slot;
import fairway.staff.TimeAway;
import fairway.trust.WorkingDays;

/**
 * When the next one-to-one is (OTO-02 to OTO-04): in the line's usual slot as late as the longest interval allows; where that is no working day
 * or somebody is away, earlier rather than later. Where the interval has passed already, within the next five working days.
 */
@Component
class BookingRule {

    /** Working days within which a one-to-one is held whose interval has passed. */
    static final int DAYS_TO_CATCH_UP = 5;
    private static final int WEEK = 7;

    private final WorkingDays workingDays;

    BookingRule(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /**
     * @param last     day of the last one-to-one, or the day before the line's first day
     * @param today    the earliest one-to-one is on the day after
     * @return empty while somebody is away and the return is not known
     */
    Optional<LocalDateTime> next(LocalDate last, LongestInterval interval, Slot usual, TimeAway away, LocalDate today) {
        LocalDate earliest = (last.isAfter(today) ? last : today).plusDays(1);
        Optional<LocalDate> latest = interval.lastDayAfter(last, away);
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        Predicate<LocalDate> possible = day -> workingDays.isWorkingDay(day) && !away.covers(day);
        return within(earliest, last, latest.get(), usual, possible)
                .or(() -> toCatchUp(earliest, usual, away))
                .map(usual::on);
    }

    /**
     * The last day to which a one-to-one can be put off: the end of the longest interval, or, where that has passed, the fifth of the next
     * working days on which nobody is away. Empty while a return is not known.
     */
    Optional<LocalDate> lastDayToPutOffTo(LocalDate last, LongestInterval interval, TimeAway away, LocalDate today) {
        Optional<LocalDate> latest = interval.lastDayAfter(last, away);
        if (latest.isPresent() && latest.get().isBefore(today)) {
            LocalDate day = today;
            for (int left = DAYS_TO_CATCH_UP; left > 0; left--) {
                Optional<LocalDate> next = away.nextWorkingDay(day.plusDays(1), workingDays);
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                day = next.get();
            }
            return Optional.of(day);
        }
        return latest;
    }

    private Optional<LocalDate> within(LocalDate earliest, LocalDate last, LocalDate latest, Slot usual, Predicate<LocalDate> possible) {
        Optional<LocalDate> lastPossible = lastPossible(earliest, latest, possible);
        LocalDate usualDay = latest.minusDays(Math.floorMod(latest.getDayOfWeek().getValue() - usual.weekday().getValue(), WEEK));
        // In a short interval the usual weekday may come right after the last one-to-one: then as late as allowed.
        boolean tooSoon = 2 * (usualDay.toEpochDay() - last.toEpochDay()) < latest.toEpochDay() - last.toEpochDay();
        if (tooSoon) {
            return lastPossible;
        }
        LocalDate noEarlier = usualDay.minusDays(WEEK - 1L);
        return lastPossible(noEarlier.isAfter(earliest) ? noEarlier : earliest, usualDay, possible).or(() -> lastPossible);
    }

    private static Optional<LocalDate> lastPossible(LocalDate from, LocalDate to, Predicate<LocalDate> possible) {
        for (LocalDate day = to; !day.isBefore(from); day = day.minusDays(1)) {
            if (possible.test(day)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> toCatchUp(LocalDate earliest, Slot usual, TimeAway away) {
        Optional<LocalDate> first = away.nextWorkingDay(earliest, workingDays);
        Optional<LocalDate> day = first;
        for (int left = DAYS_TO_CATCH_UP; left > 0 && day.isPresent(); left--) {
            if (day.get().getDayOfWeek() == usual.weekday()) {
                return day;
            }
            day = away.nextWorkingDay(day.get().plusDays(1), workingDays);
        }
        return first;
    }
}
