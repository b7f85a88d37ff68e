package fairway.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration as a visitor starts it, in a process of its own: killed in the middle and started again, everything goes on where it was. */
class RestartIT {

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private Process running;
    private int port;

    @TempDir
    Path folder;

    @AfterEach
    void stop() throws InterruptedException {
        if (running != null) {
            running.destroy();
            running.waitFor(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void killedInTheMiddleEverythingGoesOnWhereItWas() throws Exception {
        Duration first = start();
        List<String> before = open();
        assertThat(before).as("open tasks of teamleader").isNotEmpty();
        String task = get("teamleader", "/engine-rest/task?taskDefinitionKey=userTask_selectEvidence&assignee=teamleader").get(0).path("id").asText();
        JsonNode form = get("teamleader", "/api/tasks/" + task + "/form");
        String draft = "{\"raisedIn\":\"a draft kept over the crash\"}";
        assertThat(send("teamleader", "PUT", "/api/tasks/" + task + "/draft", draft).statusCode()).isEqualTo(204);

        running.destroyForcibly().waitFor();
        Duration second = start();

        assertThat(open()).isEqualTo(before);
        JsonNode again = get("teamleader", "/api/tasks/" + task + "/form");
        assertThat(again.path("draft").path("data").path("raisedIn").asText()).isEqualTo("a draft kept over the crash");
        assertThat(again.path("options").path("examples")).isEqualTo(form.path("options").path("examples"));
        System.out.printf("Demonstration usable after %d s at its first start, after %d s when started again%n", first.toSeconds(), second.toSeconds());
    }

    private List<String> open() throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        for (String user : List.of("teamleader", "manager", "hr")) {
            get(user, "/engine-rest/task?sortBy=id&sortOrder=asc&maxResults=100").forEach(t -> names.add(user + " " + t.path("id").asText() + " " + t.path("name").asText()));
        }
        return names.stream().sorted().toList();
    }

    private Duration start() throws IOException, InterruptedException {
        if (port == 0) {
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
        }
        Path log = folder.resolve("console.log");
        Files.deleteIfExists(log);
        running = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Dfairway.demonstration.folder=" + folder.resolve("data"), "-Dserver.port=" + port,
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), "fairway.demonstration.DemonstrationApplication")
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        long began = System.nanoTime();
        while (!Files.readString(log, StandardCharsets.UTF_8).contains("Fairway is ready")) {
            if (running.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() - began > TimeUnit.MINUTES.toNanos(5)) {
                throw new AssertionError("the demonstration does not start:\n" + Files.readString(log, StandardCharsets.UTF_8));
            }
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private JsonNode get(String user, String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send(user, "GET", path, null);
        assertThat(response.statusCode()).as("%s: %s", path, response.body()).isEqualTo(200);
        return json.readTree(response.body());
    }

    private HttpResponse<String> send(String user, String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.BodyPublisher publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":fairway").getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json").method(method, publisher).build(), HttpResponse.BodyHandlers.ofString());
    }
}
