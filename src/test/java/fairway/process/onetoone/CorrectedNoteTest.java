package fairway.process.onetoone;

import static fairway.process.stage1.Stage1Story.COLLEAGUE;
import static fairway.process.stage1.Stage1Story.COLLEAGUE_MAIL;
import static fairway.process.stage1.Stage1Story.HR2;
import static fairway.process.stage1.Stage1Story.MEETING;
import static fairway.support.Submissions.form;
import static fairway.support.Submissions.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import fairway.correspondence.Deliveries;
import fairway.correspondence.DeliveryState;
import fairway.correspondence.Sent;
import fairway.onetoone.Example;
import fairway.onetoone.LineProcess;
import fairway.onetoone.LinesInTests;
import fairway.onetoone.Note;
import fairway.onetoone.OneToOnes;
import fairway.onetoone.SupportRecord;
import fairway.staff.Line;
import fairway.staff.Lines;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Mail;
import fairway.support.MailBox;
import fairway.support.PersonalPage;
import fairway.support.Submissions;
import fairway.support.TestClock;
import fairway.support.WebSession;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A note that was sent is corrected as a letter is: a new version that names the old one; what counts from then on is what the colleague has. */
@FairwayTest
class CorrectedNoteTest {

    private static final String WHAT = "The charts were checked, and signed late.";
    private static final String HAPPENED = "Charts were checked at noon <b>";
    private static final String SUPPORT = "Two mornings with Katya";

    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private Lines lines;
    @Autowired
    private LineProcess process;
    @Autowired
    private OneToOnes oneToOnes;
    @Autowired
    private Deliveries deliveries;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private TransactionTemplate transaction;

    private String key;
    private Note note;
    private Example example;
    private SupportRecord support;

    /** Monday 05/10/2026: a one-to-one is held and its note sent. */
    @BeforeEach
    void aNoteWasSent() {
        LinesInTests inTests = new LinesInTests(jdbc, lines, process, transaction);
        Line line = inTests.line(COLLEAGUE, TestClock.today(), DayOfWeek.TUESDAY, "10:00:00");
        key = line.businessKey();
        inTests.start(line);
        engine.runDue();
        engine.complete("recordOneToOne", key, Submissions.oneToOneHeld(TestClock.today())
                .with("tasks", List.of(row("task", "Stock check", "state", "missed", "comment", "Second time")))
                .with("supportGiven", List.of(Submissions.support("shadowing", "A morning with Katya", false)))
                .with("examples", List.of(Submissions.example(LocalDate.of(2026, 10, 2)))).json());
        note = oneToOnes.notesOf(COLLEAGUE).get(0);
        example = oneToOnes.examplesOf(COLLEAGUE).get(0);
        support = oneToOnes.supportOf(COLLEAGUE).get(0);
    }

    // ---- the way of a correction

