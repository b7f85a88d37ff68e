package fairway.correspondence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import javax.xml.stream.XMLStreamException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes the body of a page as the body of a Word document: headings, lists and tables as such, everything that people wrote as text. */
final class WordBody {

    /** Lists as {@code numbering.xml} has them: one of bullets, then ten that are numbered. */
    private static final int BULLETS = 1;
    private static final int LAST_NUMBERED_LIST = 11;
    /** Widths in twentieths of a point. */
    private static final int PAGE_WIDTH = 9411;
    private static final int DATE = 1361;
    private static final int SHORT = 1701;
    private static final int FACT = 2381;
    private static final Map<String, String> STYLE_OF_CLASS = Map.of("trust", "TrustName", "confidence", "Confidence", "line", "Line", "line first", "Line", "label", "Label",
            "name", "SignatureName", "mark", "Mark", "setting", "Setting");
    private static final List<String> BLOCKS = List.of("p", "h1", "h2", "h3", "ul", "ol", "table", "div");

    private final WordXml xml;
    private final Map<String, Integer> bookmarks = new HashMap<>();
    private int numbered;
    private boolean newPage;
    private boolean afterTable;

    WordBody(WordXml xml) {
        this.xml = xml;
    }

    void write(Element body) throws XMLStreamException {
        blocks(body, "Normal");
    }

    private void blocks(Element within, String style) throws XMLStreamException {
        for (Element element : elements(within)) {
            newPage |= isOf(element, "newpage");
            switch (element.getTagName()) {
                case "h1" -> paragraph(element, "Heading1", null);
                case "h2" -> paragraph(element, "Heading2", null);
                case "h3" -> paragraph(element, "Heading3", null);
                case "ul" -> list(element, BULLETS, 0);
                case "ol" -> list(element, numberedList(), 0);
                case "table" -> table(element);
                case "p" -> {
                    if (!isOf(element, "foot")) {
                        paragraph(element, STYLE_OF_CLASS.getOrDefault(element.getAttribute("class"), style), null);
                    }
                }
                default -> blocks(element, isOf(element, "words") ? "TheirWords" : style);
            }
        }
    }

    /** Each begins with one. */
    private int numberedList() {
        numbered++;
        return Math.min(LAST_NUMBERED_LIST, BULLETS + numbered);
    }

    /** @param number of the list that the paragraph is a point of; null for none */
    private void paragraph(Element content, String style, ListLevel number) throws XMLStreamException {
        xml.start("p");
        xml.start("pPr");
        xml.value("pStyle", style);
        if (newPage) {
            xml.empty("pageBreakBefore");
        }
        if (number != null) {
            xml.start("numPr");
            xml.value("ilvl", Integer.toString(Math.min(1, number.level)));
            xml.value("numId", Integer.toString(number.list));
            xml.end();
        }
        if (afterTable && !style.startsWith("Heading")) {
            xml.empty("spacing", "before", "200");
        }
        xml.end();
        newPage = false;
        afterTable = false;
        String id = content.getAttribute("id");
        if (!id.isEmpty()) {
            int bookmark = bookmarks.size();
            bookmarks.put(id, bookmark);
            xml.empty("bookmarkStart", "id", Integer.toString(bookmark), "name", id);
            xml.empty("bookmarkEnd", "id", Integer.toString(bookmark));
        }
        runs(content);
        xml.end();
    }

    private record ListLevel(int list, int level) {
    }

    private void list(Element list, int number, int level) throws XMLStreamException {
        boolean contents = isOf(list, "contents");
        for (Element item : elements(list)) {
            paragraph(item, contents ? "Contents" : "ListItem", contents ? null : new ListLevel(number, level));
            for (Element nested : elements(item)) {
                if (nested.getTagName().equals("ul") || nested.getTagName().equals("ol")) {
                    list(nested, number, level + 1);
                }
            }
        }
    }

    private void table(Element table) throws XMLStreamException {
        List<Element> rows = rows(table).toList();
        if (rows.isEmpty()) {
            return;
        }
        if (afterTable) {
            xml.start("p");
            xml.end();
        }
        List<Integer> widths = widths(table, elements(rows.get(0)));
        xml.start("tbl");
        xml.start("tblPr");
        xml.value("tblStyle", "LetterTable");
        xml.empty("tblW", "w", Integer.toString(PAGE_WIDTH), "type", "dxa");
        xml.empty("tblLayout", "type", "fixed");
        xml.end();
        xml.start("tblGrid");
        for (int width : widths) {
            xml.empty("gridCol", "w", Integer.toString(width));
        }
        xml.end();
        for (Element row : rows) {
            row(row, widths);
        }
        xml.end();
        afterTable = true;
    }

    private void row(Element row, List<Integer> widths) throws XMLStreamException {
        xml.start("tr");
        xml.start("trPr");
        xml.empty("cantSplit");
        if (((Element) row.getParentNode()).getTagName().equals("thead")) {
            xml.empty("tblHeader");
        }
        xml.end();
        List<Element> cells = elements(row);
        for (int at = 0; at < cells.size(); at++) {
            Element cell = cells.get(at);
            afterTable = false;
            xml.start("tc");
            xml.start("tcPr");
            xml.empty("tcW", "w", Integer.toString(widths.get(Math.min(at, widths.size() - 1))), "type", "dxa");
            xml.end();
            if (elements(cell).stream().anyMatch(e -> BLOCKS.contains(e.getTagName()))) {
                blocks(cell, "TableText");
            } else {
                paragraph(cell, cell.getTagName().equals("th") ? "TableHeading" : "TableText", null);
            }
            xml.end();
        }
        xml.end();
    }

    private static List<Integer> widths(Element table, List<Element> cells) {
        List<Integer> fixed = new ArrayList<>();
        for (Element cell : cells) {
            fixed.add(isOf(cell, "date") ? DATE : isOf(cell, "short") ? SHORT : isOf(table, "facts") && cell.getTagName().equals("th") ? FACT : 0);
        }
        int taken = fixed.stream().mapToInt(Integer::intValue).sum();
        int open = (int) fixed.stream().filter(w -> w == 0).count();
        return fixed.stream().map(w -> w == 0 ? (PAGE_WIDTH - taken) / open : w).toList();
    }

    private static Stream<Element> rows(Element table) {
        Function<Element, Stream<Element>> inParts = e -> e.getTagName().equals("tr") ? Stream.of(e) : elements(e).stream();
        return elements(table).stream().flatMap(inParts);
    }

    private void runs(Element content) throws XMLStreamException {
        WordRuns runs = new WordRuns();
        runs.collect(content, WordRuns.Look.PLAIN.as(content), null);
        runs.write(xml);
    }

    private static boolean isOf(Element element, String className) {
        return List.of(element.getAttribute("class").split(" ")).contains(className);
    }

    private static List<Element> elements(Node node) {
        List<Element> elements = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
