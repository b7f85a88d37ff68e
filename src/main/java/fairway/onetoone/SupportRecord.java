package fairway.onetoone;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

import fairway.trust.InWords;

/**
 * Support that was given, or offered and declined, in a one-to-one (OTO-07, PM-03).
 *
 * @param colleague staff number of the person who was supported
 * @param on        day of the one-to-one
 */
public record SupportRecord(long id, String colleague, LocalDate on, SupportKind kind, String what, boolean declined, long noteId) {

    /** The record with its text as a correction of the note has it. */
    SupportRecord with(Map<String, String> texts) {
        return new SupportRecord(id, colleague, on, kind, texts.get(NoteTexts.what(this)), declined, noteId);
    }

    /** As an option of a form reads it: date, kind and what it was, cut to a line. */
    public String label() {
        return InWords.of(on) + ", " + kind.label().toLowerCase(Locale.UK) + (declined ? " (offered and declined)" : "") + ": " + Wording.inOneLine(what);
    }
}
