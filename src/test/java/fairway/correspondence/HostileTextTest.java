package fairway.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever text stands in whatever field of a letter is shown as it was written: never run, never fetched, never lost. */
class HostileTextTest {

    static final String RUN_ME = """
            <script>alert(1)</script><b>bold</b>\r
            {{x}} ${x} *{x} #{x} @{x} ~{x} [[${7*7}]] [[${x}]] [(${7*7})] __${7*7}__ {{=7*7}} <w:t>x</w:t> {MERGEFIELD x}\r
            Subject: other\r
            Bcc: somebody@elsewhere.example\r
            \r
            a & b &amp; c < d > "e" 'f' ]]> <!-- --> <![CDATA[ <!ENTITY x SYSTEM "file:///etc/passwd">\r
            <img src='http://127.0.0.1:1/x.png'/><link href='http://127.0.0.1:1/x.css' rel='stylesheet'/>\r
            Dŵr O’Neill Łódź Şahin Ünal – “ñ” €5""";
    private static final String LONG_NAME = "Wolfeschlegelsteinhausen".repeat(9).substring(0, 200);
    static final String MARKS = Normalizer.normalize("Siân Łódź Nguyễn Thị Ngọc Ánh Ŵyn", Normalizer.Form.NFD) + " x\u0338y z\u0301\u0323 \u0338>";
    private static final List<String> FROM_THE_RIGHT = List.of("שלום", "עולם", "محمد", "مرحبا");

    private static final Letters LETTERS = Samples.letters();

    static Stream<Letter> hostile() {
        return EveryField.of(RUN_ME, 1);
    }

    static Stream<Letter> longNames() {
        return EveryField.of(LONG_NAME, 2);
    }

    static Stream<Letter> marked() {
        return EveryField.of(MARKS, 1);
    }

    static Stream<Letter> fromTheRight() {
        return EveryField.of(String.join(" ", FROM_THE_RIGHT), 1);
    }

    static Stream<Letter> manyRows() {
        return EveryField.of("Nine in ten summaries", 60).filter(l -> l instanceof OutcomeLetter || l instanceof ImprovementPlan);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void textThatCouldRunIsShown(Letter letter) throws IOException {
        String text = squeezed(ReadingOrder.of(sound(letter, "hostile")));
        assertThat(text).contains(squeezed(RUN_ME)).doesNotContain("[[49]]", "49__", "__49", "[49]", "(49)", "{{49}}");
    }

    @ParameterizedTest
    @MethodSource("longNames")
    void namesOf200CharactersStayOnThePage(Letter letter) throws IOException {
        assertThat(squeezed(ReadingOrder.of(sound(letter, "long-names")))).contains(LONG_NAME);
    }

    @ParameterizedTest
    @MethodSource("marked")
    void lettersWithMarksAreShown(Letter letter) throws IOException {
        assertThat(squeezed(ReadingOrder.of(sound(letter, "marks")))).contains(squeezed(Normalizer.normalize(MARKS, Normalizer.Form.NFC)));
    }

    @ParameterizedTest
    @MethodSource("fromTheRight")
    void writingFromTheRightIsSetFromTheRight(Letter letter) throws IOException {
        try (PDDocument document = Loader.loadPDF(sound(letter, "from-the-right"))) {
            assertThat(new PDFTextStripper().getText(document)).contains(FROM_THE_RIGHT);
        }
    }

    @ParameterizedTest
    @MethodSource("manyRows")
    void sixtyRowsAreSetInFull(Letter letter) throws IOException {
        assertThat(ReadingOrder.of(sound(letter, "many")).split("Nine in ten summaries", -1)).as("four texts in each row").hasSizeGreaterThan(4 * 60);
    }

    private static byte[] sound(Letter letter, String what) throws IOException {
        byte[] pdf = LETTERS.pdf(letter);
        Files.write(Files.createDirectories(Path.of("target", "letters", what)).resolve(letter.kind() + ".pdf"), pdf);
        assertThat(AccessiblePdf.faultsOf(pdf)).isEmpty();
        return pdf;
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00AD]+", "");
    }
}
