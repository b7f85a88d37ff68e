package fairway.correspondence;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** The text of a tagged PDF in the order of its structure tree: what somebody hears who has it read out. */
final class ReadingOrder {

    private static final Set<String> BLOCKS = Set.of("P", "H1", "H2", "H3", "LI", "TD", "TH", "TR", "Div", "Sect", "Lbl", "LBody", "Caption");

    private static final Set<String> READ_AS_SUCH = Set.of("P", "H1", "H2", "H3", "LI", "TD", "TH");

    /** A block of text as it is announced, with the text of its own, white space left out; labels of lists are not text. */
    record Block(String tag, String text) {
    }

    private final Map<PDPage, Map<Integer, String>> texts = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder tags = new StringBuilder();

    private final List<OpenBlock> blocks = new ArrayList<>();
    private final Deque<OpenBlock> within = new ArrayDeque<>();

    private record OpenBlock(String tag, StringBuilder text) {
    }

    private ReadingOrder() {
    }

    /** Blocks on lines of their own. */
    static String of(byte[] pdf) throws IOException {
        return read(pdf).text.toString().replaceAll("[ \\t]+", " ").replaceAll(" ?\\n[ \\n]*", "\n").strip();
    }

    /** The blocks in the order of the structure tree; a bare division with text is none. */
    static List<Block> blocksOf(byte[] pdf) throws IOException {
        return read(pdf).blocks.stream().map(b -> new Block(b.tag, b.text.toString().replaceAll("\\s+", ""))).toList();
    }

    /** The tags with their text, for people to look at. */
    static String tagsOf(byte[] pdf) throws IOException {
        return read(pdf).tags.toString();
    }

    private static ReadingOrder read(byte[] pdf) throws IOException {
        ReadingOrder order = new ReadingOrder();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
                extractor.processPage(page);
                Map<Integer, String> ofPage = new HashMap<>();
                extractor.getMarkedContents().forEach(content -> collect(content, ofPage));
                order.texts.put(page, ofPage);
            }
            order.walk(document.getDocumentCatalog().getStructureTreeRoot(), null, 0);
        }
        return order;
    }

    private static void collect(PDMarkedContent content, Map<Integer, String> texts) {
        StringBuilder own = new StringBuilder();
        for (Object item : content.getContents()) {
            if (item instanceof TextPosition position) {
                own.append(position.getUnicode());
            } else if (item instanceof PDMarkedContent inner) {
                collect(inner, texts);
            }
        }
        if (content.getMCID() >= 0) {
            texts.merge(content.getMCID(), own.toString(), String::concat);
        }
    }

    private void walk(PDStructureNode node, PDPage page, int depth) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                PDPage at = element.getPage() == null ? page : element.getPage();
                tags.append("  ".repeat(depth)).append(element.getStructureType()).append('\n');
                boolean block = BLOCKS.contains(element.getStructureType());
                boolean announced = READ_AS_SUCH.contains(element.getStructureType()) || element.getStructureType().equals("Lbl");
                if (announced) {
                    within.push(new OpenBlock(element.getStructureType(), new StringBuilder()));
                    if (!element.getStructureType().equals("Lbl")) {
                        blocks.add(within.peek());
                    }
                }
                text.append(block ? "\n" : "");
                walk(element, at, depth + 1);
                text.append(block ? "\n" : "");
                if (announced) {
                    within.pop();
                }
            } else if (kid instanceof Integer mcid) {
                add(page, mcid, depth);
            } else if (kid instanceof PDMarkedContentReference reference) {
                add(reference.getPage() == null ? page : reference.getPage(), reference.getMCID(), depth);
            }
        }
    }

    private void add(PDPage page, int mcid, int depth) {
        String found = texts.entrySet().stream().filter(e -> e.getKey().equals(page)).map(e -> e.getValue().getOrDefault(mcid, "")).findFirst().orElse("");
        text.append(found);
        if (!within.isEmpty()) {
            within.peek().text().append(found);
        }
        tags.append("  ".repeat(depth)).append('"').append(found).append("\"\n");
    }
}
