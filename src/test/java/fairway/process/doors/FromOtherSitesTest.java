package fairway.process.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import fairway.support.Doors;
import fairway.support.FairwayTest;
import fairway.support.WebSession;
import fairway.support.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What another site, or a link in a mail, makes a browser do that is signed in: nothing. The routes come from the running application. */
@FairwayTest
class FromOtherSitesTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Doors doors;
    @Autowired
    private AllowList allowed;

    private List<String[]> routes(boolean thatChange) {
        List<String[]> routes = new ArrayList<>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().keySet().forEach(route -> {
            Set<String> methods = route.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toSet());
            route.getPatternValues().forEach(pattern -> methods.stream().filter(method -> !method.equals("GET") == thatChange)
                    .forEach(method -> routes.add(new String[]{method, pattern.replace("{number}", "PC-2026-000001").replaceAll("\\{[^}]*}", "1")})));
        });
        return routes;
    }

    private List<String> session(String user) {
        WebSession session = WebSession.of(doors.base(), user);
        session.get("/");
        return List.of("Cookie: JSESSIONID=" + session.cookie("JSESSIONID") + "; FAIRWAY-XSRF-TOKEN=" + session.cookie("FAIRWAY-XSRF-TOKEN") + "; XSRF-TOKEN=" + session.cookie("XSRF-TOKEN"));
    }

    @Test
    void nothingIsChangedWithoutTheTokenOfThePage() {
        List<String> signedIn = session("hr");
        Map<String, String> before = doors.fingerprint();
        List<String> taken = new ArrayList<>();
        for (String[] route : routes(true)) {
            // what a provider of sign-ins sends is signed instead
            if (!route[1].equals("/back-channel-log-out")) {
                for (String type : List.of("application/x-www-form-urlencoded", "application/json", "text/plain", "multipart/form-data; boundary=x")) {
                    List<String> headers = new ArrayList<>(signedIn);
                    headers.add("Content-Type: " + type);
                    int status = RawHttp.send(doors.base(), route[0], route[1], headers, type.endsWith("json") ? "{}" : "a=b").status();
                    // no files are taken but of the staff list, token or not
                    if (status != 403 && !(status == 415 && type.startsWith("multipart"))) {
                        taken.add(route[0] + " " + route[1] + " as " + type + ": " + status);
                    }
                }
            }
        }
        for (Operation operation : allowed.operations()) {
            if (!Set.of("GET", "OPTIONS").contains(operation.method()) && !operation.template().startsWith("webapp:")) {
                String user = operation.roles().contains(fairway.access.Role.ADMINISTRATOR) ? "admin" : operation.roles().contains(fairway.access.Role.OPERATIONS) ? "ops" : "hr";
                List<String> headers = new ArrayList<>(session(user));
                headers.add("Content-Type: application/json");
                String path = "/camunda/api/engine/engine/default/" + operation.template().replaceAll("\\{name}", "nobody").replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000");
                int status = RawHttp.send(doors.base(), operation.method(), path, headers, "{}").status();
                if (status < 400) {
                    taken.add(operation.method() + " " + path + " as " + user + ": " + status);
                }
                int rest = RawHttp.send(doors.base(), operation.method(), path.replace("/camunda/api/engine/engine/default/", "/engine-rest/"), headers, "{}").status();
                if (rest != 401) {
                    taken.add(operation.method() + " at /engine-rest with the session of " + user + ": " + rest);
                }
            }
        }
        assertThat(taken).isEmpty();
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    @Test
    void aPasswordThatABrowserHasKeptIsOfNoUseToAnotherSite() {
        List<String> taken = new ArrayList<>();
        for (String[] route : routes(true)) {
            if (route[1].startsWith("/api")) {
                for (String site : List.of("cross-site", "same-site")) {
                    int status = RawHttp.send(doors.base(), route[0], route[1], List.of(RawHttp.basic("hr", World.PASSWORD), "Sec-Fetch-Site: " + site, "Content-Type: application/json"), "{}").status();
                    if (status != 403) {
                        taken.add(route[0] + " " + route[1] + ": " + status);
                    }
                }
            }
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void noPageStandsInAFrameOfAnotherSite() {
        List<String> signedIn = session("hr");
        List<String> open = new ArrayList<>();
        List<String> pages = new ArrayList<>(routes(false).stream().map(route -> route[1]).toList());
        pages.addAll(List.of("/camunda/app/tasklist/default/", "/camunda/app/welcome/default/", "/form-host/task.html", "/engine-rest/task"));
        for (String page : pages) {
            RawHttp.Answer answer = RawHttp.send(doors.base(), "GET", page, signedIn, "");
            String policy = String.join(" ", answer.headersNamed("Content-Security-Policy"));
            if (!policy.contains("frame-ancestors 'none'") && !"DENY".equals(answer.header("X-Frame-Options"))) {
                open.add(page + " " + answer.status() + " " + policy);
            }
            if (!"nosniff".equals(answer.header("X-Content-Type-Options"))) {
                open.add(page + " " + answer.status() + " may be taken for another type");
            }
        }
        assertThat(open).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login?error=%0d%0aX-Injected:%20yes", "/staff?words=%0d%0aX-Injected:%20yes", "/cases?show=%0d%0aX-Injected:%20yes&words=%0aX-Injected:%20yes", "/lines?x=%0d%0aX-Injected:%20yes",
            "/audit?person=%0d%0aX-Injected:%20yes", "/audit/file?person=%0d%0aX-Injected:%20yes", "/login/start?continue=%0d%0aX-Injected:%20yes"})
    void noValueBecomesAHeader(String path) {
        RawHttp.Answer answer = RawHttp.send(doors.base(), "GET", path, session("hr"), "");
        assertThat(answer.status()).isLessThan(500);
        assertThat(answer.header("X-Injected")).isNull();
        assertThat(String.join("\n", answer.headers())).doesNotContain("X-Injected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login?continue=https://evil.example/", "/login?redirect=//evil.example", "/login?next=https:evil.example", "/login/start?redirect_uri=https://evil.example", "/cases?continue=https://evil.example",
            "/logout?url=https://evil.example", "/login?out=https://evil.example"})
    void nothingLeadsToAnotherSite(String path) {
        List<String> forwarded = List.of("X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https", "Forwarded: host=evil.example", "Referer: https://evil.example/");
        for (List<String> who : List.of(List.<String>of(), session("hr"))) {
            List<String> headers = new ArrayList<>(who);
            headers.addAll(forwarded);
            RawHttp.Answer answer = RawHttp.send(doors.base(), "GET", path, headers, "");
            assertThat(answer.header("Location") == null ? "" : answer.header("Location")).doesNotContain("evil.example");
            assertThat(answer.header("Refresh")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/documents/../../../../etc/passwd", "/documents/..%2f..%2f..%2fetc%2fpasswd", "/documents/%2e%2e/%2e%2e/application.yaml", "/assets/../application.yaml", "/assets/..%2fapplication.yaml",
            "/assets/%2e%2e/application.yaml", "/assets/nhsuk/..;/..;/application.yaml", "/my/x/documents/..%2f..%2fapplication.yaml", "/camunda/lib/../../../application.yaml",
            "/camunda/api/cockpit/plugin/cockpitPlugins/static/../../../application.yaml", "/camunda/api/welcome/plugin/welcomePlugins/static/..%2f..%2fapplication.yaml", "/form-host/..\\..\\application.yaml",
            "/assets/....//application.yaml", "/assets/%252e%252e/application.yaml", "/application.yaml", "/letters/outcomeLetter.html", "/META-INF/processes.xml", "/WEB-INF/web.xml", "/bpmn/performanceCase.bpmn",
            "/db/migration/V1__staff.sql"})
    void noAddressLeadsOutOfItsFolder(String path) {
        RawHttp.Answer answer = RawHttp.send(doors.base(), "GET", path, session("hr"), "");
        assertThat(answer.status()).as(answer.body()).isIn(400, 403, 404);
        assertThat(answer.body()).doesNotContain("datasource", "root:", "create table", "<bpmn", "process-application");
    }

    @Test
    void theNameOfAnUploadedFileIsANameAndNoPath() {
        for (String name : List.of("../../../../tmp/evil.csv", "..\\\\..\\\\evil.csv", "/etc/cron.d/evil", "a\\\" onload=\\\"alert(1)", "=cmd|' /C calc'!A0.csv", "<script>alert(1)</script>.csv")) {
            Doors.Reply shown = WebSession.of(doors.base(), "hr").sendFile("/staff/import", "/staff/import", "file", name, "not a list".getBytes(StandardCharsets.UTF_8));
            assertThat(shown.status()).as(name).isEqualTo(422);
            assertThat(shown.text()).doesNotContain("<script>alert", "onload=\"");
        }
        assertThat(java.nio.file.Path.of("/tmp/evil.csv")).doesNotExist();
    }

    @Test
    void noFileIsTakenFromStrangersNorWhereNoneIsWanted() {
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na\r\n--x--\r\n";
        for (String path : List.of("/login", "/staff/import", "/", "/api/start-forms/raiseConcern/draft", "/my/0123456789abcdef/comments")) {
            assertThat(RawHttp.send(doors.base(), "POST", path, List.of("Content-Type: Multipart/form-data; boundary=x"), body).status()).as(path).isEqualTo(415);
        }
        List<String> signedIn = new ArrayList<>(session("hr"));
        signedIn.add("Content-Type: multipart/form-data; boundary=x");
        assertThat(RawHttp.send(doors.base(), "POST", "/staff", signedIn, body).status()).isEqualTo(415);
        assertThat(RawHttp.send(doors.base(), "POST", "/staff/import", signedIn, body).status()).as("without the token of the page").isEqualTo(403);
    }

    /** Somebody who opens a connection and says nothing to the end, or a little at a time, does not keep it (on stock they do, see AttacksOnStockIT). */
    @Test
    void whoeverSpeaksTooSlowlyIsHungUpOn() {
        List<SlowRequest> requests = new ArrayList<>(SlowRequest.all(List.of(RawHttp.basic("hr", World.PASSWORD))));
        requests.add(new SlowRequest("a body that waits to be asked for", "GET /camunda/app/welcome/default/ HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 100000\r\n\r\n", "x"));
        requests.add(new SlowRequest("a log-in page's form", "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\nusername=", "x"));
        requests.add(new SlowRequest("a code of somebody's own page", "POST /my/0123456789abcdef/code HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\ncode=", "x"));
        requests.add(new SlowRequest("a file", "POST /staff/import HTTP/1.1\r\nHost: localhost\r\n" + session("hr").get(0) + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n--x\r\n", "x"));
        assertThat(SlowRequest.kept(doors.base(), requests, 30)).isEmpty();
    }

    @Test
    void aBodyInPiecesIsHeard() throws IOException {
        byte[] body = "{}".getBytes(StandardCharsets.US_ASCII);
        try (Socket slow = new Socket("localhost", URI.create(doors.base()).getPort())) {
            slow.setSoTimeout(30_000);
            String head = "POST /engine-rest/task/count HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + RawHttp.basic("hr", World.PASSWORD) + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
            slow.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            for (byte one : body) {
                slow.getOutputStream().write(new byte[]{'1', '\r', '\n', one, '\r', '\n'});
                slow.getOutputStream().flush();
            }
            slow.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 200");
        }
    }
}
