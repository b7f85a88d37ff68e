package fairway.correspondence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import fairway.trust.InWords;

/** The plain text of a generated meeting script. */
final class ScriptText {

    private static final String OPENING = "OPENING";
    private static final String CONCERN = "THE CONCERN";
    private static final String EXAMPLES = "EXAMPLES, IN THE ORDER OF THEIR DATES";
    private static final String EXPECTED = "WHAT IS EXPECTED";
    private static final String QUESTIONS = "QUESTIONS TO ASK";
    private static final String CLOSING = "CLOSING";
    private static final Set<String> HEADINGS = Set.of(OPENING, CONCERN, EXAMPLES, EXPECTED, QUESTIONS, CLOSING);

    private ScriptText() {
    }

    static String forLetter(String script) {
        List<String> kept = new ArrayList<>();
        String section = CONCERN;
        for (String paragraph : script.strip().split("\\R[\\t ]*\\R\\s*")) {
            if (HEADINGS.contains(paragraph.strip())) {
                section = paragraph.strip();
            } else if (section.equals(CONCERN)) {
                kept.add(paragraph);
            }
        }
        return String.join("\n\n", kept);
    }

    static String of(MeetingScript script) {
        List<String> parts = new ArrayList<>();
        section(parts, OPENING, script.opening());
        List<String> concern = new ArrayList<>();
        concern.add(script.concern());
        if (script.raised() != null) {
            concern.add(script.raised());
        }
        section(parts, CONCERN, concern);
        section(parts, EXAMPLES, script.chronology().stream().map(ScriptText::evidence).toList());
        section(parts, EXPECTED, script.standards().stream()
                .map(s -> s.concern() + ": " + s.expected() + (s.jobDescription() == null ? "" : " (job description: " + s.jobDescription() + ")")).toList());
        section(parts, QUESTIONS, script.questions());
        section(parts, CLOSING, script.closing());
        return String.join("\n\n", parts);
    }

    private static void section(List<String> parts, String heading, List<String> paragraphs) {
        if (!paragraphs.isEmpty()) {
            parts.add(heading);
            parts.addAll(paragraphs);
        }
    }

    private static String evidence(MeetingScript.Evidence evidence) {
        DatedExample example = evidence.example();
        StringBuilder text = new StringBuilder(InWords.of(example.on())).append(" – ").append(example.kind())
                .append("\nExpected: ").append(example.expected())
                .append("\nWhat happened: ").append(example.happened());
        if (example.cause() != null) {
            text.append("\nCause given: ").append(example.cause());
        }
        for (DatedSupport support : evidence.supportBefore()) {
            text.append("\nSupport before it, ").append(InWords.of(support.on())).append(": ").append(support.kind()).append(" – ").append(support.what())
                    .append(support.declined() ? " (offered and declined)" : "");
        }
        return text.toString();
    }
}
