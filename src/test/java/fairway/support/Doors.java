package fairway.support;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** Both REST doors as an integration uses them, and a fingerprint of every row to prove that a refusal changed nothing. */
@Lazy
public class Doors {

    private final Environment environment;
    private final JdbcTemplate jdbc;
    private final ObjectMapper json = new ObjectMapper();

    public Doors(Environment environment, JdbcTemplate jdbc) {
        this.environment = environment;
        this.jdbc = jdbc;
    }

    /** What a door answered. */
    public record Reply(int status, JsonNode body, String text) {

        /** Fields of the refusal with their rules, e.g. {@code endsOn:timeframe}. */
        public List<String> refused() {
            return java.util.stream.StreamSupport.stream(body.path("errors").spliterator(), false)
                    .map(e -> e.path("field").asText() + ":" + e.path("rule").asText()).toList();
        }
    }

    public String base() {
        return "http://localhost:" + environment.getProperty("local.server.port");
    }

    /** {@code POST /engine-rest/task/{id}/complete} with HTTP Basic. */
    public Reply completeAtEngineRest(String user, String taskId, String submission) {
        return post("/engine-rest/task/" + taskId + "/complete", user, body(submission));
    }

    /** {@code POST /engine-rest/task/{id}/submit-form} with HTTP Basic. */
    public Reply submitAtEngineRest(String user, String taskId, String submission) {
        return post("/engine-rest/task/" + taskId + "/submit-form", user, body(submission));
    }

    /** {@code POST /engine-rest/process-definition/key/{key}/submit-form} with HTTP Basic. */
    public Reply startAtEngineRest(String user, String processKey, String submission) {
        return post("/engine-rest/process-definition/key/" + processKey + "/submit-form", user, body(submission));
    }

    /** The form in Tasklist's own way, through {@code /camunda/api/engine}: signed in by session, with its CSRF token. */
    public Reply submitInTasklist(String user, String taskId, String submission) {
        return WebSession.of(base(), user).post("/camunda/api/engine/engine/default/task/" + taskId + "/submit-form", body(submission));
    }

    public Reply startInTasklist(String user, String processKey, String submission) {
        return WebSession.of(base(), user).post("/camunda/api/engine/engine/default/process-definition/key/" + processKey + "/submit-form", body(submission));
    }

    public Reply get(String path, String user) {
        return send(request(path, user).GET());
    }

    public Reply post(String path, String user, String body) {
        return send(request(path, user).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Any method with HTTP Basic; the body, if there is one, is JSON. */
    public Reply send(String method, String path, String user, String body) {
        HttpRequest.Builder request = request(path, user);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Rows and content of every table but the ones that only count (logins, meters, audit of refused attempts), by table. */
    public Map<String, String> fingerprint() {
        Map<String, String> prints = new TreeMap<>();
        for (String table : jdbc.queryForList("select tablename from pg_tables where schemaname = 'public' order by 1", String.class)) {
            if (table.equals("act_id_user") || table.startsWith("act_ru_meter") || List.of("access_log", "wrong_password").contains(table)) {
                continue;
            }
            prints.put(table, jdbc.queryForObject("select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table + " t",
                    String.class));
        }
        return prints;
    }

    /** The body by which a form is submitted at either door. */
    public String body(String submission) {
        try {
            return json.writeValueAsString(Map.of("variables", Map.of("submission",
                    Map.of("type", "Json", "value", submission, "valueInfo", Map.of("transient", true)))));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path, String user) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path)).header("Accept", "application/json, application/problem+json, */*;q=0.5");
        if (user != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":fairway").getBytes(StandardCharsets.UTF_8)));
        }
        return request;
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
            return reply(response.statusCode(), response.body());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An answer, taken apart. */
    public static Reply reply(int status, String text) {
        JsonNode body;
        try {
            body = new ObjectMapper().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            body = com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
        return new Reply(status, body == null ? com.fasterxml.jackson.databind.node.MissingNode.getInstance() : body, text);
    }
}
