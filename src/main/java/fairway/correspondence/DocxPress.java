package fairway.correspondence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Sets the page that a PDF is made from as a Word document for the person who edits: the same text in the same order, with Word's own headings, lists and
 * tables. The parts that every letter shares (styles, numbering) are files in {@code letters/docx/}. The same page makes the same bytes.
 */
@Component
class DocxPress {

    private static final LocalDateTime TIME_OF_PARTS = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final Map<String, String> SHARED_PARTS = sharedParts();

    private final Map<String, byte[]> shared = new LinkedHashMap<>();

    DocxPress() {
        SHARED_PARTS.forEach((part, file) -> shared.put(part, resource("letters/docx/" + file)));
    }

    private static Map<String, String> sharedParts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "content-types.xml");
        parts.put("_rels/.rels", "relationships.xml");
        parts.put("word/_rels/document.xml.rels", "document-relationships.xml");
        parts.put("word/styles.xml", "styles.xml");
        parts.put("word/numbering.xml", "numbering.xml");
        parts.put("word/settings.xml", "settings.xml");
        return parts;
    }

    byte[] print(LetterPage page) {
        Element root = page.xhtml().getDocumentElement();
        ByteArrayOutputStream docx = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(docx)) {
            for (Map.Entry<String, byte[]> part : shared.entrySet()) {
                part(zip, part.getKey());
                zip.write(part.getValue());
            }
            part(zip, "docProps/core.xml");
            properties(zip, root);
            part(zip, "word/footer.xml");
            footer(zip, root);
            part(zip, "word/document.xml");
            document(zip, root);
        } catch (IOException | XMLStreamException e) {
            throw new IllegalStateException("a letter could not be set as a Word document", e);
        }
        return docx.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME_OF_PARTS);
        zip.putNextEntry(entry);
    }

    private static void document(ZipOutputStream zip, Element root) throws XMLStreamException {
        XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(zip, "UTF-8");
        WordXml xml = new WordXml(out);
        xml.root("document");
        xml.start("body");
        new WordBody(xml).write((Element) root.getElementsByTagName("body").item(0));
        xml.start("sectPr");
        xml.reference("footerReference", "default", "rId4");
        xml.empty("pgSz", "w", "11906", "h", "16838");
        xml.empty("pgMar", "top", "907", "right", "1247", "bottom", "1134", "left", "1247", "header", "567", "footer", "567", "gutter", "0");
        out.writeEndDocument();
        out.flush();
    }

    private static void footer(ZipOutputStream zip, Element root) throws XMLStreamException {
        XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(zip, "UTF-8");
        WordXml xml = new WordXml(out);
        xml.root("ftr");
        xml.start("p");
        xml.start("pPr");
        xml.value("pStyle", "Footer");
        xml.end();
        WordRuns foot = new WordRuns();
        NodeList paragraphs = root.getElementsByTagName("p");
        if (paragraphs.getLength() > 0 && ((Element) paragraphs.item(0)).getAttribute("class").equals("foot")) {
            foot.collect((Element) paragraphs.item(0), WordRuns.Look.PLAIN, null);
        }
        foot.write(xml);
        xml.start("r");
        xml.empty("tab");
        xml.text("Page ");
        xml.end();
        field(xml, "PAGE");
        xml.start("r");
        xml.text(" of ");
        xml.end();
        field(xml, "NUMPAGES");
        out.writeEndDocument();
        out.flush();
    }

    private static void field(WordXml xml, String field) throws XMLStreamException {
        xml.start("fldSimple", "instr", field);
        xml.start("r");
        xml.text("1");
        xml.end();
        xml.end();
    }

    private static void properties(ZipOutputStream zip, Element root) throws XMLStreamException {
        String dc = "http://purl.org/dc/elements/1.1/";
        XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(zip, "UTF-8");
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("cp", "coreProperties", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
        out.writeNamespace("cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
        out.writeNamespace("dc", dc);
        property(out, dc, "title", OneLine.of(textOf(root, "title")));
        property(out, dc, "creator", "Fairway");
        property(out, dc, "language", root.getAttribute("lang"));
        out.writeEndDocument();
        out.flush();
    }

    private static void property(XMLStreamWriter out, String namespace, String name, String value) throws XMLStreamException {
        out.writeStartElement("dc", name, namespace);
        out.writeCharacters(value);
        out.writeEndElement();
    }

    private static String textOf(Element root, String tag) {
        NodeList found = root.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    private static byte[] resource(String name) {
        try (InputStream file = DocxPress.class.getClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("no " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
