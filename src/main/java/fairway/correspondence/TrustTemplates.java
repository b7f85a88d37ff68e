package fairway.correspondence;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fairway.trust.TrustSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The shipped templates and style sheet with those of the Trust's own folder in their place, read once, at start-up. A template that does not pass is refused by file, line and
 * reason; the one that was in use before stays.
 */
@Component
public class TrustTemplates implements TemplatesInUse {

    private static final Logger LOG = LoggerFactory.getLogger(TrustTemplates.class);

    private final TemplateCheck check;
    private final StyleSheetCheck stylesCheck;
    private final KeptTemplates kept;
    private final List<RefusedTemplate> refused = new ArrayList<>();
    private final LetterTemplateSet current;

    TrustTemplates(TemplateCheck check, StyleSheetCheck stylesCheck, KeptTemplates kept, TrustSettings trust) {
        this.check = check;
        this.stylesCheck = stylesCheck;
        this.kept = kept;
        this.current = trust.lettersFolder() == null ? LetterTemplateSet.shipped() : read(trust.lettersFolder());
        kept.accept(current);
        refused.forEach(template -> LOG.error("A letter template is refused, the one before stays in use. {}", template));
    }

    @Override
    public LetterTemplateSet of(String caseNumber) {
        return caseNumber == null ? current : kept.ofCase(caseNumber, current);
    }

    /** What of the Trust's folder is not used, and why. */
    public List<RefusedTemplate> refused() {
        return List.copyOf(refused);
    }

    private LetterTemplateSet read(Path folder) {
        LetterTemplateSet set = LetterTemplateSet.shipped();
        if (!Files.isDirectory(folder)) {
            refused.add(new RefusedTemplate(folder.toString(), 0, "there is no such folder"));
            return kept.last().orElse(set);
        }
        unknown(folder);
        for (String name : LetterTemplateSet.names()) {
            Path file = folder.resolve(name + ".html");
            if (Files.exists(file)) {
                set = withTrusts(set, name, file);
            }
        }
        Path styles = folder.resolve(LetterTemplateSet.STYLES);
        if (Files.exists(styles)) {
            set = withTrusts(set, LetterTemplateSet.STYLES, styles);
        }
        return set;
    }

    private LetterTemplateSet withTrusts(LetterTemplateSet set, String name, Path file) {
        Optional<RefusedTemplate> fault;
        try {
            LetterTemplateSet changed = set.with(name, Files.readString(file));
            fault = refuse(name, changed);
            if (fault.isEmpty()) {
                return changed;
            }
        } catch (CharacterCodingException e) {
            fault = Optional.of(new RefusedTemplate(file.getFileName().toString(), 0, "it is not written in UTF-8"));
        } catch (IOException e) {
            fault = Optional.of(new RefusedTemplate(file.getFileName().toString(), 0, "it cannot be read"));
        }
        refused.add(fault.get());
        return kept.last().filter(last -> last.files().containsKey(name)).map(last -> set.with(name, last.files().get(name)))
                .filter(before -> refuse(name, before).isEmpty()).orElse(set);
    }

    private Optional<RefusedTemplate> refuse(String name, LetterTemplateSet with) {
        return name.equals(LetterTemplateSet.STYLES) ? stylesCheck.refuse(with) : check.refuse(name, with);
    }

    private void unknown(Path folder) {
        try (var files = Files.list(folder)) {
            files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".html") && !LetterTemplateSet.names().contains(f.substring(0, f.length() - 5))
                            || f.endsWith(".css") && !f.equals(LetterTemplateSet.STYLES)).sorted()
                    .forEach(f -> refused.add(new RefusedTemplate(f, 0, "no letter has this name; the names are " + String.join(", ", LetterTemplateSet.names()) + "; the style sheet is " + LetterTemplateSet.STYLES)));
        } catch (IOException e) {
            refused.add(new RefusedTemplate(folder.toString(), 0, "it cannot be read"));
        }
    }
}
