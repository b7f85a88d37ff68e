package fairway.correspondence;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements of WordprocessingML; names and attributes without their prefix. */
final class WordXml {

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final XMLStreamWriter out;

    WordXml(XMLStreamWriter out) {
        this.out = out;
    }

    /** The root of a part. */
    void root(String name) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("w", name, NAMESPACE);
        out.writeNamespace("w", NAMESPACE);
        out.writeNamespace("r", RELATIONSHIPS);
    }

    void start(String name, String... attributes) throws XMLStreamException {
        out.writeStartElement("w", name, NAMESPACE);
        attributes(attributes);
    }

    void end() throws XMLStreamException {
        out.writeEndElement();
    }

    void empty(String name, String... attributes) throws XMLStreamException {
        out.writeEmptyElement("w", name, NAMESPACE);
        attributes(attributes);
    }

    void value(String name, String value) throws XMLStreamException {
        empty(name, "val", value);
    }

    /** Refers to another part of the document. */
    void reference(String name, String type, String relationship) throws XMLStreamException {
        empty(name, "type", type);
        out.writeAttribute("r", RELATIONSHIPS, "id", relationship);
    }

    /** Text within a run; its line ends are kept. */
    void text(String text) throws XMLStreamException {
        String[] lines = text.split("\n", -1);
        for (int at = 0; at < lines.length; at++) {
            if (at > 0) {
                empty("br");
            }
            if (!lines[at].isEmpty()) {
                start("t");
                out.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve");
                out.writeCharacters(lines[at]);
                end();
            }
        }
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int at = 0; at < attributes.length; at += 2) {
            out.writeAttribute("w", NAMESPACE, attributes[at], attributes[at + 1]);
        }
    }
}
