package fairway.correspondence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as people read them; templates call them {@code dates}. */
public final class Dates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE dd/MM/yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE dd/MM/yyyy 'at' HH:mm", Locale.UK);

    Dates() {
    }

    /** e.g. 21/12/2026. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** e.g. Monday 21/12/2026. */
    public static String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** e.g. Monday 21/12/2026 at 14:30. */
    public static String moment(LocalDateTime moment) {
        return MOMENT.format(moment);
    }
}
