package fairway.process.stage1;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import fairway.form.Forms;
import fairway.form.Step;
import fairway.stage1.OutcomeLetterText;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Mail;
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

import static fairway.process.stage1.Stage1Story.COLLEAGUE_MAIL;
import static fairway.process.stage1.Stage1Story.PLAN_END;
import static fairway.support.Submissions.form;
import static fairway.support.Submissions.row;
import static org.assertj.core.api.Assertions.assertThat;

/** The outcome letter is seen before it is approved, and what was approved is what is sent, byte for byte (S1A-01, S1A-02). */
@FairwayTest
class ApprovedLetterTest {

    private static final String OTHER_WORDING = "Please tell us that you have this letter.";

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
    void whatWasApprovedIsSentByteForByte_whateverChangesInTheMeantime() throws Exception {
        String number = attendedByHr();
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        List<String> approved = hashes(number);
        JsonNode shown = prefill("confirmOutcomeLetter", number, "hr2").path("_documents");
        assertThat(shown).extracting(document -> document.path("title").asText()).first().asString().contains("Stage 1 meeting");
        assertThat(shown).extracting(document -> "/documents/" + idOf(document)).containsExactlyElementsOf(links(number)).hasSize(3);

        TestClock.set(LocalDateTime.of(2026, 10, 19, 9, 0));
        jdbc.update("insert into letter_template_set select repeat('a', 64), replace(files, 'Please confirm that you have this letter.', ?), accepted_at from letter_template_set "
                + "where sha256 = (select sha256 from letter_templates_of_case where case_number = ?)", OTHER_WORDING, number);
        jdbc.update("update letter_templates_of_case set sha256 = repeat('a', 64) where case_number = ?", number);
        jdbc.update("update staff_member set last_name = 'Renamed' where staff_number = '10004'");
        engine.complete("confirmOutcomeLetter", number, form().with("confirmed", true).json());
        engine.runDue();

        Mail sent = letterMail();
        assertThat(sent.attachments()).extracting(file -> sha256(file.content())).containsExactlyElementsOf(approved);
        assertThat(hashes(number)).as("and are kept as what was approved").isEqualTo(approved);
        assertThat(text(sent.attachments().get(0).content())).contains("Nia Barker").doesNotContain("Renamed", OTHER_WORDING);
        assertThat(sent.text()).as("five working days from when it went").contains("26/10/2026", "not the earlier one in the letter");
        assertThat(jdbc.queryForList("select distinct document_id from delivery_document join delivery on delivery.id = delivery_id where kind = 'outcomeLetter'", Long.class))
                .containsExactlyInAnyOrderElementsOf(jdbc.queryForList("select document_id from stage1_letter_document", Long.class));
    }

    @Test
    void changesOfHrMakeANewDocument_theFormerOneIsNeverSent() {
        String number = attendedByHr();
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        String former = hashes(number).get(0);
        engine.complete("confirmOutcomeLetter", number, form().with("confirmed", false).with("changes", "Say who took the note.").json());
        assertThat(prefill("approveOutcomeLetter", number, "teamleader").path("_changes")).isNotEmpty();
        engine.complete("approveOutcomeLetter", number, form().with("discussion", "We met. Grace Lewis took the note.").json());
        assertThat(hashes(number).get(0)).isNotEqualTo(former);
        engine.complete("confirmOutcomeLetter", number, form().with("confirmed", true).json());
        engine.runDue();
        assertThat(sha256(letterMail().attachments().get(0).content())).isEqualTo(hashes(number).get(0)).isNotEqualTo(former);
    }

    @Test
    void hrSeesParagraphByParagraphWhatChangedSinceTheDraft() {
        String number = attendedByHr();
        String draft = prefill("approveOutcomeLetter", number, "teamleader").path("discussion").asText();
        assertThat(prefill("approveOutcomeLetter", number, "teamleader").has("_changes")).isFalse();
        String last = draft.substring(draft.lastIndexOf("\n\n") + 2);
        engine.complete("approveOutcomeLetter", number, form().with("discussion", draft.replace(last, "You told me that mornings are busy.")).json());
        JsonNode changes = prefill("confirmOutcomeLetter", number, "hr2").path("_changes");
        assertThat(changes).extracting(change -> change.path("mark").asText() + " " + change.path("text").asText())
                .containsExactly("Left out: " + last, "Added: You told me that mornings are busy.");
    }

