package fairway.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A template is refused by file, line and reason before any letter is made with it. */
class TemplateCheckTest {

    private static final String GOOD = """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:th="http://www.thymeleaf.org" lang="en-GB">
            <head th:replace="~{parts :: head}"><meta name="version" content="2.1" /></head>
            <body>
            <th:block th:replace="~{parts :: letterhead}"></th:block>
            <h1 th:text="${letter.title()}">Title</h1>
            <p>The Trust's own words.</p>
            LINE
            </body>
            </html>
            """;

    private final TemplateCheck check = new TemplateCheck(new LetterTemplates(new LetterWording(Samples.trust())), new PdfPress(), new DocxPress());

    static List<String> names() {
        return LetterTemplateSet.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyShippedTemplatePasses(String name) {
        assertThat(check.refuse(name, LetterTemplateSet.shipped())).isEmpty();
    }

    @Test
    void aTrustsOwnTemplatePasses() {
        assertThat(check.refuse("planExtension", LetterTemplateSet.shipped().with("planExtension", GOOD.replace("LINE", "<p>Good</p>")))).isEmpty();
        assertThat(LetterTemplateSet.versionOf(GOOD)).isEqualTo("2.1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<p>Not closed | 9 | not well formed",
            "<p>&nbsp;</p> | 8 | not well formed",
            "<p th:text='${letter.salary()}'>x</p> | 8 | a sample could not be made with it",
            "<p th:text='${letter.reason().substring(9999)}'>x</p> | 8 | a sample could not be made with it",
            "<p th:replace='~{parts :: nothing}'>x</p> | 8 | a sample could not be made with it",
            "<p th:utext='${letter.reason()}'>x</p> | 8 | “utext” is not allowed",
            "<p>[[${letter.reason()}]]</p> | 8 | “[[” is not allowed",
            "<p th:text='${T(java.lang.Runtime).getRuntime()}'>x</p> | 8 | “T(” is not allowed",
            "<img src='http://elsewhere.example/x.png'/> | 8 | “<img” is not allowed",
            "<table><tr></tr><tr><td>x</td></tr></table> | 0 | could not be set with it as a Word document",
            "<p>This is a warning.</p> | 8 | reads like a formal warning (warning: 'warning')"})
    void aBrokenTemplateIsRefusedByFileLineAndReason(String line, int at, String reason) {
        Optional<RefusedTemplate> refused = check.refuse("planExtension", LetterTemplateSet.shipped().with("planExtension", GOOD.replace("LINE", line)));
        assertThat(refused).isPresent();
        assertThat(refused.get().file()).isEqualTo("planExtension.html");
        assertThat(refused.get().line()).isEqualTo(at);
        assertThat(refused.get().reason()).contains(reason);
    }

    @Test
    void aTemplateWithoutVersionTitleHeadingOrLanguageIsRefused() {
        assertThat(reasonOf(GOOD.replace("<meta name=\"version\" content=\"2.1\" />", ""))).contains("no version");
        assertThat(reasonOf(GOOD.replace(" th:replace=\"~{parts :: head}\"", ""))).contains("has no title");
        assertThat(reasonOf(GOOD.replace("h1", "h2"))).contains("has no h1");
        assertThat(reasonOf(GOOD.replace(" lang=\"en-GB\"", ""))).contains("names no language");
    }

    @Test
    void whatAllLettersShareIsTriedWithAllOfThem() {
        String parts = LetterTemplateSet.shipped().files().get("parts").replace("th:text=\"${plan.reviewer()}\"", "th:text=\"${plan.nobody()}\"");
        assertThat(check.refuse("parts", LetterTemplateSet.shipped().with("parts", parts))).get().matches(r -> r.file().equals("parts.html") && r.line() > 50);
    }

    @Test
    void aLetterThatCameAfterASetWasKeptIsMadeWithTheShippedTemplate() throws Exception {
        TreeMap<String, String> older = new TreeMap<>(LetterTemplateSet.shipped().files());
        older.remove("planExtension");
        LetterPage page = new LetterTemplates(new LetterWording(Samples.trust())).letter(Samples.usual().planExtension(), new LetterTemplateSet(older));
        assertThat(ReadingOrder.of(new PdfPress().print(page))).contains("You have more time for your Improvement Action Plan.");
    }

    private String reasonOf(String template) {
        return check.refuse("planExtension", LetterTemplateSet.shipped().with("planExtension", template.replace("LINE", ""))).orElseThrow().reason();
    }
}
