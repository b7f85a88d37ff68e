package fairway.process.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import fairway.correspondence.Attachment;
import fairway.correspondence.Deliveries;
import fairway.correspondence.DeliveryState;
import fairway.correspondence.Dispatch;
import fairway.correspondence.IssuedDocument;
import fairway.correspondence.Recipient;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.MailBox;
import fairway.support.PersonalPage;
import fairway.support.Submissions;
import fairway.support.WebSession;
import fairway.support.World;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Letters over HTTP: the colleague's own page, documents for those who may read them and for nobody else. */
@FairwayTest
class LettersOnPagesTest {

    private static final String COLLEAGUE = "10005";
    private static final String MANAGER = "10004";
    private static final String STAFF_MAILBOX = "priya.chowdhury@trust.example";
    private static final byte[] PDF = "%PDF-1.7 the letter".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    private Deliveries deliveries;
    @Autowired
    private Engine engine;
    @Autowired
    private World world;
    @Autowired
    private Doors doors;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private JdbcTemplate jdbc;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER).build();
    private String key;
    private long letter;
    private String token;

    @BeforeEach
    void aLetter() {
        key = world.lineOf(COLLEAGUE);
        letter = send("1", "zoe@trust.example");
        token = MailBox.last("zoe@trust.example").token().orElseThrow();
        new PersonalPage(doors.base(), browser).open(token, STAFF_MAILBOX);
    }

    @Test
    void thePageNeedsNoSignInToFairwayAndIsKeptNowhere_S1A02() throws Exception {
        HttpResponse<String> page = get("/my/" + token);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Outcome letter", "For <strong>Zoë</strong>", "sent on <span>Monday 05/10/2026</span>", "Monday 12/10/2026", "Our informal Stage 1 meeting (PDF)",
                "does not mean that you agree");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
        HttpResponse<String> document = get("/my/" + token + "/documents/" + document(letter));
        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(document.body()).isEqualTo("%PDF-1.7 the letter");
        assertThat(document.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment").contains("our-informal-stage-1-meeting.pdf");
    }

    @Test
    void aTokenOpensThePersonsOwnLettersAndNothingElse() throws Exception {
        long other = deliveries.send(new Dispatch(key, "outcomeLetter", "other", new Recipient(MANAGER, "Nia", "nia.barker@trust.example"), List.of(), "A letter for you", "Dear Nia",
                List.of(Attachment.pdf("Another letter", "%PDF-1.7 other".getBytes(StandardCharsets.US_ASCII))), true, MANAGER));
        engine.runDue();
        long later = send("2", "zoe@trust.example");
        assertThat(get("/my/" + token + "/documents/" + document(later)).statusCode()).as("another letter to the same person").isEqualTo(200);
        assertThat(get("/my/" + token + "/documents/" + document(other)).statusCode()).isEqualTo(404);
        assertThat(get("/my/" + "A".repeat(43)).statusCode()).isEqualTo(404);
        assertThat(get("/my/x").statusCode()).isEqualTo(404);
        assertThat(get("/my/" + token.toLowerCase() + "A").statusCode()).isEqualTo(404);
    }

    @Test
    void receiptAndCommentsAreGivenOnThePage_S1A02() throws Exception {
        String csrf = csrf(get("/my/" + token).body());
        assertThat(post("/my/" + token + "/receipt", "x=y").statusCode()).as("without the page's own token").isEqualTo(403);
        assertThat(state()).isEqualTo(DeliveryState.sent);
        HttpResponse<String> received = post("/my/" + token + "/receipt", "_csrf=" + csrf);
        assertThat(received.statusCode()).isEqualTo(302);
        assertThat(received.headers().firstValue("Location").orElse("")).endsWith("/my/" + token + "?done=receipt");
        assertThat(state()).isEqualTo(DeliveryState.received);
        assertThat(get("/my/" + token + "?done=receipt").body()).contains("Thank you. We know now that this has reached you.", "You confirmed on").doesNotContain("I have received this letter");

        HttpResponse<String> empty = post("/my/" + token + "/comments", "_csrf=" + csrf + "&text=%20");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Write your comments or corrections first.");
        HttpResponse<String> tooLong = post("/my/" + token + "/comments", "_csrf=" + csrf + "&text=" + "x".repeat(10_001));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("at most 10,000 characters", "x".repeat(10_001));
        assertThat(deliveries.wordsOf(key)).isEmpty();
        String words = "It was nine of ten.\n<script>alert(1)</script> & “more”";
        assertThat(post("/my/" + token + "/comments", "_csrf=" + csrf + "&text=" + URLEncoder.encode(words, StandardCharsets.UTF_8)).statusCode()).isEqualTo(302);
        assertThat(deliveries.wordsOf(key)).singleElement().matches(w -> w.text().equals(words) && !w.late());
        assertThat(get("/my/" + token).body()).contains("It was nine of ten.\n&lt;script&gt;alert(1)&lt;/script&gt; &amp; “more”").doesNotContain("<script>alert");
    }

    @Test
    void anIntegrationIsRefusedWithProblemDetails() throws Exception {
        get("/my/" + token);
        String csrf = cookies.getCookieStore().getCookies().stream().filter(c -> c.getName().equals("FAIRWAY-XSRF-TOKEN")).findFirst().orElseThrow().getValue();
        HttpResponse<String> refused = json("/my/" + token + "/comments", csrf, "{\"text\":\" \",\"more\":1}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("unknownKey");
        assertThat(json("/my/" + token + "/comments", csrf, "{\"text\":\"Words\"}").statusCode()).isEqualTo(204);
        assertThat(json("/my/" + token + "/receipt", csrf, "{}").statusCode()).isEqualTo(204);
        assertThat(state()).isEqualTo(DeliveryState.received);
        assertThat(json("/my/" + "B".repeat(43) + "/receipt", csrf, "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void theAddressOfThePageIsNotKeptWhereARefusalIs() throws Exception {
        assertThat(post("/my/" + token + "/receipt", "x=y").statusCode()).isEqualTo(403);
        assertThat(jdbc.queryForList("select subject from access_log where what = 'without-token'", String.class)).containsExactly("POST /my/…/receipt");
    }

    /** Anybody can send it: it is not read to its end. */
    @Test
    void noBodyIsReadWithoutAnEnd() throws Exception {
        get("/my/" + token);
        String csrf = cookie();
        byte[] huge = ("{\"text\":\"x\",\"more\":[" + "1,".repeat(3_000_000) + "1]}").getBytes(StandardCharsets.US_ASCII);
        String own = "/my/" + token + "/comments";
        assertThat(unmeasured(own, csrf, huge)).isEqualTo(413);
        assertThat(json(own, csrf, new String(huge, StandardCharsets.US_ASCII)).statusCode()).isEqualTo(413);
        String nobodys = "/my/" + "A".repeat(43) + "/comments";
        assertThat(json(nobodys, csrf, new String(huge, StandardCharsets.US_ASCII)).statusCode()).isEqualTo(413);
        for (String path : List.of("/api/start-forms/raiseConcern/draft", "/api/tasks/x/draft")) {
            assertThat(doors.send("PUT", path, "ops", new String(huge, StandardCharsets.US_ASCII)).status()).as(path).isEqualTo(413);
        }
        assertThat(deliveries.wordsOf(key)).isEmpty();
    }

    /** The sender sends all of it before listening: a connection that was broken off meanwhile would be all that they hear. */
    @Test
    void theRefusalOfALargeBodyArrives() throws Exception {
        URI base = URI.create(doors.base());
        byte[] body = "1,".repeat(6_000_000).getBytes(StandardCharsets.US_ASCII);
        try (Socket connection = new Socket(base.getHost(), base.getPort())) {
            connection.setSoTimeout(20_000);
            OutputStream out = connection.getOutputStream();
            out.write(("PUT /api/tasks/x/draft HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            assertThat(new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII)).readLine()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void jsonIsReadStrictlyHereToo() throws Exception {
        get("/my/" + token);
        for (String twice : List.of("{\"text\":\"one\",\"text\":\"two\"}", "{\"text\":\"one\"} {}", "one", "[]")) {
            assertThat(json("/my/" + token + "/comments", cookie(), twice).statusCode()).as(twice).isEqualTo(422);
        }
        assertThat(deliveries.wordsOf(key)).isEmpty();
    }

    @Test
    void aReceiptThatComesManyTimesAtOnceIsOneReceipt_S1A02() throws Exception {
        get("/my/" + token);
        String csrf = cookie();
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 8).mapToObj(i -> CompletableFuture.supplyAsync(() -> {
            try {
                return json("/my/" + token + "/receipt", csrf, "{}").statusCode();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        })).toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(204);
        assertThat(state()).isEqualTo(DeliveryState.received);
    }

    private String cookie() {
        return cookies.getCookieStore().getCookies().stream().filter(c -> c.getName().equals("FAIRWAY-XSRF-TOKEN")).findFirst().orElseThrow().getValue();
    }

    /** Status for a body that does not say how long it is. */
    private int unmeasured(String path, String csrf, byte[] body) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(doors.base() + path)).header("Content-Type", "application/json").header("X-XSRF-TOKEN", csrf)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))).build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    @Test
    void documentsOfALineAreItsManagersAlone() throws Exception {
        String link = "/documents/" + document(letter);
        assertThat(get(link).statusCode()).as("without sign-in").isEqualTo(302);
        assertThat(session("teamleader", link)).isEqualTo(200);
        for (String other : List.of("manager", "hr", "owner", "ops", "admin")) {
            assertThat(session(other, link)).as(other).isEqualTo(404);
        }
        assertThat(session("teamleader", "/documents/999999999")).isEqualTo(404);
    }

    @Test
    void documentsOfACaseAreForWhoSeesTheCase() throws Exception {
        engine.start("teamleader", "performanceCase", Submissions.concern(COLLEAGUE).json());
        String number = runtime.createProcessInstanceQuery().processDefinitionKey("performanceCase").singleResult().getBusinessKey();
        long sent = deliveries.send(new Dispatch(number, "outcomeLetter", "1", new Recipient(COLLEAGUE, "Zoë", "zoe@trust.example"), List.of(), "A letter", "Dear Zoë",
                List.of(Attachment.pdf("Letter", PDF)), true, MANAGER));
        long referral = deliveries.send(new Dispatch(number, "occupationalHealthReferral", "1", Recipient.mailbox("Occupational Health", "oh@provider.example"), List.of(), "A referral",
                "Dear colleagues", List.of(Attachment.pdf("Referral", PDF)), false, MANAGER));
        for (long delivery : List.of(sent, referral)) {
            String link = "/documents/" + document(delivery);
            assertThat(session("teamleader", link)).isEqualTo(200);
            assertThat(session("hr", link)).isEqualTo(200);
            for (String other : List.of("manager", "manager3", "owner", "ops", "admin")) {
                assertThat(session(other, link)).as(other).isEqualTo(404);
            }
        }
    }

    @Test
    void theManagerAndHrGetTheEditableCopyBesideTheLetterAndNobodyElseDoes() throws Exception {
        engine.start("teamleader", "performanceCase", Submissions.concern(COLLEAGUE).json());
        String number = runtime.createProcessInstanceQuery().processDefinitionKey("performanceCase").singleResult().getBusinessKey();
        Attachment both = Attachment.pdf("More time for your plan", PDF).withEditable("PK the letter".getBytes(StandardCharsets.US_ASCII));
        IssuedDocument issued = deliveries.find(deliveries.send(new Dispatch(number, "planExtension", "1", new Recipient(COLLEAGUE, "Zoë", "zoe@trust.example"), List.of(), "A letter",
                "Dear Zoë", List.of(both), false, MANAGER))).orElseThrow().documents().get(0);
        String link = issued.editableLink();
        for (String user : List.of("teamleader", "hr")) {
            WebSession session = WebSession.of(doors.base(), user);
            assertThat(session.get("/cases/" + number).text()).contains("href=\"" + issued.link() + "\"", "href=\"" + link + "\"", "Editable copy of More time for your plan");
            assertThat(session.get(link).status()).as(user).isEqualTo(200);
            assertThat(session.get(link).text()).isEqualTo("PK the letter");
        }
        for (String other : List.of("manager", "manager3", "owner", "ops", "admin")) {
            assertThat(session(other, link)).as(other).isEqualTo(404);
        }
        engine.runDue();
        assertThat(MailBox.last("zoe@trust.example").attachments()).extracting(a -> a.fileName()).containsExactly("more-time-for-your-plan.pdf");
    }

    private long send(String occurrence, String mailbox) {
        long id = deliveries.send(new Dispatch(key, "outcomeLetter", occurrence, new Recipient(COLLEAGUE, "Zoë", mailbox), List.of(), "A letter for you", "Dear Zoë",
                List.of(Attachment.pdf("Our informal Stage 1 meeting", (new String(PDF, StandardCharsets.US_ASCII) + (occurrence.equals("1") ? "" : occurrence)).getBytes(StandardCharsets.US_ASCII))),
                true, MANAGER));
        engine.runDue();
        return id;
    }

    private long document(long delivery) {
        return deliveries.find(delivery).orElseThrow().documents().get(0).id();
    }

    private DeliveryState state() {
        return deliveries.find(letter).orElseThrow().state();
    }

    private int session(String user, String path) {
        return WebSession.of(doors.base(), user).get(path).status();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(doors.base() + path)).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(doors.base() + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> json(String path, String csrf, String body) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(doors.base() + path)).header("Content-Type", "application/json").header("X-XSRF-TOKEN", csrf)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String csrf(String page) {
        Matcher field = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
        assertThat(field.find()).isTrue();
        return field.group(1);
    }
}
