package fairway.correspondence;

import java.io.IOException;
import java.io.StringReader;
import java.text.Normalizer;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A filled-in template as well-formed XHTML: what every output of a letter is made from. Nothing outside of it is read, whatever it names.
 *
 * @param styleSheet how it looks on paper; null for the style sheet that comes with Fairway
 */
record LetterPage(Document xhtml, String styleSheet) {

    /**
     * @return the page; letters with marks are composed where a composed letter exists, because fonts have that as one glyph
     * @throws SAXParseException with line and reason, when it is not well formed
     */
    static LetterPage read(String xhtml) throws SAXException {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            Document page = builder.parse(new InputSource(new StringReader(xhtml)));
            compose(page.getDocumentElement());
            return new LetterPage(page, null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory could not be read", e);
        }
    }

    LetterPage styled(String styles) {
        return new LetterPage(xhtml, styles);
    }

    /** All of its text. */
    String text() {
        return xhtml.getDocumentElement().getTextContent();
    }

    private static void compose(Node node) {
        if (node.getNodeType() == Node.TEXT_NODE && !Normalizer.isNormalized(node.getNodeValue(), Normalizer.Form.NFC)) {
            node.setNodeValue(Normalizer.normalize(node.getNodeValue(), Normalizer.Form.NFC));
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            compose(child);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setExpandEntityReferences(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory;
    }

    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
