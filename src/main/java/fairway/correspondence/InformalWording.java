package fairway.correspondence;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Stage 1 is informal (S1D-03): nothing in a letter may read like a formal warning. Held over the words of the templates, not over what people write. The
 * paragraph on consequences that the policy asks for (S1D-17) carries {@code class="consequences"} and is left out.
 */
final class InformalWording {

    private static final Map<String, Pattern> BARRED = Map.ofEntries(
            barred("warning", "warn(?:s|ed|ing|ings)?"),
            barred("disciplinary", "disciplin\\w*"),
            barred("misconduct", "misconduct|gross"),
            barred("sanction", "sanction\\w*|penalt\\w*|punish\\w*"),
            barred("dismissal", "dismiss\\w*|terminat\\w*|sack(?:ed|ing)?"),
            barred("offence", "offen[cs]e\\w*|breach(?:es|ed)?|violat\\w*"),
            barred("hearing", "hearings?|panel|tribunal"),
            barred("allegation", "alleg\\w*|accus\\w*|guilty|investigat\\w*"),
            barred("capability procedure", "capability|procedure"),
            barred("final warning", "final (?!reviews?\\b)\\w+|first and final"),
            barred("formal step", "formal (?:warning|notice|action|meeting|letter|procedure|process|record)"),
            barred("failure", "failures?|fail(?:s|ed|ing)?|unsatisfactory|unacceptable|underperform\\w*|poor(?:ly)? perform\\w*"),
            barred("placed on file", "(?:on|in) your (?:personal )?file|personnel file"),
            barred("legal tone", "hereby|herewith|forthwith|pursuant|you are required to|you must|without prejudice"));

    private InformalWording() {
    }

    private static Map.Entry<String, Pattern> barred(String name, String words) {
        return Map.entry(name, Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** @return each place that reads like a formal warning, e.g. "hearing: 'hearing'"; none where all is well */
    static List<String> breachesIn(LetterPage page) {
        return breachesIn(textOf(page.xhtml().getDocumentElement()));
    }

    static List<String> breachesIn(String text) {
        String words = text.replaceAll("\\s+", " ");
        return BARRED.entrySet().stream().flatMap(b -> b.getValue().matcher(words).results().map(found -> b.getKey() + ": '" + found.group() + "'")).sorted().toList();
    }

    private static String textOf(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE) {
                text.append(child.getNodeValue());
            } else if (child instanceof Element element && !element.getAttribute("class").contains("consequences")) {
                text.append(textOf(element));
            }
        }
        return text.append(' ').toString();
    }
}
