package fairway.process.stage1;

import static fairway.process.stage1.Stage1Story.COLLEAGUE_MAIL;
import static fairway.process.stage1.Stage1Story.MEETING;
import static fairway.process.stage1.Stage1Story.PLAN_END;
import static fairway.support.Submissions.form;
import static fairway.support.Submissions.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.MailBox;
import fairway.support.Submissions;
import fairway.support.TestClock;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever completes a step or an action that makes a letter sees its pages first, and what they see is what goes. */
@FairwayTest
class PreviewedLettersTest {

    private static final String SECRET = "Zanthoxylum";

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private JdbcTemplate jdbc;

    private Stage1Story story;

    @BeforeEach
    void begin() {
        story = new Stage1Story(context);
    }

    @Test
    void thePurposeOfTheMeetingIsSeenBeforeItIsShared_S1P06() throws IOException {
        String number = story.stage1Chosen(true);
        String purpose = "To talk about the charts of bay 2. {{x}}";
        Submissions.Form shared = Submissions.policyShared(TestClock.now()).with("purpose", purpose);
        String task = engine.task("sharePolicy", number).getId();
        JsonNode open = doors.get("/api/tasks/" + task + "/form", "teamleader").body();
        assertThat(open.path("preview").asBoolean()).isTrue();
        assertThat(open.path("previewed").asText()).isEqualTo("letter");
        assertThat(text(see(task, shared))).as("also before day and place are arranged").contains(purpose).doesNotContain("Library");

        engine.complete("arrangeStage1Meeting", number, Submissions.arrangement(MEETING).json());
        JsonNode seen = see(task, shared);
        Map<String, String> before = doors.fingerprint();
        assertThat(text(see(task, shared))).isEqualTo(text(seen));
        assertThat(seen.path("changes")).extracting(change -> change.path("mark").asText()).contains("Left out:", "Added:");
        assertThat(see(task, shared.with("purpose", open.path("prefill").path("purpose").asText())).path("changes")).isEmpty();
        Doors.Reply tomorrow = doors.post("/api/tasks/" + task + "/preview", "teamleader", Submissions.policyShared(TestClock.now().plusDays(1)).json());
        assertThat(tomorrow.refused()).containsExactly("sharedAt:notInFuture");
        onlyTheirs("/api/tasks/" + task + "/preview", shared);
        assertThat(doors.fingerprint()).as("nothing is kept of a look").isEqualTo(before);

        MailBox.empty();
        engine.complete("sharePolicy", number, shared.with("purpose", purpose).json());
        engine.runDue();
        assertThat(text(seen)).contains(purpose, "15/10/2026", "Grace Lewis").isEqualTo(sent(0));
    }

    @Test
    void theOutcomeLetterIsSeenWithThePlanThatIsApprovedWithIt_S1A01_S1A03() throws IOException {
        String number = story.planAgreed();
        JsonNode seen = see(engine.task("approveOutcomeLetter", number).getId(), Submissions.letterApproved());
        MailBox.empty();
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        engine.runDue();
        assertThat(text(seen)).isEqualTo(sent(0));
        assertThat(seen.path("enclosures")).extracting(enclosure -> enclosure.path("title").asText()).containsExactly("Improvement Action Plan");
        assertThat(text(seen.path("enclosures").get(0))).contains("10/12/2026").isEqualTo(sent(1));
    }

    @Test
    void aRevisedPlanIsSeenBeforeItIsWritten_S1D13() throws IOException {
        String number = story.planAgreed();
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        engine.runDue();
        TestClock.set(LocalDate.of(2026, 10, 20).atTime(10, 0));
        String action = "/api/cases/" + number + "/actions/revisePlan";
        assertThat(doors.get(action, "teamleader").body().path("previewed").asText()).isEqualTo("revised plan");
        Submissions.Form revision = revision(PLAN_END, PLAN_END);
        Map<String, String> before = doors.fingerprint();
        JsonNode seen = look(action + "/preview", revision);
        assertThat(seen.path("changes")).extracting(change -> change.path("text").asText()).contains("Charts checked by noon, measured by: Signed list, by 10/12/2026")
                .noneMatch(change -> change.startsWith("The plan ends"));
        assertThat(look(action + "/preview", revision(PLAN_END, PLAN_END.plusDays(7))).path("changes")).as("an end that HR is to agree is seen too")
                .extracting(change -> change.path("text").asText()).contains("The plan ends on 17/12/2026");
        assertThat(doors.post(action + "/preview", "teamleader", form().with("endsOn", PLAN_END).with("targets", List.of()).with("reason", "x").json()).refused())
                .containsExactly("targets:required");
        assertThat(doors.post(action + "/preview", "manager3", revision.json()).status()).isEqualTo(404);
        assertThat(doors.fingerprint()).as("nothing is kept of a look").isEqualTo(before);

        MailBox.empty();
        Doors.Reply done = doors.post(action, "teamleader", revision.json());
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        engine.runDue();
        assertThat(text(seen)).contains("Rota changed", "Charts checked by noon", "Better for me").isEqualTo(sent(0));
    }

