package fairway.process.doors;

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
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fairway.support.World;

/** Somebody at the doors, in a browser's session or as a program with user name and password; or nobody, without either. */
final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final HttpClient PROGRAM = HttpClient.newHttpClient();

    private final String base;
    private final String user;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER).build();

    /** What came back; {@code to} is where a redirect leads, empty for none. */
    record Answer(int status, String to, String text) {

        /** Whether the way was open, whatever then became of what was sent. */
        boolean isLetIn() {
            return status < 400 && !to.matches("(?:https?://[^/]+)?/login") && !text.contains("Send me a code")
                    || status == 422 && !text.contains("notYours") && !text.contains("notOpen") || status == 400 && text.contains("\"errors\"") && !text.contains("unknownKey");
        }

        /** What can be learnt from it: tokens and nonces are other ones each time. */
        String learnt() {
            return status + " " + to + " " + text.replaceAll("(?:value|content|nonce)=\"[A-Za-z0-9+/=_-]{20,}\"", "").replaceAll("\"(?:timestamp|X-Authorized-Apps)\":\"[^\"]*\"", "");
        }
    }

    Visitor(String base, String user) {
        this.base = base;
        this.user = user;
        String page = send(HttpRequest.newBuilder(URI.create(base + "/login")).GET(), browser).text();
        if (user != null) {
            Matcher token = CSRF.matcher(page);
            if (!token.find()) {
                throw new AssertionError("the log-in page has no CSRF token");
            }
            Answer signedIn = send(HttpRequest.newBuilder(URI.create(base + "/login")).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers
                    .ofString("_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&username=" + user + "&password=" + World.PASSWORD)), browser);
            if (signedIn.status() != 302 || signedIn.to().contains("error")) {
                throw new AssertionError("sign-in of " + user + " answered " + signedIn);
            }
            send(HttpRequest.newBuilder(URI.create(base + "/camunda/app/welcome/default/")).GET(), browser);
        }
    }

    /** In the browser, with the tokens of our pages and of the web applications. A body is JSON, {@code file} (an upload) or a form. */
    Answer browses(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", path.startsWith("/camunda/api") ? "application/json, */*;q=0.1" : "text/html, application/json;q=0.5, */*;q=0.1")
                .header("X-XSRF-TOKEN", cookie(path.startsWith("/camunda") ? "XSRF-TOKEN" : "FAIRWAY-XSRF-TOKEN"));
        return send(request.method(method, publisher(request, body)), browser);
    }

    /** A file, by the form of a page. */
    Answer uploads(String path, String name, byte[] content) {
        String head = "--walls\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name.replaceAll("[\\x00-\\x1f\"\\\\]", "_") + "\"\r\nContent-Type: text/csv\r\n\r\n";
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "multipart/form-data; boundary=walls").header("X-XSRF-TOKEN", cookie("FAIRWAY-XSRF-TOKEN"))
                .POST(HttpRequest.BodyPublishers.ofByteArrays(java.util.List.of(head.getBytes(StandardCharsets.UTF_8), content, "\r\n--walls--\r\n".getBytes(StandardCharsets.UTF_8)))), browser);
    }

    /** As a program does. */
    Answer calls(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json, */*;q=0.1");
        if (user != null) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + World.PASSWORD).getBytes(StandardCharsets.UTF_8)));
        }
        return send(request.method(method, publisher(request, body)), PROGRAM);
    }

    private static HttpRequest.BodyPublisher publisher(HttpRequest.Builder request, String body) {
        if (body == null) {
            return HttpRequest.BodyPublishers.noBody();
        }
        if (body.equals("file")) {
            request.header("Content-Type", "multipart/form-data; boundary=walls");
            return HttpRequest.BodyPublishers.ofString("--walls\r\nContent-Disposition: form-data; name=\"file\"; filename=\"staff.csv\"\r\nContent-Type: text/csv\r\n\r\nnot a list\r\n--walls--\r\n");
        }
        request.header("Content-Type", body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded");
        return HttpRequest.BodyPublishers.ofString(body);
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name)).map(HttpCookie::getValue).findFirst().orElse("x");
    }

    private static Answer send(HttpRequest.Builder request, HttpClient client) {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers().firstValue("Location").orElse(""), new String(response.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
