package fairway.handbook;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.apache.commons.csv.CSVFormat;

/** A clause of the policy, as {@code policy/clauses.csv} lists it. */
record Clause(String id, String source, String rule) {

    private static final Path LIST = Path.of("src/main/resources/policy/clauses.csv");

    /** In the order of the list. */
    static List<Clause> all() {
        try (Reader csv = Files.newBufferedReader(LIST)) {
            return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(csv).stream()
                    .map(row -> new Clause(row.get("id"), row.get("source"), row.get("rule"))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
