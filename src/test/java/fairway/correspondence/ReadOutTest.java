package fairway.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What somebody hears who has a letter read out: all of it, in the order of the page, with its headings, lists and tables as such. */
class ReadOutTest {

    private static final Set<String> BLOCKS = Set.of("h1", "h2", "h3", "p", "li", "th", "td");
    private static final LetterTemplates TEMPLATES = new LetterTemplates(new LetterWording(Samples.trust()));
    private static final PdfPress PRESS = new PdfPress();

    static Stream<Letter> letters() {
        return Stream.concat(Samples.usual().all().stream(), Samples.sparse().stream());
    }

    @ParameterizedTest
    @MethodSource("letters")
    void everyBlockIsReadInItsPlaceAsWhatItIs(Letter letter) throws IOException {
        LetterPage page = TEMPLATES.letter(letter);
        List<ReadingOrder.Block> heard = ReadingOrder.blocksOf(PRESS.print(page));
        List<ReadingOrder.Block> written = new ArrayList<>();
        collect(page.xhtml().getDocumentElement(), written);
        assertThat(written).hasSizeGreaterThan(5);
        assertThat(heard.stream().map(b -> (letter instanceof HandOverPack || letter instanceof SubjectAccessPack) && b.tag().equals("LI") ? new ReadingOrder.Block("LI", b.text().replaceAll("\\d+$", "")) : b))
                .as("but for page numbers of the contents").containsExactlyElementsOf(written);
        List<String> headings = heard.stream().map(ReadingOrder.Block::tag).filter(t -> t.startsWith("H")).toList();
        assertThat(headings).first().isEqualTo("H1");
        for (int at = 1; at < headings.size(); at++) {
            assertThat(headings.get(at).charAt(1) - headings.get(at - 1).charAt(1)).as("no level is skipped").isLessThanOrEqualTo(1);
        }
    }

    private static void collect(Node node, List<ReadingOrder.Block> blocks) {
        if (node instanceof Element element && BLOCKS.contains(element.getTagName()) && !element.getAttribute("class").equals("foot")) {
            blocks.add(new ReadingOrder.Block(element.getTagName().toUpperCase(java.util.Locale.ROOT), ownText(element)));
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            collect(child, blocks);
        }
    }

    /** Without that of blocks within it. */
    private static String ownText(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE) {
                text.append(child.getNodeValue());
            } else if (!(child instanceof Element element && BLOCKS.contains(element.getTagName()))) {
                text.append(ownText(child));
            }
        }
        return text.toString().replaceAll("\\s+", "");
    }
}
