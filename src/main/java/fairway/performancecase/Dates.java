package fairway.performancecase;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Dates as people read them. */
final class Dates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Dates() {
    }

    /** E.g. {@code 21/12/2026}. */
    static String shown(LocalDate day) {
        return DAY.format(day);
    }
}
