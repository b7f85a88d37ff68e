package fairway.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The bill of materials of the jar against {@code docs/supply-chain}. {@code -Dsupply.write} writes the licences anew.
 */
class SupplyChainIT {

    private static final Path BILL = Path.of("target/classes/META-INF/sbom/application.cdx.json");
    private static final Path PACKAGES = Path.of("src/main/frontend/package-lock.json");
    private static final Path LICENCES = Path.of("docs/supply-chain/licences.csv");
    private static final Path HOLES = Path.of("docs/supply-chain/known-holes.csv");

    /** Each names one that a public body may use in an application that it runs for itself; of several that a library names, one is chosen. */
    private static final Set<String> ACCEPTED = Set.of("Apache-2.0", "MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0", "LGPL-2.1-only", "LGPL-2.1-or-later",
            "GPL-2.0-with-classpath-exception", "CC0-1.0", "Unicode-3.0", "iCal4j - License", "(MPL-2.0 OR Apache-2.0)", "bpmn.io");

    private static final Map<String, Version> VERSIONS = new TreeMap<>();
    private static final Map<String, Set<String>> LICENCES_OF = new TreeMap<>();

    @BeforeAll
    static void readTheBill() throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        for (JsonNode component : json.readTree(BILL.toFile()).path("components")) {
            String name = component.path("group").asText() + ":" + component.path("name").asText();
            VERSIONS.put(name, Version.parse(component.path("version").asText()));
            Set<String> licences = new TreeSet<>();
            component.path("licenses").forEach(licence -> licences.add(Stream.of(licence.at("/license/id"), licence.at("/license/name"), licence.path("expression"))
                    .filter(JsonNode::isTextual).map(JsonNode::asText).findFirst().orElse("")));
            LICENCES_OF.put(name + "," + component.path("version").asText(), licences);
        }
        json.readTree(PACKAGES.toFile()).path("packages").properties().forEach(entry -> {
            if (!entry.getKey().isEmpty()) {
                String licence = entry.getValue().path("license").asText();
                LICENCES_OF.put("npm:" + entry.getKey().replaceAll(".*node_modules/", "") + "," + entry.getValue().path("version").asText(),
                        Set.of(licence.startsWith("SEE LICENSE") && entry.getKey().contains("@bpmn-io/") ? "bpmn.io" : licence));
            }
        });
    }

    @Test
    void everyLibraryIsListedWithALicenceThatMayBeUsed() throws IOException {
        LICENCES_OF.forEach((library, licences) -> assertThat(licences).as(library).anyMatch(ACCEPTED::contains));
        List<String> lines = new ArrayList<>(List.of("library,version,licence"));
        LICENCES_OF.forEach((library, licences) -> lines.add(library + ",\"" + String.join("; ", licences) + "\""));
        if (System.getProperty("supply.write") != null) {
            Files.write(LICENCES, lines);
        }
        assertThat(Files.readAllLines(LICENCES)).as("%s is not what the bill of materials says: run mvn verify -Dsupply.write and look at the difference", LICENCES)
                .isEqualTo(lines);
    }

    @Test
    void everyKnownHoleIsClosedOrSaidToBeOpen() throws IOException {
        for (CSVRecord hole : rows()) {
            String name = hole.get("hole") + " of " + hole.get("component");
            Version inUse = VERSIONS.get(hole.get("component"));
            assertThat(inUse).as("%s: the library is not in use any more, take the row out", name).isNotNull();
            if (hole.get("state").equals("mended")) {
                assertThat(inUse).as("%s is mended in %s", name, hole.get("mended in")).isGreaterThanOrEqualTo(Version.parse(hole.get("mended in")));
            } else {
                assertThat(hole.get("state")).as(name).isIn("closed", "not reached", "open");
                assertThat(hole.get("why it is closed")).as("%s: why", name).isNotBlank();
                assertThat(hole.get("mended in").isEmpty() || inUse.compareTo(Version.parse(hole.get("mended in"))) < 0).as("%s is mended now", name).isTrue();
            }
            if (hole.get("state").equals("closed")) {
                assertThat(tests()).as("%s: the test that shows it", name).contains(hole.get("shown by"));
            } else if (hole.get("state").equals("open")) {
                System.out.println("Known and open: " + name + ". " + hole.get("why it is closed"));
            }
        }
    }

    @Test
    void whatIsSaidNotToBeInUseIsNot() {
        assertThat(VERSIONS.keySet()).as("Spring Security with its embedded LDAP server").noneMatch(name -> name.equals("org.springframework.security:spring-security-ldap"));
        assertThat(VERSIONS.keySet()).as("tests' own").noneMatch(name -> name.startsWith("net.jqwik:") || name.startsWith("io.zonky.test"));
    }

    private static List<CSVRecord> rows() throws IOException {
        try (var file = Files.newBufferedReader(HOLES)) {
            return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(file).getRecords();
        }
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java")).map(name -> name.replace(".java", "")).collect(Collectors.toSet());
        }
    }
}
