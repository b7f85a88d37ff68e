package fairway.support;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A real Keycloak with the Trust's realm of {@code sign-in/realm.json}, all in memory. The build unpacks its distribution below {@code target}
 * ({@code dependency:unpack@keycloak}).
 */
public final class Keycloak implements AutoCloseable {

    private static final Path UNPACKED = Path.of("target/keycloak");
    private static final String KEEPER = "keeper";
    private static final long PATIENCE_MINUTES = 5;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path log;
    private final int port = RunningFairway.freePort();
    private Process running;

    /** @param log what it says at the console */
    public Keycloak(Path log) {
        this.log = log;
    }

    /** The issuer of the Trust's realm. */
    public String issuer() {
        return base() + "/realms/trust";
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }

    /** Starts it for the Fairway at that address; {@link #ready()} waits for it. */
    public void start(String fairway) throws IOException {
        Path home;
        try (Stream<Path> folders = Files.list(UNPACKED)) {
            home = folders.filter(folder -> Files.exists(folder.resolve("bin/kc.sh"))).findFirst().orElseThrow().toAbsolutePath();
        }
        String realm = new String(Objects.requireNonNull(Keycloak.class.getResourceAsStream("/sign-in/realm.json")).readAllBytes(), StandardCharsets.UTF_8);
        Files.writeString(Files.createDirectories(home.resolve("data/import")).resolve("trust-realm.json"), realm.replace("FAIRWAY", fairway));
        ProcessBuilder builder = new ProcessBuilder("bash", home.resolve("bin/kc.sh").toString(), "start-dev", "--db=dev-mem", "--http-host=127.0.0.1", "--http-port=" + port,
                "--import-realm", "--features-disabled=admin,account,ciba,device-flow,par,impersonation,kerberos").redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", "-Xms128m -Xmx512m -XX:MaxMetaspaceSize=256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", KEEPER);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", KEEPER);
        running = builder.start();
    }

    /** Waits until it answers. */
    public void ready() throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (RunningFairway.status(issuer() + "/.well-known/openid-configuration") != 200) {
            if (running.waitFor(300, TimeUnit.MILLISECONDS) || System.nanoTime() - began > TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES)) {
                throw new AssertionError("Keycloak does not start:\n" + Files.readString(log));
            }
        }
    }

    /** Takes somebody out of a group, as the Trust's directory does. */
    public void removeFromGroup(String user, String group) throws IOException, InterruptedException {
        String userId = idOf(user);
        String groupId = ask("GET", "/admin/realms/trust/users/" + userId + "/groups").valueStream().filter(g -> g.path("name").asText().equals(group)).findFirst().orElseThrow()
                .path("id").asText();
        ask("DELETE", "/admin/realms/trust/users/" + userId + "/groups/" + groupId);
    }

    /** Ends everything that somebody is signed in to. */
    public void logOut(String user) throws IOException, InterruptedException {
        ask("POST", "/admin/realms/trust/users/" + idOf(user) + "/logout");
    }

    /** As a power cut would. */
    public void kill() throws InterruptedException {
        running.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        if (running != null) {
            kill();
        }
    }

    private String idOf(String user) throws IOException, InterruptedException {
        return ask("GET", "/admin/realms/trust/users?exact=true&username=" + user).path(0).path("id").asText();
    }

    private JsonNode ask(String method, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(base() + path)).header("Authorization", "Bearer " + token())
                .method(method, HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? json.missingNode() : json.readTree(answer.body());
    }

    private String token() throws IOException, InterruptedException {
        String body = String.join("&", List.of("grant_type=password", "client_id=admin-cli", "username=" + KEEPER, "password=" + URLEncoder.encode(KEEPER, StandardCharsets.UTF_8)));
        return json.readTree(http.send(HttpRequest.newBuilder(URI.create(base() + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString()).body())
                .path("access_token").asText();
    }
}
