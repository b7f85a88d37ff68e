package fairway.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import fairway.support.FairwayTest;
import fairway.support.TestClock;
import fairway.trust.TrustSettings;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The Trust's own templates from a mounted folder, read at each start: new cases get them, running cases keep theirs, a broken one changes nothing. */
@FairwayTest
class TrustTemplatesTest {

    private static final String ROUTE = "<p>If there is anything that would help you in this time, please tell me.</p>";

    @TempDir
    private Path folder;
    @Autowired
    private TemplateCheck check;
    @Autowired
    private StyleSheetCheck stylesCheck;
    @Autowired
    private KeptTemplates kept;
    @Autowired
    private LetterTemplates templates;

    @Test
    void theTrustsTemplateTakesThePlaceOfTheShippedOne() throws IOException {
        own("<p>The Trust’s own words.</p>");
        TrustTemplates started = start();
        assertThat(started.refused()).isEmpty();
        String letter = ReadingOrder.of(letters(started).pdf(Samples.usual().planExtension()));
        assertThat(letter).contains("The Trust’s own words.", "You have more time for your Improvement Action Plan.").doesNotContain("anything that would help");
        assertThat(ReadingOrder.of(letters(started).pdf(Samples.usual().reviewNote(false)))).as("the others stay").contains("This is my note of it.");
    }

    @Test
    void aRunningCaseKeepsTheVersionThatItBeganWithOnEveryNode() throws IOException {
        TrustTemplates before = start();
        letters(before).caseBegins("PC-2026-000001");
        own("<p>The first own words.</p>");
        TrustTemplates first = start();
        letters(first).caseBegins("PC-2026-000002");
        own("<p>The second own words.</p>");
        TrustTemplates second = start();
        for (TrustTemplates node : new TrustTemplates[] {before, first, second}) {
            assertThat(extension(node, "PC-2026-000001")).contains(ROUTE);
            assertThat(extension(node, "PC-2026-000002")).contains("The first own words.");
        }
        assertThat(extension(second, "PC-2026-000003")).contains("The second own words.");
        assertThat(extension(before, "PC-2026-000003")).as("once begun, the same on the node that still has the old folder").contains("The second own words.");
        assertThat(extension(second, null)).as("a letter of no case").contains("The second own words.");
    }

    @Test
    void aBrokenTemplateIsRefusedAndTheOneBeforeStaysInUse() throws IOException {
        own("<p th:text=\"${letter.salary()}\">x</p>");
        TrustTemplates neverAccepted = start();
        assertThat(neverAccepted.refused()).singleElement().matches(r -> r.file().equals("planExtension.html") && r.line() > 10 && r.reason().contains("salary"));
        assertThat(extension(neverAccepted, null)).as("the shipped one").contains(ROUTE);

        own("<p>The accepted words.</p>");
        start();
        Files.writeString(folder.resolve("planExtension.html"), "<html><p>");
        TrustTemplates broken = start();
        assertThat(broken.refused()).singleElement().extracting(RefusedTemplate::toString).asString().startsWith("planExtension.html, line 1: it is not well formed");
        assertThat(extension(broken, null)).contains("The accepted words.");
    }

    @Test
    void theTrustsStyleSheetIsThatOfNewCasesAndARunningCaseKeepsItsOwn() throws IOException {
        TrustTemplates before = start();
        letters(before).caseBegins("PC-2026-000001");
        styles("@page { size: A5; margin: 20mm; }");
        TrustTemplates own = start();
        assertThat(own.refused()).isEmpty();
        letters(own).caseBegins("PC-2026-000002");
        Files.delete(folder.resolve("letter.css"));
        TrustTemplates after = start();
        for (TrustTemplates node : new TrustTemplates[] {before, own, after}) {
            assertThat(width(node, "PC-2026-000001")).as("A4").isEqualTo(595);
            assertThat(width(node, "PC-2026-000002")).as("A5").isEqualTo(420);
        }
        styles("p { background-image: url(http://127.0.0.1:1/x.png); }");
        TrustTemplates broken = start();
        assertThat(broken.refused()).singleElement().extracting(RefusedTemplate::toString).asString().startsWith("letter.css, line 3: “url(” is not allowed");
        assertThat(width(broken, null)).isEqualTo(595);
    }

    private void styles(String rule) throws IOException {
        Files.writeString(folder.resolve("letter.css"), "/* version 2.0 */\n/* url(in a comment) is nothing */\n" + rule + "\n");
    }

    private static int width(TrustTemplates node, String number) throws IOException {
        Letter usual = Samples.usual().planExtension();
        LetterPage page = new LetterTemplates(new LetterWording(Samples.trust())).letter(usual, node.of(number));
        try (PDDocument pdf = Loader.loadPDF(new PdfPress().print(page))) {
            return Math.round(pdf.getPage(0).getMediaBox().getWidth());
        }
    }

    @Test
    void whatIsNoTemplateOfALetterIsNamed() throws IOException {
        Files.writeString(folder.resolve("finalLetter.html"), "<html/>");
        Files.writeString(folder.resolve("ours.css"), "p { }");
        Files.write(folder.resolve("reviewNote.html"), "\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        TrustTemplates started = start();
        assertThat(started.refused()).extracting(RefusedTemplate::file).containsExactly("finalLetter.html", "ours.css", "reviewNote.html");
        assertThat(started.refused().get(2).reason()).isEqualTo("it is not written in UTF-8");
        assertThat(new TrustTemplates(check, stylesCheck, kept, settings(folder.resolve("nowhere"))).refused()).singleElement().matches(r -> r.reason().equals("there is no such folder"));
    }

    private void own(String words) throws IOException {
        Files.writeString(folder.resolve("planExtension.html"), LetterTemplateSet.shipped().files().get("planExtension").replace(ROUTE, words).replace("content=\"1.0\"", "content=\"2.0\""));
    }

    /** As at a start of the application, a minute after the one before. */
    private TrustTemplates start() {
        TestClock.set(TestClock.now().plusMinutes(1));
        return new TrustTemplates(check, stylesCheck, kept, settings(folder));
    }

    private static TrustSettings settings(Path folder) {
        return new Binder(new MapConfigurationPropertySource(Map.of("fairway.trust.letters-folder", folder.toString()))).bindOrCreate("fairway.trust", TrustSettings.class);
    }

    private Letters letters(TrustTemplates started) {
        return new Letters(templates, started, new PdfPress(), new DocxPress(), Samples.trust());
    }

    private static String extension(TrustTemplates node, String number) {
        return node.of(number).files().get("planExtension");
    }
}
