package fairway.correspondence;

import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.xml.sax.SAXException;

/**
 * Fills in {@code letters/<kind>.html}. What people wrote goes in as text only: it is escaped and never read as a template. Only names that the
 * code gives choose a template.
 */
@Component
class LetterTemplates {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final LetterWording words;

    LetterTemplates(LetterWording words) {
        engine.addTemplateResolver(folder("letters/"));
        engine.addTemplateResolver(folder("policy/"));
        this.words = words;
    }

    private static ClassLoaderTemplateResolver folder(String name) {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver(LetterTemplates.class.getClassLoader());
        files.setPrefix(name);
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding("UTF-8");
        files.setCheckExistence(true);
        return files;
    }

    /** The letter as a page. */
    LetterPage letter(Letter letter) {
        return fill(letter.kind(), letter);
    }

    /** The policy as a page. */
    LetterPage policy(String version) {
        return fill("performance-management-policy", Map.of("version", version));
    }

    private LetterPage fill(String template, Object letter) {
        Context context = new Context(Locale.UK);
        context.setVariable("letter", letter);
        context.setVariable("words", words);
        try {
            return LetterPage.read(withoutWhatXmlForbids(engine.process(template, context)));
        } catch (SAXException e) {
            throw new IllegalStateException("the template " + template + " does not make a well-formed page", e);
        }
    }

    /** Characters that no XML document may hold (they come in with pasted text) become a replacement character. */
    private static String withoutWhatXmlForbids(String html) {
        StringBuilder clean = new StringBuilder(html.length());
        html.codePoints().forEach(c -> clean.appendCodePoint(
                c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000 ? c : 0xFFFD));
        return clean.toString();
    }
}
