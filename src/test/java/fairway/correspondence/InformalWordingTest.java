package fairway.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** Stage 1 is informal: no letter may read like a formal warning, but for the paragraph on consequences that the policy asks for. */
class InformalWordingTest {

    private static final Path FOLDER = Path.of("src/main/resources/letters");
    private static final LetterTemplates TEMPLATES = new LetterTemplates(new LetterWording(Samples.trust()));

    /** Every branch of a template, whatever a sample takes. */
    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateReadsLikeAFormalWarning_S1D03(Path template) throws IOException, SAXException {
        assertThat(InformalWording.breachesIn(LetterPage.read(Files.readString(template)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noLetterReadsLikeAFormalWarning_S1D03(Letter letter) {
        assertThat(InformalWording.breachesIn(TEMPLATES.letter(letter))).isEmpty();
        assertThat(TEMPLATES.letter(letter).text()).doesNotContain("null", "${");
    }

    static Stream<Letter> samples() {
        return Stream.concat(Samples.usual().all().stream(), Samples.sparse().stream());
    }

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".html")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"This is a warning.", "a final written statement", "Disciplinary\naction may follow", "gross misconduct", "a formal meeting", "Your hearing is on Monday",
            "You may be dismissed", "termination of your contract", "under the capability procedure", "a sanction", "the alleged offence", "your failure to meet the standard",
            "kept on your personal file", "You must attend", "You are hereby told", "unacceptable"})
    void theseReadLikeAFormalWarning(String words) {
        assertThat(InformalWording.breachesIn(words)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"This is the informal Stage 1 of the policy.", "Note of your final review", "You will hear from us.", "A formal invitation is not needed", "Thank you for your time."})
    void theseDoNot(String words) {
        assertThat(InformalWording.breachesIn(words)).isEmpty();
    }

    @Test
    void onlyTheParagraphOnConsequencesIsExempt_S1D17() throws Exception {
        assertThat(templates().filter(InformalWordingTest::hasExemption)).containsExactly(FOLDER.resolve("outcomeLetter.html"));
        assertThat(InformalWording.breachesIn(LetterPage.read("<p>A <b>warning</b><i class='consequences'>the hearing</i></p>"))).isEqualTo(List.of("warning: 'warning'"));
    }

    private static boolean hasExemption(Path template) {
        try {
            return Files.readString(template).contains("consequences\"");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
