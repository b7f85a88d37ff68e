package fairway.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A corrected letter of each kind says in its first lines what it replaces, in PDF and Word alike, whatever template it is made with and whatever was written. */
class CorrectedLetterTest {

    private static final Letters LETTERS = Samples.letters();
    private static final LocalDate SENT = LocalDate.of(2026, 12, 2);
    private static final String REPLACES = "This letter replaces our letter of 02/12/2026 (version 1). What was corrected: ";

    static Stream<Letter> correctable() {
        Samples usual = Samples.usual();
        return Stream.of(usual.oneToOneNote(), usual.outcomeLetter(), usual.policyAndPurpose(), usual.reviewNote(false), usual.planExtension(), usual.revisedPlan(),
                usual.closure(ClosureLetter.Variant.closedByHr));
    }

    @ParameterizedTest
    @MethodSource("correctable")
    void saysInItsFirstLinesWhatItReplaces_S1A02(Letter letter) throws IOException {
        Attachment corrected = LETTERS.corrected(letter, new Correction(2, SENT, "The date of the meeting.\n\nIt was Tuesday."));
        String text = ReadingOrder.of(corrected.content()).replaceAll("\\s+", " ");
        String replaces = letter instanceof OneToOneNote ? REPLACES.replace("letter", "note") : REPLACES;
        assertThat(text).contains("Version 2 " + replaces + "The date of the meeting. It was Tuesday.");
        assertThat(text.indexOf(replaces)).as("in its first lines").isBetween(1, 420);
        assertThat(AccessiblePdf.faultsOf(corrected.content())).isEmpty();
        assertThat(corrected.title()).isEqualTo(letter.title() + ", version 2");
        assertThat(corrected.fileName()).endsWith("-version-2.pdf");
        assertThat(word(corrected)).contains("Version 2", replaces + "The date of the meeting.", "It was Tuesday.");
    }

    @ParameterizedTest
    @MethodSource("correctable")
    void hostileTextInWhatWasCorrectedIsText(Letter letter) throws IOException {
        Attachment corrected = LETTERS.corrected(letter, new Correction(3, SENT, HostileTextTest.RUN_ME));
        assertThat(squeezed(ReadingOrder.of(corrected.content()))).contains(squeezed(HostileTextTest.RUN_ME)).doesNotContain("[[49]]", "__49__");
        assertThat(AccessiblePdf.faultsOf(corrected.content())).isEmpty();
        assertThat(word(corrected)).contains("{MERGEFIELD x}", "[[${7*7}]]", "{{=7*7}}", "&lt;script&gt;").doesNotContain("instrText", "<w:object");
        assertThat(corrected.fileName() + corrected.title()).doesNotContain("\r", "\n");
    }

    @Test
    void noTemplateCanLeaveItOut() throws IOException {
        LetterTemplateSet own = LetterTemplateSet.shipped().with("planExtension", """
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" xmlns:th="http://www.thymeleaf.org" lang="en-GB">
                <head><meta name="version" content="0.9" /><title>Ours</title><link rel="stylesheet" href="letter.css" /></head>
                <body><div><h1 th:text="${letter.title()}">Title</h1><p>Our own words from years ago.</p></div></body>
                </html>
                """);
        Letters letters = new Letters(new LetterTemplates(new LetterWording(Samples.trust())), number -> own, new PdfPress(), new DocxPress(), Samples.trust());
        Attachment corrected = letters.corrected(Samples.usual().planExtension(), new Correction(2, SENT, "The end."));
        assertThat(ReadingOrder.of(corrected.content()).replaceAll("\\s+", " ")).contains("More time for your plan Version 2 " + REPLACES + "The end.").contains("Our own words");
    }

    @Test
    void theNoticeReadsLikeNoFormalWarning_S1D03() throws Exception {
        LetterPage page = LetterPage.read("<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>T</title></head><body><h1>T</h1></body></html>");
        CorrectionNotice.into(page, "letter", new Correction(2, SENT, "x"), List.of("x"));
        assertThat(page.text()).contains(REPLACES + "x");
        assertThat(InformalWording.breachesIn(page)).isEmpty();
    }

    private static String word(Attachment corrected) throws IOException {
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(corrected.editable()))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().equals("word/document.xml")) {
                    return new String(parts.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no document in the Word file");
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00AD]+", "");
    }
}
