package fairway.demonstration;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The demonstration as a visitor starts it, in a process of its own with data of its own. */
public final class RunningDemonstration {

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final int port;
    private final List<String> settings;
    private Process running;

    /** @param settings further ones, each {@code name=value} */
    public RunningDemonstration(Path folder, String... settings) throws IOException {
        this.folder = folder;
        this.settings = Stream.of(settings).map(setting -> "-D" + setting).toList();
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    public String base() {
        return "http://localhost:" + port;
    }

    /** Starts it and waits until it says that it is ready; answers how long that took. */
    public Duration start() throws IOException, InterruptedException {
        Path log = folder.resolve("console.log");
        Files.deleteIfExists(log);
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-XX:ReservedCodeCacheSize=160m", "-Dfairway.demonstration.folder=" + folder.resolve("data"), "-Dserver.port=" + port));
        command.addAll(settings);
        command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), "fairway.demonstration.DemonstrationApplication"));
        running = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        long began = System.nanoTime();
        while (!console().contains("Fairway is ready")) {
            if (running.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() - began > TimeUnit.MINUTES.toNanos(5)) {
                throw new AssertionError("the demonstration does not start:\n" + console());
            }
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** A way of the test's own into its database, beside the application. */
    public Connection database() throws IOException, SQLException {
        String databasePort = Files.readAllLines(folder.resolve("data/postgres/postmaster.pid")).get(3).strip();
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + databasePort + "/postgres", "postgres", "postgres");
    }

    /** As a power cut would. */
    public void kill() throws InterruptedException {
        running.destroyForcibly().waitFor();
    }

    /** As a visitor stops it; answers what stood on the console. */
    public String stop() throws IOException, InterruptedException {
        if (running != null) {
            running.destroy();
            if (!running.waitFor(60, TimeUnit.SECONDS)) {
                running.destroyForcibly();
                throw new AssertionError("the demonstration does not stop:\n" + console());
            }
        }
        return console();
    }

    public String console() throws IOException {
        return Files.readString(folder.resolve("console.log"), StandardCharsets.ISO_8859_1);
    }

    public JsonNode get(String user, String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send(user, "GET", path, null);
        assertThat(response.statusCode()).as("%s: %s", path, response.body()).isEqualTo(200);
        return json.readTree(response.body());
    }

    public HttpResponse<String> send(String user, String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.BodyPublisher publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return http.send(HttpRequest.newBuilder(URI.create(base() + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + DemonstrationTrust.PASSWORD).getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json").method(method, publisher).build(), HttpResponse.BodyHandlers.ofString());
    }
}
