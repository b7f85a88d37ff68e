package fairway.support;

import java.io.IOException;
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
import java.util.concurrent.TimeUnit;

/** The application as a Trust runs it, in a process of its own, on the database that it is given, with nothing of the demonstration. */
public final class RunningFairway implements AutoCloseable {

    private static final long PATIENCE_MINUTES = 5;

    private final Path log;
    private final int port;
    private Process running;

    /** Nothing runs yet. @param log what it says at the console */
    public RunningFairway(Path log) {
        this.log = log;
        this.port = freePort();
    }

    /** The address under which it is reached. */
    public String base() {
        return "http://localhost:" + port;
    }

    /** Starts it with these settings beside the usual ones; {@link #ready()} waits for it. */
    public void start(String database, Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-XX:ReservedCodeCacheSize=160m", "-Xmx768m", "-Dserver.port=" + port, "-Dfairway.trust.base-url=" + base(), "-Dspring.datasource.url=" + database,
                "-Dspring.datasource.username=postgres", "-Dspring.datasource.password=postgres", "-Dfairway.health.keyset=" + TestKeyset.file(),
                "-Dcamunda.bpm.job-execution.enabled=false", "-Dspring.main.banner-mode=off"));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), "fairway.Fairway"));
        running = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** Waits until it answers. */
    public void ready() throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (status(base() + "/actuator/health/readiness") != 200) {
            if (running.waitFor(300, TimeUnit.MILLISECONDS) || System.nanoTime() - began > TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES)) {
                throw new AssertionError("Fairway does not start:\n" + console());
            }
        }
    }

    /** What stands on the console. */
    public String console() throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws InterruptedException {
        if (running != null) {
            running.destroy();
            if (!running.waitFor(60, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        }
    }

    /** A port that nothing listens on. */
    public static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What an address answers; 0 if it does not. */
    static int status(String address) throws InterruptedException {
        try {
            return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }
}
