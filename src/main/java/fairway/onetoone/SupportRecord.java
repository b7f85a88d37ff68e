package fairway.onetoone;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Support that was given, or offered and declined, in a one-to-one (OTO-07, PM-03).
 *
 * @param colleague staff number of the person who was supported
 * @param on        day of the one-to-one
 */
public record SupportRecord(long id, String colleague, LocalDate on, SupportKind kind, String what, boolean declined, long noteId) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** As an option of a form reads it: date, kind and what it was, cut to a line. */
    public String label() {
        String text = what.replaceAll("\\s+", " ");
        return on.format(DATE) + ", " + kind.label().toLowerCase(java.util.Locale.UK) + (declined ? " (offered and declined)" : "") + ": "
                + (text.length() > 120 ? text.substring(0, 119) + "…" : text);
    }
}
