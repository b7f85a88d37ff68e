package fairway.correspondence;

import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLStreamException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The text of one paragraph in runs of one look each, its white space as a browser would show it. */
final class WordRuns {

    /** @param lines whether line ends of the text are kept ({@code white-space: pre-line}) */
    record Look(boolean bold, boolean italic, boolean setting, boolean lines) {

        static final Look PLAIN = new Look(false, false, false, false);

        Look as(Element element) {
            String tag = element.getTagName();
            List<String> classes = List.of(element.getAttribute("class").split(" "));
            return new Look(bold || tag.equals("strong") || tag.equals("b"), italic || tag.equals("em") || tag.equals("i"),
                    setting || tag.equals("span") && classes.contains("setting"), lines || classes.contains("said"));
        }
    }

    private record Run(String text, Look look, String anchor) {
    }

    private final List<Run> runs = new ArrayList<>();
    private boolean spaceBefore = true;

    /** @param anchor id of the place that the text links to; null for none */
    void collect(Element element, Look look, String anchor) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE) {
                add(child.getNodeValue(), look, anchor);
            } else if (child instanceof Element inner) {
                switch (inner.getTagName()) {
                    case "br" -> newLine(look, anchor);
                    case "ul", "ol", "table" -> {
                        // blocks of their own within a point of a list
                    }
                    case "a" -> collect(inner, look.as(inner), inner.getAttribute("href").startsWith("#") ? inner.getAttribute("href").substring(1) : anchor);
                    default -> collect(inner, look.as(inner), anchor);
                }
            }
        }
    }

    private void add(String text, Look look, String anchor) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n' && look.lines()) {
                trimEnd(shown);
                shown.append('\n');
                spaceBefore = true;
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                if (!spaceBefore) {
                    shown.append(' ');
                    spaceBefore = true;
                }
            } else {
                shown.append(c);
                spaceBefore = false;
            }
        }
        if (!shown.isEmpty()) {
            runs.add(new Run(shown.toString(), look, anchor));
        }
    }

    private void newLine(Look look, String anchor) {
        runs.add(new Run("\n", look, anchor));
        spaceBefore = true;
    }

    private static void trimEnd(StringBuilder text) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
    }

    void write(WordXml xml) throws XMLStreamException {
        for (Run run : runs) {
            if (run.anchor != null) {
                xml.start("hyperlink", "anchor", run.anchor);
            }
            xml.start("r");
            if (!run.look.equals(new Look(false, false, false, run.look.lines))) {
                xml.start("rPr");
                if (run.look.setting) {
                    xml.value("rStyle", "SettingText");
                }
                if (run.look.bold) {
                    xml.empty("b");
                    xml.empty("bCs");
                }
                if (run.look.italic) {
                    xml.empty("i");
                    xml.empty("iCs");
                }
                xml.end();
            }
            xml.text(run.text);
            xml.end();
            if (run.anchor != null) {
                xml.end();
            }
        }
    }
}