    @Test
    void theNewVersionNamesTheOldOneAndTheOldOneStaysAsItWas_OTO10() throws IOException {
        engine.runDue();
        Sent first = newest();
        List<String> before = rowsOf(first);
        String line = page("/lines/" + key);
        assertThat(line).contains("/letters/" + first.id());
        assertThat(page("/letters/" + first.id())).contains("/cases/" + key + "/actions/correctLetter?about=" + first.id(), ">Correct this note<", "/lines/" + key);
        assertThat(page("/cases/" + key + "/actions/correctLetter?about=" + first.id())).contains("Correct this note", "href=\"/lines/" + key);

        TestClock.set(LocalDateTime.of(2026, 10, 8, 10, 0));
        JsonNode form = opened(first.id());
        assertThat(form.path("title").asText()).isEqualTo("Correct this note");
        assertThat(form.path("caseLink").asText()).isEqualTo("/lines/" + key);
        assertThat(form.path("prefill").path("_context").asText()).contains("One-to-one note, sent on 05/10/2026 to Priya Chowdhury", "It goes out as soon as you have corrected it");
        assertThat(form.path("prefill").path("texts")).extracting(text -> text.path("id").asText()).containsExactly("action1", "task1", "comment1", "vitalStats", "support" + support.id(),
                "expected" + example.id(), "happened" + example.id(), "cause" + example.id());
        assertThat(form.toString().toLowerCase(Locale.UK)).as("nothing of a case (OTO-12)").doesNotContain("case number", "the case ");

        Map<String, String> untouched = doors.fingerprint();
        Doors.Reply seen = doors.post(action() + "/preview", "teamleader", correction(first.id()));
        assertThat(seen.status()).as(seen.text()).isEqualTo(200);
        assertThat(text(Base64.getDecoder().decode(seen.body().path("pdf").asText()))).contains("This note replaces our note of 05/10/2026 (version 1). What was corrected: " + WHAT, HAPPENED,
                SUPPORT);
        assertThat(seen.body().path("changes")).extracting(change -> change.path("mark").asText()).contains("Left out:", "Added:");
        assertThat(doors.fingerprint()).as("nothing is kept of a look").isEqualTo(untouched);

        MailBox.empty();
        Doors.Reply done = doors.post(action(), "teamleader", correction(first.id()));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.body().path("location").asText()).isEqualTo("/lines/" + key);
        engine.runDue();
        Sent second = newest();
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.state()).isEqualTo(DeliveryState.sent);
        Mail mail = MailBox.last(COLLEAGUE_MAIL);
        assertThat(mail.recipients()).containsExactly(COLLEAGUE_MAIL);
        assertThat(mail.subject()).startsWith("A note for you from");
        assertThat(mail.text()).contains("a corrected version of our note of 05/10/2026", "It takes the place of that note").doesNotContain("charts", "letter", "working days");
        assertThat(mail.token()).as("a note has no page that asks for a receipt").isEmpty();
        assertThat(mail.attachments()).extracting(Mail.Attached::fileName).containsExactly("note-of-our-one-to-one-version-2.pdf");
        String sent = text(mail.attachments().get(0).content());
        assertThat(sent).contains("Version 2 This note replaces our note of 05/10/2026 (version 1). What was corrected: " + WHAT, HAPPENED, SUPPORT, "Stock check", "Second time",
                "Bring the stock list up to date", "Says that handover overran").doesNotContain("Charts were not checked", "A morning with Katya");
        assertThat(rowsOf(first)).as("the bytes and the rows of the old one").isEqualTo(before);
        assertThat(jdbc.queryForObject("select happened from example", String.class)).as("what was recorded stays").startsWith("Charts were not checked");
        assertThat(jdbc.queryForObject("select count(*) from performance_case_entry", Integer.class)).isZero();

        assertThat(page("/letters/" + first.id())).contains("Replaced by").doesNotContain("Correct this note");
        assertThat(page("/letters/" + second.id())).contains("What was corrected", WHAT, ">Correct this note<", "/letters/" + first.id(), second.documents().get(0).sha256());
        String corrected = page("/lines/" + key);
        assertThat(corrected).contains("version 2, sent", "/letters/" + second.id(), "Happened: Charts were checked at noon &lt;b&gt;", SUPPORT)
                .doesNotContain("Charts were not checked", "A morning with Katya");
        for (Sent version : List.of(first, second)) {
            assertThat(session().get("/documents/" + version.documents().get(0).id()).status()).isEqualTo(200);
        }

        TestClock.set(LocalDateTime.of(2026, 10, 9, 10, 0));
        Doors.Reply again = doors.post(action(), "teamleader", form().with("letter", second.id()).with("reason", "A name.").with("texts", List.of(row("id", "comment1", "text", null),
                row("id", "action1", "text", "Bring both lists up to date"))).json());
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        engine.runDue();
        assertThat(text(MailBox.last(COLLEAGUE_MAIL).attachments().get(0).content())).contains("This note replaces our note of 08/10/2026 (version 2). What was corrected: A name.", HAPPENED,
                "Bring both lists up to date").doesNotContain("Second time");
        Note third = oneToOnes.notesOf(COLLEAGUE).get(0);
        assertThat(third.tasks().get(0).comment()).isNull();
        assertThat(engine.isOpen("recordOneToOne", key)).isTrue();
        JsonNode next = doors.get("/api/tasks/" + engine.task("recordOneToOne", key).getId() + "/form", "teamleader").body().path("prefill").path("tasks");
        assertThat(next).extracting(task -> task.path("task").asText()).as("the next one-to-one takes up what the colleague has").containsExactly("Stock check", "Bring both lists up to date");
    }

    // ---- what counts

    @Test
    void whatIsQuotedLaterIsWhatTheColleagueHas_PM02_PM07() {
        engine.runDue();
        correct();
        TestClock.set(LocalDateTime.of(2026, 10, 13, 10, 0));
        engine.complete("recordOneToOne", key, Submissions.oneToOneHeld(TestClock.today()).with("examples", List.of(row("date", LocalDate.of(2026, 10, 12), "kind", "quality",
                "expected", "Lists counted", "happened", "Lists were guessed", "raised", true))).json());
        String later = String.valueOf(oneToOnes.examplesOf(COLLEAGUE).get(1).id());
        engine.start("teamleader", "performanceCase", Submissions.concern(COLLEAGUE).json());
        String number = jdbc.queryForObject("select number from performance_case", String.class);
        JsonNode options = doors.get("/api/tasks/" + engine.task("selectEvidence", number).getId() + "/form", "teamleader").body().path("options");
        assertThat(options.path("examples")).hasSize(2).first().matches(option -> option.toString().contains("Charts were checked at noon") && !option.toString().contains("not checked"));
        assertThat(options.path("support")).singleElement().matches(option -> option.toString().contains(SUPPORT));
        engine.complete("selectEvidence", number, Submissions.evidence(List.of(String.valueOf(example.id()), later), List.of(String.valueOf(support.id())), note.heldOn(), note.number())
                .with("timeGivenUntil", LocalDate.of(2026, 10, 9)).json());
        engine.completeAs("hr2", "confirmCourseOfAction", number, Submissions.route("stage1", HR2).json());
        engine.complete("arrangeStage1Meeting", number, Submissions.arrangement(MEETING).json());
        engine.complete("sharePolicy", number, Submissions.policyShared(TestClock.now()).json());
        String script = doors.get("/api/tasks/" + engine.task("prepareScript", number).getId() + "/form", "teamleader").body().path("prefill").toString();
        assertThat(script).contains("Charts were checked at noon").doesNotContain("Charts were not checked");
        engine.runDue();
        assertThat(page("/cases/" + number)).contains("Charts were checked at noon", SUPPORT).doesNotContain("Charts were not checked", "A morning with Katya");

        String token = MailBox.received(COLLEAGUE_MAIL).stream().flatMap(mail -> mail.token().stream()).reduce((a, b) -> b).orElseThrow();
        String kept = plain(new PersonalPage(doors.base()).open(token, COLLEAGUE_MAIL).get("/my/" + token + "/kept").body());
        assertThat(kept).contains("Happened: Charts were checked at noon <b>", SUPPORT, "One-to-one note, version 2, 05/10/2026", "Replaced by version 2 on 05/10/2026")
                .doesNotContain("Charts were not checked", "A morning with Katya");
    }

    // ---- what is refused

    @Test
    void whatIsRefusedChangesNothing() {
        Sent waiting = newest();
        refused(post(correct(waiting.id())), "letter:notSent");
        assertThat(page("/letters/" + waiting.id())).doesNotContain("Correct this note");
        assertThat(page("/lines/" + key)).doesNotContain("/letters/");
        engine.runDue();
        Sent first = newest();
        long calendar = jdbc.queryForObject("select max(id) from delivery where business_key = ? and kind = 'calendarEntry'", Long.class, key);
        Map<String, String> before = doors.fingerprint();
        refused(post(correct(first.id()).with("reason", " ")), "reason:required");
        refused(post(correct(999_999)), "letter:notALetter");
        refused(post(correct(calendar)), "letter:notALetter");
        refused(post(correct(first.id()).with("texts", List.of(row("id", "salary", "text", "x")))), "texts[0].id:unknown");
        refused(post(correct(first.id()).with("texts", List.of(row("id", "happened999999", "text", "x")))), "texts[0].id:unknown");
        refused(post(correct(first.id()).with("texts", List.of(row("id", "happened" + example.id(), "text", null)))), "texts[0].text:required");
        refused(post(correct(first.id()).with("texts", List.of())), "texts:nothingChanged");
        refused(post(correct(first.id()).with("texts", List.of(row("id", "comment1", "text", "Second time")))), "texts:nothingChanged");
        refused(doors.post(action() + "/preview", "teamleader", correct(first.id()).with("texts", List.of()).json()), "texts:nothingChanged");
        assertThat(post(correct(first.id()).with("texts", List.of())).text()).contains("OTO-10");
        for (String other : List.of("manager", "manager2", "hr", "hr2", "ops", "admin", "owner")) {
            for (String path : List.of("", "/preview")) {
                assertThat(doors.post(action() + path, other, correction(first.id())).status()).as(other).isIn(401, 403, 404);
            }
            assertThat(doors.get(action() + "?about=" + first.id(), other).status()).as(other).isIn(401, 403, 404);
            assertThat(WebSession.of(doors.base(), other).get("/letters/" + first.id()).status()).as(other).isEqualTo(404);
            assertThat(WebSession.of(doors.base(), other).get("/cases/" + key + "/actions/correctLetter").status()).as(other).isEqualTo(404);
        }
        for (String action : List.of("withdraw", "pause", "recordDisclosure", "declareConflict")) {
            assertThat(doors.get("/api/cases/" + key + "/actions/" + action, "teamleader").status()).as(action + " on a line").isEqualTo(404);
            assertThat(doors.post("/api/cases/" + key + "/actions/" + action, "teamleader", "{}").status()).as(action + " on a line").isEqualTo(404);
        }
        jdbc.update("update staff_member set left_on = ? where staff_number = ?", TestClock.today().minusDays(1), COLLEAGUE);
        refused(post(correct(first.id())), "letter:hasLeft");
        jdbc.update("update staff_member set left_on = null where staff_number = ?", COLLEAGUE);
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    @Test
    void aNoteOfAnotherLineOrAFormerOneIsNotCorrectedHere() {
        engine.runDue();
        Sent first = newest();
        String other = jdbc.queryForObject("select 'L-' || max(id) from line where manager_staff_number = '10004' and ended_on is null and colleague_staff_number <> ?", String.class, COLLEAGUE);
        refused(doors.post("/api/cases/" + other + "/actions/correctLetter", "teamleader", correction(first.id())), "letter:notALetter");
        jdbc.update("update line set ended_on = ? where id = ?", TestClock.today(), Line.idOf(key));
        assertThat(post(correct(first.id())).status()).isEqualTo(404);
        assertThat(session().get("/letters/" + first.id()).status()).isEqualTo(404);
    }

    @Test
    void onlyTheNewestVersionIsCorrected() {
        engine.runDue();
        Sent first = newest();
        correct();
        refused(post(correct(first.id())), "letter:replaced");
        assertThat(opened(first.id()).path("prefill").path("_context").asText()).contains("replaced by version 2");
        assertThat(doors.get(action(), "teamleader").body().path("prefill").path("_context").asText()).contains("page of the line");
    }

    @Test
    void aColleagueWithoutAMailboxIsHandedTheCorrectionOnPaper() {
        jdbc.update("update staff_member set email = null where staff_number = ?", COLLEAGUE);
        engine.runDue();
        Sent first = newest();
        correct();
        assertThat(newest().version()).isEqualTo(2);
        assertThat(doors.get("/api/tasks/" + engine.task("handOverPaperCopy", key).getId() + "/form", "teamleader").body().path("prefill").path("_context").asText())
                .startsWith("One-to-one note, version 2 for ");
        engine.complete("handOverPaperCopy", key, form().with("handedOverOn", TestClock.today()).with("how", "in person").json());
        assertThat(newest().state().label()).isEqualTo("Printed and handed over");
        assertThat(deliveries.find(first.id()).orElseThrow().replacedBy()).isNotNull();
    }

    // ----

    private void correct() {
        Doors.Reply done = post(correct(newest().id()));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        engine.runDue();
    }

    private Submissions.Form correct(long letter) {
        return form().with("letter", String.valueOf(letter)).with("reason", WHAT).with("texts",
                List.of(row("id", "happened" + example.id(), "text", HAPPENED), row("id", "support" + support.id(), "text", SUPPORT)));
    }

    private String correction(long letter) {
        return correct(letter).json();
    }

    private Doors.Reply post(Submissions.Form submission) {
        return doors.post(action(), "teamleader", submission.json());
    }

    private JsonNode opened(long letter) {
        return doors.get(action() + "?about=" + letter, "teamleader").body();
    }

    private String action() {
        return "/api/cases/" + key + "/actions/correctLetter";
    }

    private Sent newest() {
        return deliveries.of(key, "oneToOneNote").get(0);
    }

    private WebSession session() {
        return WebSession.of(doors.base(), "teamleader");
    }

    private String page(String path) {
        Doors.Reply page = session().get(path);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return page.text().replaceAll("\\s+", " ");
    }

    private List<String> rowsOf(Sent letter) {
        return jdbc.queryForList("select d::text || doc::text || md5(c.content) from delivery d join delivery_document dd on dd.delivery_id = d.id join document doc on doc.id = dd.document_id "
                + "join document_content c on c.sha256 = doc.sha256 where d.id = ?", String.class, letter.id());
    }

    private static void refused(Doors.Reply reply, String... rules) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.refused()).as(reply.text()).containsExactly(rules);
    }

    private static String plain(String page) {
        return page.replaceAll("<[^>]*>", " ").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replaceAll("\\s+", " ");
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