    @Test
    void aReferralIsSeenByWhoeverCompletesItAsProviderAndColleagueGetIt_S1A06() throws IOException {
        String number = story.planAgreed(false, record -> record.with("occupationalHealth", "agreed"));
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        engine.runDue();
        String task = engine.task("completeReferral", number).getId();
        String preview = "/api/tasks/" + task + "/preview";
        assertThat(doors.get("/api/tasks/" + task + "/form", "teamleader").body().path("previewed").asText()).isEqualTo("referral");
        Submissions.Form referral = form().with("reason", "Struggles with early starts " + SECRET).with("questions", "What would help?")
                .with("shared", List.of(row("what", "The rota of May"))).with("seenByColleague", true).with("consent", "given");
        JsonNode seen = see(task, referral);
        Map<String, String> before = doors.fingerprint();
        assertThat(text(see(task, referral))).isEqualTo(text(seen));
        onlyTheirs(preview, referral);
        assertThat(doors.post(preview, "hr2", referral.json()).status()).as("HR who reads the health part, but does not complete the form").isEqualTo(404);
        assertThat(doors.post(preview, "teamleader", form().with("consent", "given").with("shared", List.of()).json()).refused()).containsExactlyInAnyOrder("reason:required", "questions:required");
        assertThat(doors.post(preview, "teamleader", form().with("reason", SECRET).with("consent", "declined").with("shared", List.of()).json()).refused()).containsExactly("consent:declined");
        assertThat(doors.fingerprint()).as("nothing is kept of a look").isEqualTo(before);
        assertThat(jdbc.queryForList("select what || ' ' || subject from access_log where user_id = 'teamleader' and subject like '%preview%'", String.class))
                .contains("HEALTH_RECORD " + number + " preview completeReferral").noneMatch(entry -> entry.startsWith("LETTER") || entry.contains(SECRET));

        MailBox.empty();
        engine.complete("completeReferral", number, referral.json());
        engine.runDue();
        assertThat(text(seen)).contains(SECRET, "What would help?", "The rota of May", "Nia Barker").isEqualTo(sent(0));
        assertThat(text(MailBox.last("occupational.health@provider.example").attachments().get(0).content())).as("the provider gets the same").isEqualTo(text(seen));
    }

    // ----

    private static Submissions.Form revision(LocalDate by, LocalDate endsOn) {
        return form().with("targets", List.of(row("what", "Charts checked by noon", "measure", "Signed list", "by", by, "urgent", true))).with("endsOn", endsOn)
                .with("reason", "Rota changed").with("colleagueView", "Better for me");
    }

    private JsonNode see(String task, Submissions.Form submission) {
        return look("/api/tasks/" + task + "/preview", submission);
    }

    private JsonNode look(String address, Submissions.Form submission) {
        Doors.Reply seen = doors.post(address, "teamleader", submission.json());
        assertThat(seen.status()).as(seen.text()).isEqualTo(200);
        return seen.body();
    }

    private void onlyTheirs(String preview, Submissions.Form submission) {
        for (String other : List.of("manager2", "manager", "hr3", "ops", "admin", "owner")) {
            assertThat(doors.post(preview, other, submission.json()).status()).as(other).isIn(401, 404);
        }
        assertThat(doors.post(preview, null, submission.json()).status()).isEqualTo(403);
    }

    private static String sent(int nth) throws IOException {
        return text(MailBox.received(COLLEAGUE_MAIL).stream().filter(mail -> mail.calendar().isEmpty() && !mail.attachments().isEmpty()).reduce((a, b) -> b).orElseThrow().attachments().get(nth)
                .content());
    }

    private static String text(JsonNode seen) throws IOException {
        return text(Base64.getDecoder().decode(seen.path("pdf").asText()));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