    @Test
    void aLetterWhosePlanWasRevisedGoesBackBeforeItIsConfirmed() {
        String number = attendedByHr();
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        Submissions.Form revision = form().with("targets", List.of(row("what", "Charts checked by noon", "measure", "Signed list", "by", PLAN_END, "urgent", true)))
                .with("endsOn", PLAN_END).with("reason", "Rota changed").with("colleagueView", "Better for me");
        story.in(() -> {
            Forms forms = context.getBean(Forms.class);
            return forms.complete(forms.action("revisePlan").orElseThrow(), new Step("revisePlan", number, null, "teamleader"), revision.json());
        });
        Doors.Reply refused = doors.submitAtEngineRest("hr2", engine.task("confirmOutcomeLetter", number).getId(), form().with("confirmed", true).json());
        assertThat(refused.refused()).containsExactly("confirmed:planChanged");
        engine.complete("confirmOutcomeLetter", number, form().with("confirmed", false).with("changes", "The plan was revised.").json());
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        engine.complete("confirmOutcomeLetter", number, form().with("confirmed", true).json());
        assertThat(story.in(() -> story.stage1().outcomeLetter(number).map(OutcomeLetterText::sentOn))).isPresent();
    }

    @Test
    void theLetterIsSeenWithTheTextAsItStandsAndNothingIsKept() throws Exception {
        String number = story.planAgreed();
        String task = engine.task("approveOutcomeLetter", number).getId();
        String preview = "/api/tasks/" + task + "/preview";
        assertThat(doors.get("/api/tasks/" + task + "/form", "teamleader").body().path("preview").asBoolean()).isTrue();
        String text = form().with("discussion", "We met. {{x}} <script>alert(1)</script> was not talked about.").json();
        Map<String, String> before = doors.fingerprint();

        Doors.Reply seen = doors.post(preview, "teamleader", text);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(text(Base64.getDecoder().decode(seen.body().path("pdf").asText()))).contains("{{x}} <script>alert(1)</script> was not talked about.");
        assertThat(seen.body().path("changes")).isNotEmpty();
        assertThat(seen.body().path("title").asText()).isNotBlank();

        for (String other : List.of("hr2", "manager2", "priya.chowdhury", "ops")) {
            assertThat(doors.post(preview, other, text).status()).as(other).isIn(401, 404);
        }
        assertThat(doors.post(preview, null, text).status()).as("no token").isEqualTo(403);
        assertThat(doors.post(preview, "teamleader", form().with("discussion", " ").json()).refused()).containsExactly("discussion:required");
        assertThat(doors.post(preview, "teamleader", form().with("text", "x").json()).status()).isEqualTo(422);
        assertThat(doors.post(preview, "teamleader", "[]").status()).isEqualTo(422);
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    @Test
    void aStepThatMakesNoLetterHasNoPreview() {
        String number = story.held();
        String task = engine.task("agreeImprovementPlan", number).getId();
        assertThat(doors.get("/api/tasks/" + task + "/form", "teamleader").body().path("preview").asBoolean()).isFalse();
        assertThat(doors.post("/api/tasks/" + task + "/preview", "teamleader", "{}").status()).isEqualTo(404);
    }

    private String attendedByHr() {
        return story.planAgreed(true, record -> record.with("present", List.of(row("name", "Nia Barker", "role", "Manager"),
                row("name", "Grace Lewis", "role", "Note taker"))));
    }

    private JsonNode prefill(String formId, String number, String user) {
        return doors.get("/api/tasks/" + engine.task(formId, number).getId() + "/form", user).body().path("prefill");
    }

    private List<String> hashes(String number) {
        return jdbc.queryForList("select sha256 from stage1_letter_document where case_number = ? order by position", String.class, number);
    }

    private List<String> links(String number) {
        return jdbc.queryForList("select '/documents/' || document_id from stage1_letter_document where case_number = ? order by position", String.class, number);
    }

    private static String idOf(JsonNode document) {
        return document.path("link").asText().replace("/documents/", "");
    }

    private static Mail letterMail() {
        List<Mail> mails = MailBox.received(COLLEAGUE_MAIL).stream().filter(mail -> mail.attachments().size() == 3).toList();
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] pdf) throws Exception {
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
