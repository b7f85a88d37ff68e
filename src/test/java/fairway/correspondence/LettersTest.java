package fairway.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import fairway.trust.InWords;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of letter as a PDF: its text, its tags and fonts, and that what people write is shown and never run. */
class LettersTest {

    private static final Letters LETTERS = Samples.letters();
    private static final Map<Letter, byte[]> SET = new HashMap<>();

    static Stream<Letter> usualAndSparse() {
        return Stream.concat(Samples.usual().all().stream(), Samples.sparse().stream());
    }

    @ParameterizedTest
    @MethodSource("usualAndSparse")
    void isTaggedWithTitleLanguageAndEmbeddedFonts(Letter letter) throws IOException {
        byte[] pdf = pdf(letter);
        keep(letter, pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo(letter.title() + " – Riverbank NHS Trust");
            String metadata = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(metadata).contains("pdfuaid:part", "pdfaid:part");
            for (PDFont font : fonts(document)) {
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
            assertThat(document.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.OUTPUT_INTENTS)).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("usualAndSparse")
    void passesTheReferenceValidator(Letter letter) {
        assertThat(AccessiblePdf.faultsOf(pdf(letter))).isEmpty();
    }

    @Test
    void thePolicyPassesTheReferenceValidator() {
        assertThat(AccessiblePdf.faultsOf(LETTERS.policy().content())).isEmpty();
    }

    @Test
    void theReferenceValidatorFindsWhatIsWrong() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(plain);
        }
        assertThat(AccessiblePdf.faultsOf(plain.toByteArray())).anyMatch(f -> f.startsWith("ua1")).anyMatch(f -> f.startsWith("2a"));
    }

    @ParameterizedTest
    @MethodSource("usualAndSparse")
    void bearsTrustDateReferenceAndPageNumbers(Letter letter) throws IOException {
        String text = text(pdf(letter));
        assertThat(text).contains("Riverbank NHS Trust", "Private and in confidence", "Date: " + InWords.of(letter.head().date()));
        assertThat(everythingOn(pdf(letter))).contains("Page 1 of ");
        if (letter.head().reference() != null) {
            assertThat(text).contains("Our reference: " + letter.head().reference());
        } else {
            assertThat(text).doesNotContain("Our reference");
        }
    }

    /** Whatever is in the record is in the letter: a template that forgets a field is found here. */
    @ParameterizedTest
    @MethodSource("usualAndSparse")
    void showsEveryTextOfItsRecord(Letter letter) throws IOException {
        String text = squeezed(text(pdf(letter)));
        for (String value : textsOf(letter)) {
            assertThat(text).as(letter.kind()).contains(squeezed(value));
        }
    }

    @Test
    void longTextsAndManyRowsAreSetInFull() throws IOException {
        String longest = "Thousands of words. ".repeat(499) + "The last words";
        OutcomeLetter letter = Samples.of(longest, 3).outcomeLetter();
        byte[] pdf = pdf(letter);
        Files.write(Files.createDirectories(Path.of("target", "letters")).resolve("long-outcomeLetter.pdf"), pdf);
        assertThat(text(pdf).split("last words", -1)).hasSizeGreaterThanOrEqualTo(3 * 7);
        ImprovementPlan plan = Samples.of("A line of text that a manager writes", 60).improvementPlan(1);
        pdf = pdf(plan);
        Files.write(Path.of("target", "letters", "long-improvementPlan.pdf"), pdf);
        assertThat(text(pdf)).contains("Target 60");
        String unbroken = "W".repeat(200) + " " + "x".repeat(300);
        pdf = pdf(Samples.of(unbroken, 1).reviewNote(false));
        Files.write(Path.of("target", "letters", "long-reviewNote.pdf"), pdf);
        assertThat(squeezed(text(pdf))).contains(squeezed(unbroken));
    }

    @Test
    void controlCharactersThatSlippedInDoNotStopALetter() throws IOException {
        assertThat(text(pdf(Samples.of("before\u0000\u0008\uD800\uFFFEafter", 1).reviewNote(false)))).contains("before").contains("after");
    }

    @Test
    void outcomeLetterTellsConsequencesWatchAndCommentPeriod_S1D17_S1A02() throws IOException {
        String text = text(pdf(Samples.usual().outcomeLetter()));
        assertThat(text).contains("the formal stage may be brought forward", "serious detriment to the service", "For another 6 months after that we look at how it goes", "Wednesday 09/12/2026", "5 working days. (Trust setting)",
                "does not mean that you agree", "informal Stage 1 of the Performance Management policy", "www.worcsacute.nhs.uk/wellbeing");
        assertThat(text(pdf(Samples.sparse().get(3)))).contains("There is no further watch after that. (Trust setting)");
    }

    @Test
    void aLetterStartsFromWhatOfTheScriptBelongsInIt_PM10() {
        MeetingScript script = Samples.usual().meetingScript(null);
        assertThat(script.asText()).contains("OPENING", "Discharge summaries are late.", "Support before it, 07/09/2026: Training – An hour on the patient system",
                "How do you see this?", "I will write to you with what we agreed.");
        assertThat(MeetingScript.forLetter(script.asText())).isEqualTo("Discharge summaries are late.\n\nRaised on 14/09/2026 in a one-to-one.");
        assertThat(MeetingScript.forLetter("All in my own words.\n\nAnd more.")).isEqualTo("All in my own words.\n\nAnd more.");
    }

