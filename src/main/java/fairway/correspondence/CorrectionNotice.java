package fairway.correspondence;

import java.util.List;

import fairway.trust.InWords;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Says in the first lines of a letter which one it replaces, and what was corrected. It is put in by code, so that no template of the Trust, and none that a
 * running case began with, can leave it out; its text is text, whatever it looks like.
 */
final class CorrectionNotice {

    private CorrectionNotice() {
    }

    /** Puts the notice below the heading of the letter and the version into its title. @param noun what it calls itself, as in {@link Kinds#noun} */
    static void into(LetterPage page, String noun, Correction correction, List<String> paragraphs) {
        Document xhtml = page.xhtml();
        Element title = (Element) xhtml.getElementsByTagName("title").item(0);
        title.setTextContent(correction.titled(title.getTextContent()));
        Element notice = element(xhtml, "div", "correction");
        Element version = element(xhtml, "p", "label");
        version.setTextContent("Version " + correction.version());
        Element first = element(xhtml, "p", "said");
        first.setTextContent("This " + noun + " replaces our " + noun + " of " + InWords.of(correction.replaced()) + " (version " + (correction.version() - 1) + "). What was corrected: "
                + paragraphs.get(0));
        notice.appendChild(version);
        notice.appendChild(first);
        paragraphs.stream().skip(1).forEach(paragraph -> {
            Element next = element(xhtml, "p", "said");
            next.setTextContent(paragraph);
            notice.appendChild(next);
        });
        Node heading = xhtml.getElementsByTagName("h1").item(0);
        heading.getParentNode().insertBefore(notice, heading.getNextSibling());
    }

    private static Element element(Document xhtml, String name, String look) {
        Element element = xhtml.createElementNS(xhtml.getDocumentElement().getNamespaceURI(), name);
        element.setAttribute("class", look);
        return element;
    }
}
