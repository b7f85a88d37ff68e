package fairway.correspondence;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Tries a template before it is used: well formed, with a version, unable to run or fetch anything, worded as Stage 1 is, and good for every sample of its letters, set as PDF and as Word. */
@Component
final class TemplateCheck {

    private static final Pattern BARRED = Pattern.compile("utext|__|\\[\\[|\\[\\(|th:inline|th:attr|th:href|th:src|th:on|\\bT\\(|getClass|\\$\\{[^}]*\\bnew\\b|(?i:<script|<img|<iframe|<object|<style)");

    private final LetterTemplates templates;
    private final PdfPress press;
    private final DocxPress docxPress;

    TemplateCheck(LetterTemplates templates, PdfPress press, DocxPress docxPress) {
        this.templates = templates;
        this.press = press;
        this.docxPress = docxPress;
    }

    /** @param with the set as it would be with the template in it */
    Optional<RefusedTemplate> refuse(String name, LetterTemplateSet with) {
        String content = with.files().get(name);
        String file = name + ".html";
        LetterPage written;
        try {
            written = LetterPage.read(content);
        } catch (SAXParseException e) {
            return refused(file, e.getLineNumber(), "it is not well formed: " + e.getMessage());
        } catch (SAXException e) {
            return refused(file, 0, "it is not well formed: " + e.getMessage());
        }
        if (LetterTemplateSet.versionOf(content) == null) {
            return refused(file, 1, "it has no version; write <meta name=\"version\" content=\"…\" /> in its head");
        }
        Matcher barred = BARRED.matcher(content);
        if (barred.find()) {
            return refused(file, lineOf(content, barred.start()), "“" + barred.group() + "” is not allowed in a letter: text is shown with th:text alone, and nothing is run or fetched");
        }
        List<String> breaches = InformalWording.breachesIn(written);
        if (!breaches.isEmpty()) {
            return refused(file, lineOfBreach(content), "it reads like a formal warning (" + String.join(", ", breaches) + "), but Stage 1 is informal");
        }
        return LetterTemplateSet.names().stream().filter(kind -> !kind.equals(LetterTemplateSet.PARTS) && (kind.equals(name) || name.equals(LetterTemplateSet.PARTS)))
                .flatMap(kind -> LetterSamples.of(kind).stream()).flatMap(sample -> tried(file, sample, with).stream()).findFirst();
    }

    private Optional<RefusedTemplate> tried(String file, Letter sample, LetterTemplateSet with) {
        try {
            LetterPage letter = templates.letter(sample, with);
            Document page = letter.xhtml();
            for (String needed : List.of("title", "body", "h1")) {
                if (page.getElementsByTagName(needed).getLength() == 0) {
                    return refused(file, 0, "a letter made with it has no " + needed);
                }
            }
            return page.getDocumentElement().getAttribute("lang").isEmpty() ? refused(file, 0, "a letter made with it names no language") : set(file, letter);
        } catch (TemplateProcessingException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            String at = e.getTemplateName() == null ? file : e.getTemplateName() + ".html";
            return refused(at, e.getLine() == null ? 0 : e.getLine(), "a sample could not be made with it: " + cause.getMessage());
        } catch (IllegalStateException e) {
            return refused(file, 0, e.getMessage());
        }
    }

    /** As it is sent and as it is edited: what no press can set is found now, and not when a letter is due. */
    private Optional<RefusedTemplate> set(String file, LetterPage letter) {
        try {
            press.print(letter);
        } catch (RuntimeException e) {
            return refused(file, 0, "a sample could not be set with it as a PDF: " + e.getMessage());
        }
        try {
            docxPress.print(letter);
        } catch (RuntimeException e) {
            return refused(file, 0, "a sample could not be set with it as a Word document: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static Optional<RefusedTemplate> refused(String file, int line, String reason) {
        return Optional.of(new RefusedTemplate(file, line, reason));
    }

    private static int lineOf(String content, int position) {
        return 1 + (int) content.substring(0, position).chars().filter(c -> c == '\n').count();
    }

    private static int lineOfBreach(String content) {
        List<String> lines = content.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            if (!lines.get(at).contains("consequences\"") && !InformalWording.breachesIn(lines.get(at)).isEmpty()) {
                return at + 1;
            }
        }
        return 0;
    }
}
