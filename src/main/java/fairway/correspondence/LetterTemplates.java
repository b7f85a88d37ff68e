package fairway.correspondence;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;
import org.xml.sax.SAXException;

/**
 * Fills in templates of letters. What people wrote goes in as text only: it is escaped and never read as a template. Only names that the code gives choose a
 * template.
 */
@Component
class LetterTemplates {

    /** One for each set in use: that of new cases and those that running cases began with. */
    private final Map<String, SpringTemplateEngine> engines = new ConcurrentHashMap<>();
    private final SpringTemplateEngine policies = new SpringTemplateEngine();
    private final LetterWording words;

    LetterTemplates(LetterWording words) {
        this.words = words;
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver(LetterTemplates.class.getClassLoader());
        files.setPrefix("policy/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding("UTF-8");
        policies.addTemplateResolver(files);
    }

    /** The letter as a page. */
    LetterPage letter(Letter letter, LetterTemplateSet set) {
        return fill(engines.computeIfAbsent(set.sha256(), hash -> engine(set)), letter.kind(), letter).styled(set.styleSheet());
    }

    /** The same with the templates that come with Fairway. */
    LetterPage letter(Letter letter) {
        return letter(letter, LetterTemplateSet.shipped());
    }

    /** The policy as a page. */
    LetterPage policy(String version) {
        return fill(policies, "performance-management-policy", Map.of("version", version));
    }

    private static SpringTemplateEngine engine(LetterTemplateSet set) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.addTemplateResolver(new OfSet(set));
        return engine;
    }

    private LetterPage fill(SpringTemplateEngine engine, String template, Object letter) {
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

    private static final class OfSet extends AbstractConfigurableTemplateResolver {

        private final LetterTemplateSet set;

        OfSet(LetterTemplateSet set) {
            this.set = set;
            setTemplateMode(TemplateMode.HTML);
        }

        @Override
        protected ITemplateResource computeTemplateResource(IEngineConfiguration configuration, String ownerTemplate, String template, String resourceName,
                                                            String characterEncoding, Map<String, Object> attributes) {
            String content = set.template(template);
            return content == null ? null : new StringTemplateResource(content);
        }
    }
}
