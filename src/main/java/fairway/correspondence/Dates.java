package fairway.correspondence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as people read them in letters. */
final class Dates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE dd/MM/yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE dd/MM/yyyy 'at' HH:mm", Locale.UK);

    private Dates() {
    }

    /** e.g. 21/12/2026. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** e.g. Monday 21/12/2026. */
    static String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** e.g. Monday 21/12/2026 at 14:30. */
    static String moment(LocalDateTime moment) {
        return MOMENT.format(moment);
    }
}
