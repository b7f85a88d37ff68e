package fairway.correspondence;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.openhtmltopdf.css.parser.CSSParser;
import com.openhtmltopdf.css.sheet.StylesheetInfo;
import org.springframework.stereotype.Component;

/** Tries a Trust's style sheet before it is used: with a version, without a fault, unable to fetch, hide or add words, and good for letters that can be set. */
@Component
final class StyleSheetCheck {

    private static final Pattern VERSION = Pattern.compile("/\\*\\s*version:?\\s+([^*\\s]{1,40})\\s*\\*/");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern BARRED = Pattern.compile("(?i)@import|@font-face|@namespace|@charset|url\\s*\\(|src\\s*:|expression|display\\s*:\\s*none|visibility\\s*:|"
            + "position\\s*:\\s*(?:absolute|fixed)|opacity|font-size\\s*:\\s*0|\\\\|<");
    private static final Pattern LINE = Pattern.compile("^(.*?) at line (\\d+)\\.", Pattern.DOTALL);
    private static final Pattern UNKNOWN = Pattern.compile("^(?:Value )?([\\w-]+) is (?:an unrecognized|not a recognized)");

    private final LetterTemplates templates;
    private final PdfPress press;

    StyleSheetCheck(LetterTemplates templates, PdfPress press) {
        this.templates = templates;
        this.press = press;
    }

    /** @param with the set as it would be with the style sheet in it */
    Optional<RefusedTemplate> refuse(LetterTemplateSet with) {
        String content = with.styleSheet();
        if (!VERSION.matcher(content).find()) {
            return refused(1, "it has no version; write /* version 2.0 */ in its first line");
        }
        String rules = COMMENT.matcher(content).replaceAll(comment -> comment.group().replaceAll("[^\n]", " "));
        Matcher barred = BARRED.matcher(rules);
        if (barred.find()) {
            return refused(lineOf(rules, barred.start()), "“" + barred.group() + "” is not allowed in the style sheet of letters: nothing is fetched, and nothing of a letter is hidden");
        }
        List<String> lines = rules.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            List<String> breaches = InformalWording.breachesIn(lines.get(at));
            if (!breaches.isEmpty()) {
                return refused(at + 1, "it reads like a formal warning (" + String.join(", ", breaches) + "), but Stage 1 is informal");
            }
        }
        List<String> faults = new ArrayList<>();
        try {
            new CSSParser((uri, fault) -> faults.add(fault)).parseStylesheet(LetterTemplateSet.STYLES, StylesheetInfo.AUTHOR, new StringReader(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults.isEmpty() ? tried(with) : refused(lineOf(faults.get(0), lines), "it is no style sheet that letters can be set with: " + faults.get(0).replaceAll(" at line \\d+\\..*", ""));
    }

    private Optional<RefusedTemplate> tried(LetterTemplateSet with) {
        try {
            press.print(templates.letter(LetterSamples.of(Kinds.OUTCOME_LETTER).get(0), with));
            return Optional.empty();
        } catch (RuntimeException e) {
            return refused(0, "a sample could not be set with it: " + e.getMessage());
        }
    }

    private static Optional<RefusedTemplate> refused(int line, String reason) {
        return Optional.of(new RefusedTemplate(LetterTemplateSet.STYLES, line, reason));
    }

    private static int lineOf(String content, int position) {
        return 1 + (int) content.substring(0, position).chars().filter(c -> c == '\n').count();
    }

    /** The parser counts some of its lines from nought: where it names a word, that word is looked for. */
    private static int lineOf(String fault, List<String> lines) {
        Matcher unknown = UNKNOWN.matcher(fault);
        if (unknown.find()) {
            Pattern word = Pattern.compile("(?<![\\w-])" + Pattern.quote(unknown.group(1)) + "(?![\\w-])");
            for (int at = 0; at < lines.size(); at++) {
                if (word.matcher(lines.get(at)).find()) {
                    return at + 1;
                }
            }
        }
        Matcher line = LINE.matcher(fault);
        return line.find() ? Integer.parseInt(line.group(2)) : 0;
    }
}
