package fairway.onetoone;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as people read them. */
final class Wording {

    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("EEEE dd/MM/yyyy, HH:mm", Locale.UK);
    private static final int LINE = 120;

    private Wording() {
    }

    static String dateAndTime(LocalDateTime at) {
        return at.format(DATE_AND_TIME);
    }

    /** The text on one line, cut where it is long. */
    static String inOneLine(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > LINE ? line.substring(0, LINE - 1) + "…" : line;
    }
}
