package fairway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser's session without the browser: signed in at the log-in page, cookies kept, CSRF tokens sent along. */
public final class WebSession {

    private static final Map<String, WebSession> OPEN = new ConcurrentHashMap<>();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER).build();

    private WebSession(String base) {
        this.base = base;
    }

    /** The session of that user at that server, signed in with the password {@code fairway} once. */
    public static WebSession of(String base, String user) {
        return OPEN.computeIfAbsent(base + " " + user, k -> signIn(base, user, "fairway"));
    }

    /** Whoever was signed in signs in anew: a test may have ended sessions, or changed whose they are. */
    static void forgetAll() {
        OPEN.clear();
    }

    public static WebSession signIn(String base, String user, String password) {
        WebSession session = new WebSession(base);
        Matcher token = CSRF.matcher(session.get("/login").text());
        if (!token.find()) {
            throw new AssertionError("the log-in page has no CSRF token");
        }
        HttpResponse<String> response = session.send(HttpRequest.newBuilder(URI.create(base + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encode(token.group(1)) + "&username=" + encode(user) + "&password=" + encode(password))));
        String location = response.headers().firstValue("Location").orElse("");
        if (response.statusCode() != 302 || location.contains("error")) {
            throw new AssertionError("sign-in of " + user + " answered " + response.statusCode() + " " + location);
        }
        session.get("/camunda/app/welcome/default/");
        return session;
    }

    public Doors.Reply get(String path) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(base + path)).GET());
        return Doors.reply(response.statusCode(), response.body());
    }

    /** JSON with the CSRF token of Camunda's webapps. */
    public Doors.Reply post(String path, String body) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/json")
                .header("Accept", "application/json, application/hal+json, application/problem+json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN")).POST(HttpRequest.BodyPublishers.ofString(body)));
        return Doors.reply(response.statusCode(), response.body());
    }

    /** Any method with JSON, and the CSRF token of Camunda's webapps. */
    public Doors.Reply send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .header("Accept", "application/json, application/hal+json, application/problem+json");
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        HttpResponse<String> response = send(request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)));
        return Doors.reply(response.statusCode(), response.body());
    }

    /** A form of one of our pages, with its own CSRF token; the answer's Location stands in its text. */
    public Doors.Reply postForm(String path, String fields) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", cookie("FAIRWAY-XSRF-TOKEN")).POST(HttpRequest.BodyPublishers.ofString(fields)));
        return new Doors.Reply(response.statusCode(), com.fasterxml.jackson.databind.node.MissingNode.getInstance(),
                response.headers().firstValue("Location").orElse(response.body()));
    }

    /** Sends a form of one of our pages with its CSRF token, and goes where the answer leads. */
    public Doors.Reply sendForm(String page, String action, Map<String, String> fields) {
        StringBuilder body = new StringBuilder("_csrf=" + encode(tokenOn(page)));
        fields.forEach((name, value) -> body.append('&').append(encode(name)).append('=').append(encode(value)));
        return follow(send(HttpRequest.newBuilder(URI.create(base + action)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))));
    }

    /** Uploads a file by a form of one of our pages, as a browser does, and goes where the answer leads. */
    public Doors.Reply sendFile(String page, String action, String field, String fileName, byte[] content) {
        String boundary = "----fairway" + content.length;
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + tokenOn(page) + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName + "\"\r\nContent-Type: text/csv\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return follow(send(HttpRequest.newBuilder(URI.create(base + action)).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(java.util.List.of(head, content, tail)))));
    }

    private String tokenOn(String page) {
        Matcher token = CSRF.matcher(get(page).text());
        if (!token.find()) {
            throw new AssertionError("no CSRF token on " + page);
        }
        return token.group(1);
    }

    private Doors.Reply follow(HttpResponse<String> response) {
        return response.headers().firstValue("Location").map(location -> get(location.startsWith(base) ? location.substring(base.length()) : location))
                .orElseGet(() -> Doors.reply(response.statusCode(), response.body()));
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(c -> c.getName().equals(name)).map(HttpCookie::getValue).findFirst().orElse("");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
