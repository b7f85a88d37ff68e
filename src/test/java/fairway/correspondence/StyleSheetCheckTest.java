package fairway.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A style sheet is refused by file, line and reason before any letter is set with it. */
class StyleSheetCheckTest {

    private final StyleSheetCheck check = new StyleSheetCheck(new LetterTemplates(new LetterWording(Samples.trust())), new PdfPress());

    @Test
    void theShippedStyleSheetPasses() {
        assertThat(check.refuse(LetterTemplateSet.shipped())).isEmpty();
        assertThat(check.refuse(with("/* version 2.0 */ h1 { color: #7c2855; }"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "p { background: url('http://elsewhere.example/x.png') } | “url(” is not allowed",
            "p { background: URL ( data:x ) } | “URL (” is not allowed",
            "@import 'other.css'; | “@import” is not allowed",
            "@font-face { font-family: X; } | “@font-face” is not allowed",
            "p { background: u\\72l(x) } | is not allowed",
            ".consequences { display : none } | “display : none” is not allowed",
            ".consequences { visibility: hidden } | “visibility:” is not allowed",
            "p { font-size: 0.1pt } | “font-size: 0” is not allowed",
            "h1:before { content: 'A final warning' } | reads like a formal warning",
            "p { colour: red } | colour is an unrecognized CSS property",
            "p { color: redish } | Value redish is not a recognized identifier",
            "p { color: red | no style sheet that letters can be set with"})
    void aBrokenOneIsRefusedByFileLineAndReason(String rule, String reason) {
        Optional<RefusedTemplate> refused = check.refuse(with("/* version 2.0 */\nh2 { margin: 0; }\n" + rule + "\n"));
        assertThat(refused).isPresent();
        assertThat(refused.get().file()).isEqualTo("letter.css");
        assertThat(refused.get().line()).isBetween(3, 4);
        assertThat(refused.get().reason()).contains(reason);
    }

    @Test
    void oneWithoutAVersionIsRefused() {
        assertThat(check.refuse(with("p { margin: 0; }"))).get().extracting(RefusedTemplate::toString).asString().startsWith("letter.css, line 1: it has no version");
    }

    private static LetterTemplateSet with(String styles) {
        return LetterTemplateSet.shipped().with(LetterTemplateSet.STYLES, styles);
    }
}
