package fairway.correspondence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * The manager's script for the Stage 1 meeting with the evidence list (PM-08 to PM-10). {@link #asText()} is the draft that the manager edits; once edited,
 * {@code edited} stands in the document instead of the generated parts, with the chronology behind it.
 *
 * @param colleague    name of the colleague
 * @param meetingStart Europe/London; may be null
 * @param concern      what the concern is
 * @param raised       when and where it was raised before, in a sentence; may be null
 * @param opening      words to open with
 * @param chronology   the examples in the order of their dates
 * @param questions    questions to ask
 * @param closing      words to close with, the consequences among them
 * @param edited       the script as the manager edited it; null while it is a draft
 */
public record MeetingScript(LetterHead head, String colleague, LocalDateTime meetingStart, String place, List<Named> present, String concern, String raised,
                            List<String> opening, List<Evidence> chronology, List<ExpectedStandard> standards, List<String> questions, List<String> closing,
                            String edited) implements Letter {

    /** An example with the support that came before it (PM-09). */
    public record Evidence(DatedExample example, List<DatedSupport> supportBefore) {
    }

    @Override
    public String kind() {
        return Kinds.MEETING_SCRIPT;
    }

    @Override
    public String title() {
        return "Script for the Stage 1 (informal) meeting";
    }

    /** The generated script as plain text, paragraphs apart by an empty line. */
    public String asText() {
        return ScriptText.of(this);
    }

    /**
     * What of a script, edited or not, belongs in the letter afterwards (PM-10): the concern and whatever stands under no heading of the generated
     * script. What is said or asked at the table stays out; examples and standards have their own place in the letter.
     */
    public static String forLetter(String script) {
        return ScriptText.forLetter(script);
    }
}
