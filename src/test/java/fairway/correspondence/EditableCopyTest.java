package fairway.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FtrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** The Word document of every letter: valid by the schemas, with headings, lists and tables of its own, and people's text as nothing but text. */
class EditableCopyTest {

    private static final Letters LETTERS = Samples.letters();

    static Stream<Letter> letters() {
        return Stream.of(Samples.usual().all().stream(), Samples.sparse().stream(), EveryField.of(HostileTextTest.RUN_ME, 2), EveryField.of(HostileTextTest.MARKS, 1))
                .flatMap(s -> s);
    }

    @ParameterizedTest
    @MethodSource("letters")
    void isValidByTheSchemas(Letter letter) throws IOException, XmlException {
        Map<String, byte[]> parts = parts(LETTERS.docx(letter));
        assertThat(faults(DocumentDocument.Factory.parse(stream(parts, "word/document.xml")))).isEmpty();
        assertThat(faults(FtrDocument.Factory.parse(stream(parts, "word/footer.xml")))).isEmpty();
    }

    @Test
    void theSharedPartsAreValidByTheSchemas() throws IOException, XmlException {
        Map<String, byte[]> parts = parts(LETTERS.docx(Samples.usual().planExtension()));
        assertThat(faults(StylesDocument.Factory.parse(stream(parts, "word/styles.xml")))).isEmpty();
        assertThat(faults(NumberingDocument.Factory.parse(stream(parts, "word/numbering.xml")))).isEmpty();
        assertThat(faults(SettingsDocument.Factory.parse(stream(parts, "word/settings.xml")))).isEmpty();
        assertThat(new String(parts.get("[Content_Types].xml"), StandardCharsets.UTF_8)).contains(parts.keySet().stream()
                .filter(p -> !p.endsWith(".rels") && !p.startsWith("[")).map(p -> "\"/" + p + "\"").toList());
        assertThat(new String(parts.get("docProps/core.xml"), StandardCharsets.UTF_8)).contains("<dc:title>More time for your plan – Riverbank NHS Trust</dc:title>",
                "<dc:language>en-GB</dc:language>");
    }

    @Test
    void hasTheHeadingsListsAndTablesOfTheLetter() throws IOException, XmlException {
        var body = DocumentDocument.Factory.parse(stream(parts(LETTERS.docx(Samples.usual().outcomeLetter())), "word/document.xml")).getDocument().getBody();
        assertThat(styled(body.getPList(), "Heading1")).containsExactly("Our informal Stage 1 meeting");
        assertThat(styled(body.getPList(), "Heading2")).startsWith("Who was there", "What we talked about", "The examples").endsWith("Your comments");
        assertThat(body.getTblList()).isNotEmpty().allMatch(t -> t.getTrArray(0).getTrPr().sizeOfTblHeaderArray() == 1);
        assertThat(body.getPList().stream().filter(p -> p.getPPr() != null && p.getPPr().getNumPr() != null)).hasSizeGreaterThan(4);
    }

    @Test
    void theContentsOfTheHandOverPackLeadToItsParts() throws IOException, XmlException {
        var body = DocumentDocument.Factory.parse(stream(parts(LETTERS.docx(Samples.usual().handOverPack())), "word/document.xml")).getDocument().getBody();
        List<String> marked = body.getPList().stream().flatMap(p -> p.getBookmarkStartList().stream()).map(b -> b.getName()).toList();
        assertThat(body.getPList().stream().flatMap(p -> p.getHyperlinkList().stream()).map(h -> h.getAnchor())).hasSize(8).containsExactlyElementsOf(marked);
    }

    /** No field, no link to the outside, no object: what is written in braces stays in braces. */
    @ParameterizedTest
    @MethodSource("hostile")
    void peoplesTextIsNothingButText(Letter letter) throws IOException {
        Map<String, byte[]> parts = parts(LETTERS.docx(letter));
        assertThat(parts.keySet()).containsExactlyInAnyOrder("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml",
                "word/settings.xml", "docProps/core.xml", "word/footer.xml", "word/document.xml");
        String document = new String(parts.get("word/document.xml"), StandardCharsets.UTF_8);
        assertThat(document).contains("{MERGEFIELD x}", "[[${7*7}]]", "{{=7*7}}", "&lt;script&gt;", "&lt;w:t&gt;").doesNotContain("fldSimple", "instrText", "<w:object", "<w:drawing", "TargetMode");
        assertThat(new String(parts.get("word/footer.xml"), StandardCharsets.UTF_8).split("fldSimple w:instr", -1)).as("page and pages").hasSize(3);
        parts.forEach((name, part) -> assertThat(new String(part, StandardCharsets.UTF_8)).as(name).doesNotContain("TargetMode=\"External\""));
    }

    static Stream<Letter> hostile() {
        return EveryField.of(HostileTextTest.RUN_ME, 1);
    }

    @Test
    void theSamePageMakesTheSameBytes() throws IOException {
        byte[] docx = LETTERS.docx(Samples.usual().outcomeLetter());
        Files.write(Files.createDirectories(Path.of("target", "letters")).resolve("outcomeLetter.docx"), docx);
        assertThat(LETTERS.docx(Samples.usual().outcomeLetter())).isEqualTo(docx);
    }

    private static List<String> styled(List<CTP> paragraphs, String style) {
        return paragraphs.stream().filter(p -> p.getPPr() != null && p.getPPr().getPStyle() != null && p.getPPr().getPStyle().getVal().equals(style))
                .map(p -> String.join("", p.getRList().stream().flatMap(r -> r.getTList().stream()).map(t -> t.getStringValue()).toList())).toList();
    }

    private static List<String> faults(XmlObject part) {
        List<Object> faults = new ArrayList<>();
        part.validate(new XmlOptions().setErrorListener(new ArrayList<>() {
            @Override
            public boolean add(org.apache.xmlbeans.XmlError error) {
                return faults.add(error);
            }
        }));
        return faults.stream().map(Object::toString).toList();
    }

    private static ByteArrayInputStream stream(Map<String, byte[]> parts, String name) {
        return new ByteArrayInputStream(parts.get(name));
    }

    private static Map<String, byte[]> parts(byte[] docx) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }
}
