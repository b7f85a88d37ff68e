package fairway.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * Every clause of the policy is carried by the models and proven by a test, and {@code handbook/clauses.md} says by which.
 * The page is written, not typed: {@code mvn test -Dtest=ClausesTest -Dhandbook.write}.
 */
class ClausesTest {

    private static final Path PAGE = Path.of("src/main/resources/handbook/clauses.md");

    private final List<Clause> clauses = Clause.all();
    private final Carriers elements = WhatCarriesClauses.elements();
    private final Carriers fields = WhatCarriesClauses.fields();
    private final Carriers rules = WhatCarriesClauses.rules();
    private final Carriers tests = WhatCarriesClauses.tests();

    @Test
    void thereAreFiftyThreeClauses() {
        assertThat(clauses).hasSize(53);
    }

    @Test
    void everyClauseIsInAModel() {
        assertThat(clauses).extracting(Clause::id).filteredOn(id -> !elements.carry(id)).isEmpty();
    }

    @Test
    void everyClauseHasATest() {
        assertThat(clauses).extracting(Clause::id).filteredOn(id -> !tests.carry(id)).isEmpty();
    }

    @Test
    void nothingNamesAClauseThatThePolicyDoesNotHave() {
        TreeSet<String> named = Stream.of(elements, fields, rules, tests).flatMap(c -> c.clauses().stream()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isSubsetOf(clauses.stream().map(Clause::id).toList());
    }

    @Test
    void thePageOfClausesIsUpToDate() throws IOException {
        String page = page();
        if (System.getProperty("handbook.write") != null) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).exists();
        assertThat(Files.readString(PAGE)).as("stale; write it anew with: mvn test -Dtest=ClausesTest -Dhandbook.write").isEqualTo(page);
    }

    private String page() {
        StringBuilder page = new StringBuilder("""
                # The policy, clause by clause

                What carries each clause: steps of the models, fields of the forms, rules in the code, tests. This page is written by the build, not typed;
                it fails when the page is stale, and when a clause has no step or no test. The words of the clauses are those of `policy/clauses.csv`.

                """);
        clauses.stream().map(Clause::source).distinct().forEach(source -> {
            page.append("## ").append(Character.toUpperCase(source.charAt(0))).append(source.substring(1)).append("\n\n");
            page.append("| Clause | Rule | Steps of the models | Fields of the forms | Rules | Tests |\n| --- | --- | --- | --- | --- | --- |\n");
            clauses.stream().filter(clause -> clause.source().equals(source)).forEach(clause -> page.append(row(clause)));
            page.append('\n');
        });
        return page.toString();
    }

    private String row(Clause clause) {
        return Stream.of(clause.id(), clause.rule(), cell(elements, clause), cell(fields, clause), cell(rules, clause), cell(tests, clause))
                .map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String cell(Carriers carriers, Clause clause) {
        return String.join("<br>", carriers.of(clause.id()));
    }
}