    @Test
    void oneToOneNoteSaysNothingOfACase_OTO12() throws IOException {
        assertThat(text(pdf(Samples.usual().oneToOneNote())).toLowerCase()).doesNotContain("case", "stage 1", "performance management", "policy", "concern");
    }

    @ParameterizedTest
    @MethodSource("variants")
    void closureLetterHasAVariantPerEnd(ClosureLetter.Variant variant, String says) throws IOException {
        assertThat(text(pdf(Samples.usual().closure(variant)))).contains(says);
    }

    static Stream<Arguments> variants() {
        return Stream.of(
                Arguments.of(ClosureLetter.Variant.improved, "your work has improved since our informal conversation on Monday 05/10/2026"),
                Arguments.of(ClosureLetter.Variant.standardMet, "For 6 months, until Wednesday 01/09/2027, we look at how it goes,"),
                Arguments.of(ClosureLetter.Variant.sustained, "you have kept up the standard"),
                Arguments.of(ClosureLetter.Variant.referred, "moves on to the formal stage"),
                Arguments.of(ClosureLetter.Variant.closedByHr, "HR has decided to close this case"),
                Arguments.of(ClosureLetter.Variant.withdrawn, "has been withdrawn"),
                Arguments.of(ClosureLetter.Variant.routedElsewhere, "not the right way to deal with it"));
    }

    @Test
    void handOverPackHasAContentsPageWithPageNumbersAndBookmarks() throws IOException {
        byte[] pdf = pdf(Samples.usual().handOverPack());
        assertThat(text(pdf)).contains("1. Summary 2 2. Chronology 2 3. Examples and support 2 4. Improvement Action Plan 3");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getDocumentOutline().getFirstChild().getTitle()).isEqualTo("Summary");
        }
    }

    @Test
    void thePolicyIsTheGuidanceWordForWord_S1P05() throws IOException {
        Attachment policy = LETTERS.policy();
        keep("policy", policy.content());
        assertThat(policy.fileName()).isEqualTo("performance-management-policy-version-1-0.pdf");
        assertThat(text(policy.content())).contains("Managers upwards at least every 2 weeks",
                "this must not be when you would normally have your 1:2:1", "A written invitation is not required at this stage.",
                "the possibility of the formal stage being brought forward if any failure to achieve urgent/important targets has the potential to cause a serious detriment to the service.",
                "Refer to Occupational Health if required.");
        assertThat(LETTERS.policy()).isSameAs(policy);
    }

    /** A page that names addresses of its own gets nothing from them: a server that would see a request sees none. */
    @Test
    void nothingIsFetched() throws Exception {
        List<String> asked = new ArrayList<>();
        com.sun.net.httpserver.HttpServer server = com.sun.net.httpserver.HttpServer.create(new java.net.InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String at = "http://127.0.0.1:" + server.getAddress().getPort();
            Path file = Files.writeString(Files.createDirectories(Path.of("target", "letters")).resolve("outside.css"), "body { color: red }");
            String page = """
                    <html lang="en-GB"><head><title>t</title><link rel="stylesheet" href="%1$s/a.css"/><link rel="stylesheet" href="%2$s"/>
                    <link rel="stylesheet" href="../application.yaml"/><link rel="stylesheet" href="fonts/../letter.css"/>
                    <style>@import url('%1$s/b.css'); @font-face { font-family: F; src: url('%1$s/f.ttf') } body { background: url('%1$s/bg.png'); font-family: Arimo }</style></head>
                    <body><img src="%1$s/c.png" alt="c"/><img src="%2$s" alt="d"/><object data="%1$s/o"></object><p>The words</p></body></html>""".formatted(at, file.toUri());
            assertThat(text(new PdfPress().print(LetterPage.read(page)))).contains("The words");
            assertThat(asked).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    /** Templates show people's text with th:text alone; nothing in them could make a text a template. */
    @Test
    void noTemplateShowsTextUnescaped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/letters"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("utext", "__", "[[", "[(", "th:inline", "th:attr", "th:href", "th:src", "T(");
            }
        }
    }

    private static List<String> textsOf(Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof String text) {
            texts.add(text);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> texts.addAll(textsOf(item)));
        } else if (value instanceof Record record) {
            boolean editedScript = record instanceof MeetingScript script && script.edited() != null;
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                if (editedScript && List.of("opening", "concern", "raised", "standards", "questions", "closing").contains(component.getName())) {
                    continue;
                }
                try {
                    component.getAccessor().setAccessible(true);
                    texts.addAll(textsOf(component.getAccessor().invoke(record)));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return texts;
    }

    /** Without white space: lines break where they will. */
    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00AD]+", "");
    }

    /** Text in reading order, what stands at the foot of each page left out. */
    private static String text(byte[] pdf) throws IOException {
        return ReadingOrder.of(pdf).replace('\n', ' ');
    }

    /** What a reader sees at the foot of the pages beside the text. */
    private static String everythingOn(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Each letter is set once for all tests. */
    private static byte[] pdf(Letter letter) {
        return SET.computeIfAbsent(letter, LETTERS::pdf);
    }

    private static List<PDFont> fonts(PDDocument document) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        assertThat(fonts).isNotEmpty();
        return fonts;
    }

    private static void keep(Letter letter, byte[] pdf) {
        keep(letter.kind() + "-" + (letter instanceof ClosureLetter c ? c.variant() + "-" : "") + (letter.head().reference() == null ? "plain" : "case"), pdf);
    }

    /** For people to look at. */
    private static void keep(String name, byte[] pdf) {
        try {
            Files.write(Files.createDirectories(Path.of("target", "letters")).resolve(name + ".pdf"), pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
