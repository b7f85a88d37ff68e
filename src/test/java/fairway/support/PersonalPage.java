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
import java.util.stream.Collectors;

/** The page of a letter's link in a browser of its own, without sign-in to Fairway; cookies are kept. */
public final class PersonalPage {

    private final String base;
    private final HttpClient browser;

    public PersonalPage(String base) {
        this(base, HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NEVER).build());
    }

    public PersonalPage(String base, HttpClient browser) {
        this.base = base;
        this.browser = browser;
    }

    /** Asks for a code, takes it from that mailbox, and enters it. */
    public PersonalPage open(String token, String mailbox) {
        HttpResponse<String> answer = enter(token, askForCode(token, mailbox));
        if (answer.statusCode() != 302) {
            throw new AssertionError("the code answered " + answer.statusCode() + " " + answer.body());
        }
        return this;
    }

    /** The code that arrives in that mailbox when one is asked for. */
    public String askForCode(String token, String mailbox) {
        HttpResponse<String> answer = post("/my/" + token + "/code", Map.of());
        if (answer.statusCode() != 302) {
            throw new AssertionError("asking for a code answered " + answer.statusCode() + " " + answer.body());
        }
        return MailBox.last(mailbox).code().orElseThrow(() -> new AssertionError("no code in " + MailBox.last(mailbox).text()));
    }

    public HttpResponse<String> enter(String token, String code) {
        return post("/my/" + token + "/sign-in", Map.of("code", code));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** A form of the page, with its CSRF token. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream().map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").header("X-XSRF-TOKEN", csrf()).POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    public HttpResponse<String> json(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").header("X-XSRF-TOKEN", csrf()).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String csrf() {
        get("/login");
        return ((CookieManager) browser.cookieHandler().orElseThrow()).getCookieStore().getCookies().stream().filter(c -> c.getName().equals("FAIRWAY-XSRF-TOKEN"))
                .map(HttpCookie::getValue).findFirst().orElseThrow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
