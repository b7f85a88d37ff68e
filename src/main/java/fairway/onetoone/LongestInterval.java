package fairway.onetoone;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fairway.staff.TimeAway;

/**
 * The longest time that may pass from one one-to-one to the next: the shortest of several periods. Periods in months and in days cannot be
 * compared without a date, so all are kept. Days on which either person is away are not counted.
 */
record LongestInterval(List<Period> periods) {

    /** Managers and above: at least every 2 weeks (OTO-02). */
    static final Period MANAGERS = Period.ofDays(14);
    /** Junior staff: at least monthly (OTO-03). */
    static final Period JUNIOR_STAFF = Period.ofMonths(1);

    LongestInterval {
        periods = List.copyOf(periods);
        if (periods.isEmpty() || periods.stream().anyMatch(p -> p.isNegative() || p.isZero())) {
            throw new IllegalArgumentException("an interval of one-to-ones must be at least a day");
        }
    }

    /**
     * What the decision table gives, held to the policy's own limits whatever the table says.
     *
     * @param additionalSupport the Trust's interval where additional support is required (OTO-04); null where it is not
     */
    static LongestInterval of(boolean managerOrAbove, Period table, Period additionalSupport) {
        List<Period> periods = new ArrayList<>();
        periods.add(managerOrAbove ? MANAGERS : JUNIOR_STAFF);
        periods.add(table);
        if (additionalSupport != null) {
            periods.add(additionalSupport);
        }
        return new LongestInterval(periods);
    }

    /** The last day allowed after a one-to-one on {@code last}; empty while a return is not known. Somebody is never away on it. */
    Optional<LocalDate> lastDayAfter(LocalDate last, TimeAway away) {
        int days = periods.stream().mapToInt(p -> (int) (last.plus(p).toEpochDay() - last.toEpochDay())).min().orElseThrow();
        return away.plusDaysPresent(last, days);
    }

    /** The shortest of the periods, a month taken as 31 days. */
    Period shortest() {
        return periods.stream().min(java.util.Comparator.comparingInt(p -> (int) p.toTotalMonths() * 31 + p.getDays())).orElseThrow();
    }
}
