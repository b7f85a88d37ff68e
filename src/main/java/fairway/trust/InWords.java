package fairway.trust;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates, times and frequencies as people read them. */
public final class InWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy 'at' HH:mm", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.UK);

    private InWords() {
    }

    /** E.g. {@code 21/12/2026}. */
    public static String of(LocalDate day) {
        return DAY.format(day);
    }

    /** E.g. {@code 21/12/2026 at 14:30}. */
    public static String of(LocalDateTime time) {
        return TIME.format(time);
    }

    /** E.g. {@code Monday 21/12/2026}. */
    public static String weekday(LocalDate day) {
        return WEEKDAY.format(day) + " " + of(day);
    }

    /** E.g. {@code Monday 21/12/2026 at 14:30}. */
    public static String weekday(LocalDateTime time) {
        return WEEKDAY.format(time) + " " + of(time);
    }

    /** A frequency, e.g. {@code every 2 weeks}. */
    public static String every(Period period) {
        if (period.toTotalMonths() > 0) {
            return period.toTotalMonths() == 1 ? "every month" : "every " + period.toTotalMonths() + " months";
        }
        int days = period.getDays();
        if (days % 7 == 0) {
            return days == 7 ? "every week" : "every " + days / 7 + " weeks";
        }
        return days == 1 ? "every day" : "every " + days + " days";
    }

    /** A length of time, e.g. {@code 6 months}. */
    public static String length(Period period) {
        if (period.getDays() == 0 && period.toTotalMonths() > 0) {
            return period.toTotalMonths() == 1 ? "1 month" : period.toTotalMonths() + " months";
        }
        if (period.toTotalMonths() == 0) {
            return period.getDays() == 1 ? "1 day" : period.getDays() + " days";
        }
        return length(Period.ofMonths((int) period.toTotalMonths())) + " and " + length(Period.ofDays(period.getDays()));
    }
}
