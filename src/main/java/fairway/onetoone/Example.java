package fairway.onetoone;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

import fairway.trust.InWords;

/**
 * A dated example of a one-to-one note: what was expected and what happened (PM-02, PM-07).
 *
 * @param colleague  staff number of the person whom it is about
 * @param on         the day on which it was observed
 * @param cause      the cause that was sought and found (PM-11); null if none was noted
 * @param raised     whether it was raised with the colleague in that one-to-one (S1P-01)
 * @param noteHeldOn day of the one-to-one in whose note it stands
 */
public record Example(long id, String colleague, LocalDate on, ExampleKind kind, String expected, String happened, String cause, boolean raised,
        long noteId, LocalDate noteHeldOn) {

    /** The example with its texts as a correction of the note has them. */
    Example with(Map<String, String> texts) {
        return new Example(id, colleague, on, kind, texts.get(NoteTexts.expected(this)), texts.get(NoteTexts.happened(this)), texts.get(NoteTexts.cause(this)), raised, noteId,
                noteHeldOn);
    }

    /** As an option of a form reads it: date, kind and what happened, cut to a line. */
    public String label() {
        return InWords.of(on) + ", " + kind.label().toLowerCase(Locale.UK) + ": " + Wording.inOneLine(happened);
    }
}
