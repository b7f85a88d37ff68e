package fairway.process.correspondence;

import static fairway.process.stage1.Stage1Story.COLLEAGUE;
import static fairway.process.stage1.Stage1Story.COLLEAGUE_MAIL;
import static fairway.process.stage1.Stage1Story.MANAGER_MAIL;
import static fairway.process.stage1.Stage1Story.PLAN_END;
import static fairway.support.Submissions.form;
import static fairway.support.Submissions.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import fairway.casefile.HandOverPacks;
import fairway.correspondence.Deliveries;
import fairway.correspondence.DeliveryState;
import fairway.correspondence.HandOverPack;
import fairway.correspondence.ReceiptPages;
import fairway.correspondence.Sent;
import fairway.process.model.LetterCorrectionModel.Elements;
import fairway.process.stage1.Stage1Story;
import fairway.support.Doors;
import fairway.support.EarlierModel;
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
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A letter that was sent is never overwritten: a correction is a new version that names the old one, with its own delivery, receipt and period for comments. */
@FairwayTest
class CorrectionsTest {

    private static final String CORRECTED = "We met to talk about the daily chart checks. Grace Lewis was not there. {{x}} <b>";
    private static final String WHAT = "Grace Lewis was not at the meeting.";

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private Deliveries deliveries;
    @Autowired
    private ReceiptPages receipts;
    @Autowired
    private HandOverPacks packs;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private JdbcTemplate jdbc;

    private Stage1Story story;
    private String number;

    @BeforeEach
    void begin() {
        story = new Stage1Story(context);
    }

    // ---- the way of a correction

    @Test
    void theNewVersionNamesTheOldOneAndTheOldOneStaysAsItWas_S1A02() throws Exception {
        Sent first = outcomeLetter(false);
        String oldToken = letterMail(1).token().orElseThrow();
        receipts.confirmReceipt(oldToken);
        receipts.comment(oldToken, "Grace Lewis was not there.");
        List<String> before = rowsOf(first);
        TestClock.set(LocalDateTime.of(2026, 10, 20, 10, 0));

        JsonNode form = action("teamleader", first.id());
        assertThat(form.path("preview").asBoolean()).isTrue();
        assertThat(form.path("prefill").path("letter").asText()).isEqualTo(String.valueOf(first.id()));
        assertThat(form.path("prefill").path("_context").asText()).contains("Outcome letter, sent on 15/10/2026", "It goes out as soon as you have corrected it.");
        JsonNode text = form.path("prefill").path("texts");
        assertThat(text).hasSize(1);
        assertThat(text.get(0).path("id").asText()).isEqualTo("discussion");
        assertThat(text.get(0).path("text").asText()).startsWith("We met to talk about the daily chart checks. You told me");

        Map<String, String> untouched = doors.fingerprint();
        Doors.Reply seen = doors.post(actions() + "correctLetter/preview", "teamleader", correction(first.id()));
        assertThat(seen.status()).isEqualTo(200);
        assertThat(text(Base64.getDecoder().decode(seen.body().path("pdf").asText()))).contains("This letter replaces our letter of 15/10/2026 (version 1). What was corrected: " + WHAT, CORRECTED);
        assertThat(seen.body().path("changes")).extracting(change -> change.path("mark").asText()).containsExactly("Left out:", "Added:");
        assertThat(doors.fingerprint()).as("nothing is kept of a look").isEqualTo(untouched);

        done(doors.post(actions() + "correctLetter", "teamleader", correction(first.id())));
        engine.runDue();
        Sent second = newest("outcomeLetter");
        Mail mail = letterMail(2);
        assertThat(mail.messageId()).isEqualTo(messageId("outcomeLetter", "outcomeLetter-letter-2")).isNotEqualTo(letterMail(1).messageId());
        assertThat(mail.text()).contains("a corrected version of our letter of 15/10/2026", "(until 27/10/2026)").doesNotContain("Grace", "chart");
        assertThat(mail.attachments()).extracting(Mail.Attached::fileName).containsExactly("our-informal-stage-1-meeting-version-2.pdf", "improvement-action-plan.pdf",
                letterMail(1).attachments().get(2).fileName());
        assertThat(text(mail.attachments().get(0).content())).contains("Version 2 This letter replaces our letter of 15/10/2026 (version 1). What was corrected: " + WHAT, CORRECTED,
                "Date: 20/10/2026", "Tuesday 27/10/2026");
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.state()).isEqualTo(DeliveryState.sent);
        assertThat(rowsOf(first)).as("bytes, receipt and comments of the old one").isEqualTo(before);
        assertThat(deliveries.find(first.id()).orElseThrow().state()).isEqualTo(DeliveryState.received);

        String token = mail.token().orElseThrow();
        assertThat(receipts.periodEnd(second.id())).contains(LocalDate.of(2026, 10, 27));
        PersonalPage colleague = new PersonalPage(doors.base()).open(oldToken, COLLEAGUE_MAIL);
        assertThat(plain(colleague.get("/my/" + oldToken).body())).contains("This letter was replaced by version 2 on Tuesday 20/10/2026", WHAT, "You confirmed on", "Our informal Stage 1 meeting, version 2 (PDF)");
        colleague.open(token, COLLEAGUE_MAIL);
        assertThat(plain(colleague.get("/my/" + token).body())).contains("This is version 2 . It replaces our letter of Thursday 15/10/2026", "I have received this letter",
                "Our informal Stage 1 meeting (PDF), as it was sent before", "Outcome letter, version 2");
        assertThat(plain(colleague.get("/my/" + token + "/kept").body())).contains("Outcome letter, version 2, 20/10/2026", "Replaced by version 2 on 20/10/2026");
        assertThat(colleague.get("/my/" + token + "/documents/" + first.documents().get(0).id()).statusCode()).as("the old one can still be read").isEqualTo(200);

        for (String user : List.of("teamleader", "hr2")) {
            WebSession session = WebSession.of(doors.base(), user);
            assertThat(plain(session.get("/letters/" + first.id()).text())).as(user).contains("Replaced by version 2 on 20/10/2026", "Grace Lewis was not there.").doesNotContain("Correct this letter");
            assertThat(plain(session.get("/letters/" + second.id()).text())).contains("version 1 of 15/10/2026", WHAT, "Correct this letter", second.documents().get(0).sha256());
            assertThat(plain(session.get("/cases/" + number).text())).contains("Outcome letter, version 2", "Replaced by version 2 on 20/10/2026", "Correct this letter", "Outcome letter corrected");
        }
        for (String other : List.of("manager2", "manager", "ops", "admin", "owner")) {
            assertThat(WebSession.of(doors.base(), other).get("/letters/" + second.id()).status()).as(other).isEqualTo(404);
        }

        done(doors.post(actions() + "correctLetter", "hr2", form().with("letter", String.valueOf(second.id())).with("reason", "A name.").json()));
        engine.runDue();
        assertThat(newest("outcomeLetter").version()).isEqualTo(3);
        assertThat(text(letterMail(3).attachments().get(0).content())).contains("This letter replaces our letter of 20/10/2026 (version 2). What was corrected: A name.").contains(CORRECTED);
    }

    @Test
    void theDaysForTheReceiptRunAnewAndNobodyHandsOverTheOldVersionOnPaper_S1A02() {
        Sent first = outcomeLetter(false);
        MailBox.received(COLLEAGUE_MAIL).stream().filter(mail -> mail.attachments().size() == 2).flatMap(mail -> mail.token().stream())
                .forEach(policyAndPurpose -> assertThat(receipts.confirmReceipt(policyAndPurpose)).isTrue());
        TestClock.set(LocalDateTime.of(2026, 10, 20, 10, 0));
        done(doors.post(actions() + "correctLetter", "teamleader", correction(first.id())));
        engine.timePassesTo(LocalDateTime.of(2026, 10, 27, 18, 0));
        assertThat(engine.isOpen("handOverPaperCopy", number)).isFalse();
        engine.timePassesTo(LocalDateTime.of(2026, 10, 28, 9, 0));
        JsonNode prefill = doors.get("/api/tasks/" + engine.task("handOverPaperCopy", number).getId() + "/form", "teamleader").body().path("prefill");
        assertThat(prefill.path("_context").asText()).startsWith("Outcome letter, version 2 for ");
        receipts.confirmReceipt(letterMail(1).token().orElseThrow());
        assertThat(engine.isOpen("handOverPaperCopy", number)).as("the receipt of the old one is not that of the new one").isTrue();
        assertThat(newest("outcomeLetter").state()).isEqualTo(DeliveryState.sent);
        receipts.confirmReceipt(letterMail(2).token().orElseThrow());
        assertThat(engine.isOpen("handOverPaperCopy", number)).isFalse();
    }

    @Test
    void aColleagueWithoutAMailboxIsHandedLetterAndCorrectionOnPaper() {
        jdbc.update("update staff_member set email = null where staff_number = ?", COLLEAGUE);
        number = story.planAgreed();
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        engine.runDue();
        engine.tasks("handOverPaperCopy", number).forEach(task -> engine.complete("teamleader", task,
                form().with("handedOverOn", TestClock.today()).with("how", "in person").json()));
        Sent first = newest("outcomeLetter");
        assertThat(first.state().label()).isEqualTo("Printed and handed over");
        done(doors.post(actions() + "correctLetter", "teamleader", correction(first.id())));
        engine.runDue();
        assertThat(newest("outcomeLetter").state().label()).isEqualTo("Waiting");
        engine.complete("handOverPaperCopy", number, form().with("handedOverOn", TestClock.today()).with("how", "in person").json());
        assertThat(newest("outcomeLetter").version()).isEqualTo(2);
        assertThat(newest("outcomeLetter").state().label()).isEqualTo("Printed and handed over");
        assertThat(WebSession.of(doors.base(), "teamleader").get("/cases/" + number).text()).contains("Printed and handed over. Replaced by version 2 on 15/10/2026");
    }

    // ---- HR's word

    @Test
    void hrWhoAttendedConfirmsTheCorrectionAndItGoesAsTheySawIt_S1A01() {
        Sent first = outcomeLetter(true);
        assertThat(action("teamleader", first.id()).path("prefill").path("_context").asText()).contains("HR confirms the correction before it goes.");
        done(doors.post(actions() + "correctLetter", "teamleader", correction(first.id())));
        engine.runDue();
        assertThat(newest("outcomeLetter").version()).as("nothing goes before HR has confirmed it").isEqualTo(1);
        assertThat(WebSession.of(doors.base(), "teamleader").get("/letters/" + first.id()).text()).contains("waits for HR to confirm it").doesNotContain(">Correct this letter<");
        refused(doors.post(actions() + "correctLetter", "teamleader", correction(first.id())), "letter:waitsForHr");
        JsonNode seen = doors.get("/api/tasks/" + task() + "/form", "hr2").body().path("prefill");
        assertThat(seen.path("_context").asText()).contains("Outcome letter. What was corrected:", WHAT);
        assertThat(seen.path("_documents")).hasSize(3);
        assertThat(seen.path("_changes")).isNotEmpty();
        List<String> hashes = jdbc.queryForList("select sha256 from letter_correction_document order by position", String.class);

        Doors.Reply none = doors.submitAtEngineRest("hr2", task(), form().with("confirmed", false).json());
        refused(none, "changes:required");
        refused(doors.submitInTasklist("hr2", task(), form().with("confirmed", true).with("changes", "x").json()), "changes:eitherOr");
        assertThat(doors.submitAtEngineRest("teamleader", task(), form().with("confirmed", true).json()).status()).isIn(403, 404, 422);
        TestClock.set(LocalDateTime.of(2026, 10, 19, 9, 0));
        jdbc.update("update staff_member set last_name = 'Renamed' where staff_number = '10004'");
        engine.completeAs("hr2", "confirmCorrection", number, form().with("confirmed", true).json());
        engine.runDue();
        Mail mail = letterMail(2);
        assertThat(mail.attachments()).extracting(file -> sha256(file.content())).containsExactlyElementsOf(hashes);
        assertThat(mail.text()).contains("(until 26/10/2026: this day counts, not the earlier one in the letter)");
        assertThat(newest("outcomeLetter").version()).isEqualTo(2);
    }

    @Test
    void whatHrDoesNotConfirmIsNotSentAndTheManagerIsTold() {
        Sent first = outcomeLetter(true);
        done(doors.post(actions() + "correctLetter", "teamleader", correction(first.id())));
        MailBox.empty();
        engine.completeAs("hr2", "confirmCorrection", number, form().with("confirmed", false).with("changes", "She came later.").json());
        engine.runDue();
        assertThat(newest("outcomeLetter").version()).isEqualTo(1);
        assertThat(MailBox.received(COLLEAGUE_MAIL)).isEmpty();
        assertThat(MailBox.last(MANAGER_MAIL).text()).contains("did not confirm", "/cases/" + number).doesNotContain("She came later");
        assertThat(plain(WebSession.of(doors.base(), "teamleader").get("/cases/" + number).text())).contains("She came later.");
        JsonNode again = action("teamleader", first.id()).path("prefill");
        assertThat(again.path("_context").asText()).contains("HR did not confirm the correction on 15/10/2026:", "She came later.", "is filled in");
        assertThat(again.path("reason").asText()).isEqualTo(WHAT);
        assertThat(again.path("texts").get(0).path("text").asText()).as("what was written is not written twice").isEqualTo(CORRECTED);
        done(doors.post(actions() + "correctLetter", "hr2", correction(first.id())));
        engine.runDue();
        assertThat(newest("outcomeLetter").version()).as("HR asks nobody").isEqualTo(2);
    }

    /** What waits for HR on an earlier version of the model, without steps of its own after HR's answer, ends as well. */
    @Test
    void aCorrectionOfAnEarlierVersionIsSentOrToldAllTheSame() {
        String deployment = EarlierModel.deployed(repository, "letterCorrection", model -> model.leaveOut(Elements.SEND_CORRECTED_LETTER).leaveOut(Elements.TELL_OF_REFUSED_CORRECTION));
        try {
            Sent first = outcomeLetter(true);
            done(doors.post(actions() + "correctLetter", "teamleader", correction(first.id())));
            engine.completeAs("hr2", "confirmCorrection", number, form().with("confirmed", false).with("changes", "She came later.").json());
            engine.runDue();
            assertThat(MailBox.last(MANAGER_MAIL).text()).contains("did not confirm");
            done(doors.post(actions() + "correctLetter", "teamleader", correction(first.id())));
            engine.completeAs("hr2", "confirmCorrection", number, form().with("confirmed", true).json());
            engine.runDue();
            assertThat(newest("outcomeLetter").version()).isEqualTo(2);
            assertThat(newest("outcomeLetter").state()).isEqualTo(DeliveryState.sent);
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void aColleagueWhoHasLeftWhileItWaitedGetsNothing() {
        Sent first = outcomeLetter(true);
        done(doors.post(actions() + "correctLetter", "teamleader", correction(first.id())));
        jdbc.update("update staff_member set left_on = ? where staff_number = ?", TestClock.today().minusDays(1), COLLEAGUE);
        refused(doors.submitAtEngineRest("hr2", task(), form().with("confirmed", true).json()), "confirmed:hasLeft");
        engine.completeAs("hr2", "confirmCorrection", number, form().with("confirmed", false).with("changes", "They have left.").json());
        refused(doors.post(actions() + "correctLetter", "teamleader", correction(first.id())), "letter:hasLeft");
        assertThat(engine.isOpen("confirmCorrection", number)).isFalse();
    }

    @Test
    void aCorrectionWhosePlanWasRevisedWhileItWaitedIsNotConfirmed_S1A02() {
        Sent first = outcomeLetter(true);
        done(doors.post(actions() + "correctLetter", "teamleader", correction(first.id())));
        revise("Rota changed");
        Doors.Reply late = doors.submitAtEngineRest("hr2", task(), form().with("confirmed", true).json());
        refused(late, "confirmed:planRevised");
        assertThat(late.text()).contains("The plan was revised meanwhile");
        engine.completeAs("hr2", "confirmCorrection", number, form().with("confirmed", false).with("changes", "The plan was revised.").json());
        done(doors.post(actions() + "correctLetter", "teamleader", correction(first.id())));
        engine.completeAs("hr2", "confirmCorrection", number, form().with("confirmed", true).json());
        assertThat(newest("outcomeLetter").version()).isEqualTo(2);
    }

    // ---- what the colleague gives on paper

    @Test
    void whatIsGivenOnPaperStandsBesideTheLetterAsWhatIsWrittenOnTheirPage_S1A02() throws Exception {
        Sent letter = outcomeLetter(false);
        TestClock.set(LocalDateTime.of(2026, 10, 26, 9, 0));
        refused(onPaper("teamleader", comments(letter.id(), "2026-10-27")), "givenOn:notInFuture");
        refused(onPaper("teamleader", comments(letter.id(), "2026-10-14")), "givenOn:notBeforeSent");
        refused(onPaper("teamleader", comments(999_999, "2026-10-22")), "letter:notALetter");
        refused(onPaper("teamleader", form().with("letter", letter.id()).with("givenOn", "2026-10-22").with("words", " ")), "words:required");
        for (String other : List.of("manager2", "manager", "hr3", "ops", "admin", "owner")) {
            assertThat(onPaper(other, comments(letter.id(), "2026-10-22")).status()).as(other).isIn(401, 404);
        }
        assertThat(deliveries.wordsOf(number)).isEmpty();

        done(onPaper("teamleader", comments(letter.id(), "2026-10-22")));
        done(onPaper("hr2", comments(letter.id(), "2026-10-23")));
        assertThat(deliveries.wordsOf(number)).extracting(words -> words.at().toLocalDate() + " " + words.late() + " " + words.recordedBy() + " " + words.text())
                .containsExactly("2026-10-22 false teamleader It was <b>nine</b> of ten.", "2026-10-23 true hr2 It was <b>nine</b> of ten.");
        assertThat(plain(WebSession.of(doors.base(), "teamleader").get("/letters/" + letter.id()).text())).contains("22/10/2026 (on paper, recorded by ", "23/10/2026 (on paper, recorded by ", ", late)",
                "It was <b&gt;nine</b&gt; of ten.");
        HandOverPack pack = story.in(() -> packs.of(number));
        assertThat(pack.words()).filteredOn(words -> words.where().equals("Comment on paper, Outcome letter")).extracting(HandOverPack.Words::late).containsExactly(false, true);
        String token = letterMail(1).token().orElseThrow();
        assertThat(plain(new PersonalPage(doors.base()).open(token, COLLEAGUE_MAIL).get("/my/" + token).body())).contains("Thursday 22/10/2026, on paper", "Friday 23/10/2026, on paper");
        JsonNode form = action("recordColleagueComments", "teamleader", letter.id());
        assertThat(form.path("prefill").path("letter").asText()).isEqualTo(String.valueOf(letter.id()));
        assertThat(form.path("options").path("letter")).extracting(option -> option.path("label").asText()).contains("Outcome letter of 15/10/2026");
    }

    private Doors.Reply onPaper(String user, Submissions.Form submission) {
        return doors.post(actions() + "recordColleagueComments", user, submission.json());
    }

    private static Submissions.Form comments(long letter, String givenOn) {
        return form().with("letter", String.valueOf(letter)).with("givenOn", givenOn).with("words", "It was <b>nine</b> of ten.");
    }

    // ---- what is refused

    @Test
    void whatIsRefusedChangesNothing() {
        Sent first = outcomeLetter(false);
        Map<String, String> before = doors.fingerprint();
        long notice = jdbc.queryForObject("select max(id) from delivery where kind not in ('outcomeLetter', 'policyAndPurpose')", Long.class);
        refused(post(form().with("letter", first.id()).with("texts", List.of())), "reason:required");
        refused(post(form().with("letter", first.id()).with("reason", "  ")), "reason:required");
        refused(post(form().with("reason", WHAT)), "letter:required");
        refused(post(form().with("letter", 999_999).with("reason", WHAT)), "letter:notALetter");
        refused(post(form().with("letter", notice).with("reason", WHAT)), "letter:notALetter");
        refused(post(correct(first.id()).with("texts", List.of(row("id", "discussion")))), "texts[0].text:required");
        refused(post(correct(first.id()).with("texts", List.of(row("id", "salary", "text", "x")))), "texts[0].id:unknown");
        refused(post(correct(first.id()).with("texts", List.of(row("text", "x")))), "texts[0].id:required");
        refused(post(correct(first.id()).with("texts", List.of(row("id", "discussion", "text", "x"), row("id", "discussion", "text", "y")))), "texts[1].id:twice");
        refused(doors.post(actions() + "correctLetter/preview", "teamleader", form().with("letter", first.id()).json()), "reason:required");
        for (String other : List.of("manager2", "manager", "hr3", "ops", "admin", "owner")) {
            for (String path : List.of("correctLetter", "correctLetter/preview")) {
                assertThat(doors.post(actions() + path, other, correction(first.id())).status()).as(other).isIn(401, 404);
            }
        }
        assertThat(doors.post(actions() + "correctLetter", null, correction(first.id())).status()).isEqualTo(403);
        assertThat(doors.post(actions() + "withdraw/preview", "teamleader", "{}").status()).as("an action that makes no letter").isEqualTo(404);
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    @Test
    void onlyTheNewestVersionOfALetterThatWasSentIsCorrected() {
        Sent first = outcomeLetter(false);
        TestClock.set(LocalDateTime.of(2026, 10, 20, 10, 0));
        done(doors.post(actions() + "correctLetter", "teamleader", correction(first.id())));
        Doors.Reply replaced = doors.post(actions() + "correctLetter", "teamleader", correction(first.id()));
        refused(replaced, "letter:replaced");
        assertThat(replaced.text()).contains("replaced by version 2 on 20/10/2026. Correct the newest one, version 2");
        Doors.Reply notSent = doors.post(actions() + "correctLetter", "teamleader", correction(newest("outcomeLetter").id()));
        refused(notSent, "letter:notSent");
        assertThat(notSent.text()).contains("edit it there");
        assertThat(action("teamleader", first.id()).path("prefill").path("_context").asText()).contains("replaced by version 2");
        assertThat(doors.get(actions() + "correctLetter", "teamleader").body().path("prefill").path("_context").asText()).contains("open the letter");
        assertThat(action("teamleader", 999_999).path("prefill").has("texts")).isFalse();
    }

    @Test
    void correctedAtTheSameMomentItIsCorrectedOnce() {
        Sent first = outcomeLetter(false);
        List<Doors.Reply> answers = IntStream.range(0, 6).mapToObj(i -> CompletableFuture.supplyAsync(
                () -> doors.post(actions() + "correctLetter", i % 2 == 0 ? "teamleader" : "hr2", correction(first.id())))).toList().stream().map(CompletableFuture::join).toList();
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(answer -> assertThat(answer.refused()).containsExactly("letter:replaced"));
        engine.runDue();
        assertThat(deliveries.of(number, "outcomeLetter")).hasSize(2);
    }

    @Test
    void afterTheEndALetterIsCorrectedForAsLongAsTheColleaguesPageIsOpen() {
        outcomeLetter(false);
        assertThat(doors.post(actions() + "withdraw", "hr2", form().with("reason", "Over.").json()).status()).isEqualTo(200);
        engine.runDue();
        Sent closure = newest("closureLetter");
        done(post(form().with("letter", closure.id()).with("reason", "The name of the ward.")));
        engine.runDue();
        Sent second = newest("closureLetter");
        assertThat(second.version()).isEqualTo(2);
        TestClock.set(LocalDateTime.of(2027, 10, 15, 10, 0));
        assertThat(action("teamleader", second.id()).path("prefill").has("texts")).isTrue();
        TestClock.set(LocalDateTime.of(2027, 10, 16, 10, 0));
        refused(post(form().with("letter", second.id()).with("reason", "x")), "letter:endedTooLongAgo");
    }

    // ---- every kind of letter

    @Test
    void whatWasSentBeforeTheMeeting_S1P06() throws Exception {
        number = story.prepared(false);
        engine.runDue();
        jdbc.update("update stage1_meeting set place = 'Library'");
        correctAndRead("policyAndPurpose", "teamleader", row("id", "purpose", "text", "To talk about the charts of bay 2."), "To talk about the charts of bay 2.", "Library");
    }

    @Test
    void theNoteOfAReview_thePackHasItCorrected_S1D16() throws Exception {
        outcomeLetter(false);
        engine.timePassesTo(LocalDateTime.of(2026, 10, 22, 10, 0));
        String target = jdbc.queryForObject("select id::text from target", String.class);
        engine.complete("holdProgressReview", number, Submissions.reviewHeld(LocalDate.of(2026, 10, 22), List.of(Submissions.target(target, "onTrack"))).json());
        engine.runDue();
        assertThat(action("teamleader", newest("reviewNote").id()).path("prefill").path("texts")).extracting(row -> row.path("id").asText()).containsExactly("seen1", "barriers", "colleagueView");
        correctAndRead("reviewNote", "teamleader", row("id", "seen1", "text", "Nine of ten lists were signed."), "Nine of ten lists were signed.", "Getting used to it.");
        correctAndRead("reviewNote", "hr2", row("id", "barriers", "text", null), "Nine of ten lists were signed.", "version 2).");
        HandOverPack pack = story.in(() -> packs.of(number));
        assertThat(pack.reviews()).singleElement().matches(note -> note.targets().get(0).seen().equals("Nine of ten lists were signed.") && note.barriers() == null);
        assertThat(pack.letters()).extracting(HandOverPack.LetterSent::title).contains("Review note", "Review note, version 2", "Review note, version 3");
        assertThat(pack.letters()).extracting(HandOverPack.LetterSent::state).contains("Sent. Replaced by version 2 on 22/10/2026");
        assertThat(deliveries.documentsOf(number, List.of("reviewNote"))).extracting(document -> document.title()).containsExactly("Note of your progress review",
                "Note of your progress review, version 2", "Note of your progress review, version 3");
    }

    @Test
    void aRevisedPlanAndMoreTime_onlyWhatHoldsNow_S1D13() throws Exception {
        outcomeLetter(false);
        revise("Rota changed");
        Sent former = newest("revisedPlan");
        correctAndRead("revisedPlan", "teamleader", row("id", "reason", "text", "The rota changed on 12/10/2026."), "The rota changed on 12/10/2026.", "Better for me");
        Sent corrected = newest("revisedPlan");
        revise("Rota changed again");
        refused(post(form().with("letter", corrected.id()).with("reason", "x")), "letter:overtaken");
        refused(post(form().with("letter", former.id()).with("reason", "x")), "letter:replaced");
        correctAndRead("revisedPlan", "hr2", row("id", "colleagueView", "text", null), "Rota changed again");
        jdbc.update("insert into plan_end (case_number, cause, ends_before, ends_on, reason, asked_by, asked_at, asked_on, agreed, hr_comment, decided_by, decided_at, decided_on) "
                + "values (?, 'extension', '2026-12-10', '2027-01-07', 'The course is late.', 'teamleader', now(), '2026-10-15', true, 'Yes', 'hr2', now(), '2026-10-15')", number);
        engine.as("teamleader", () -> story.in(() -> {
            context.getBean(fairway.monitoring.Monitoring.class).sendExtension(number);
            return null;
        }));
        engine.runDue();
        correctAndRead("planExtension", "teamleader", row("id", "reason", "text", "The course is in December."), "The course is in December.", "You have more time");
    }

    @Test
    void theReasonOfAnEndIsHrsOwn_S1A01() throws Exception {
        outcomeLetter(false);
        assertThat(doors.post(actions() + "colleagueChangesJob", "hr2", Submissions.decision("end").json()).status()).isEqualTo(200);
        engine.runDue();
        Sent closure = newest("closureLetter");
        done(doors.post(actions() + "correctLetter", "teamleader", form().with("letter", closure.id()).with("reason", WHAT)
                .with("texts", List.of(row("id", "reason", "text", "You have a new post."))).json()));
        engine.runDue();
        assertThat(newest("closureLetter").version()).isEqualTo(1);
        engine.completeAs("hr2", "confirmCorrection", number, form().with("confirmed", true).json());
        engine.runDue();
        assertThat(text(MailBox.last(COLLEAGUE_MAIL).attachments().get(0).content())).contains("You have a new post.", "(version 1). What was corrected: " + WHAT);
    }

    @Test
    void anEndAfterWhichMonitoringBeganAgainIsNotToldOnceMore() {
        outcomeLetter(false);
        assertThat(doors.post(actions() + "colleagueChangesJob", "hr2", Submissions.decision("end").json()).status()).isEqualTo(200);
        engine.runDue();
        jdbc.update("update performance_case set times_returned = 1 where number = ?", number);
        refused(doors.post(actions() + "correctLetter", "hr2", form().with("letter", newest("closureLetter").id()).with("reason", WHAT)
                .with("texts", List.of(row("id", "reason", "text", "You have a new post."))).json()), "letter:overtaken");
    }

    private void revise(String reason) {
        Doors.Reply revised = doors.post(actions() + "revisePlan", "teamleader", form().with("targets", List.of(row("what", "Charts checked by noon", "measure", "Signed list", "by", PLAN_END,
                "urgent", true))).with("endsOn", PLAN_END).with("reason", reason).with("colleagueView", "Better for me").json());
        assertThat(revised.status()).as(revised.text()).isEqualTo(200);
        engine.runDue();
    }

    private void correctAndRead(String kind, String user, Map<String, Object> text, String... shown) throws Exception {
        Sent letter = newest(kind);
        done(doors.post(actions() + "correctLetter", user, form().with("letter", letter.id()).with("reason", WHAT).with("texts", List.of(text)).json()));
        engine.runDue();
        Sent next = newest(kind);
        assertThat(next.version()).isEqualTo(letter.version() + 1);
        assertThat(next.state()).isEqualTo(DeliveryState.sent);
        assertThat(text(MailBox.last(COLLEAGUE_MAIL).attachments().get(0).content())).contains("(version " + letter.version() + "). What was corrected: " + WHAT).contains(shown);
    }

    // ----

    private Sent outcomeLetter(boolean hrAttends) {
        number = story.planAgreed(hrAttends, record -> hrAttends ? record.with("present", List.of(row("name", "Nia Barker", "role", "Manager"), row("name", "Grace Lewis", "role", "HR"))) : record);
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        if (hrAttends) {
            engine.complete("confirmOutcomeLetter", number, form().with("confirmed", true).json());
        }
        engine.runDue();
        return newest("outcomeLetter");
    }

    private Submissions.Form correct(long letter) {
        return form().with("letter", String.valueOf(letter)).with("reason", WHAT).with("texts", List.of(row("id", "discussion", "text", CORRECTED)));
    }

    private String correction(long letter) {
        return correct(letter).json();
    }

    private Doors.Reply post(Submissions.Form submission) {
        return doors.post(actions() + "correctLetter", "teamleader", submission.json());
    }

    private JsonNode action(String user, long letter) {
        return action("correctLetter", user, letter);
    }

    private JsonNode action(String action, String user, long letter) {
        return doors.get(actions() + action + "?about=" + letter, user).body();
    }

    private String actions() {
        return "/api/cases/" + number + "/actions/";
    }

    private String task() {
        return engine.task("confirmCorrection", number).getId();
    }

    private Sent newest(String kind) {
        return deliveries.of(number, kind).get(0);
    }

    private List<String> rowsOf(Sent letter) {
        return jdbc.queryForList("select d::text || coalesce(doc::text, '') || md5(c.content) || coalesce(w::text, '') from delivery d join delivery_document dd on dd.delivery_id = d.id "
                + "join document doc on doc.id = dd.document_id join document_content c on c.sha256 = doc.sha256 left join colleague_comment w on w.delivery_id = d.id where d.id = ? order by 1",
                String.class, letter.id());
    }

    private String messageId(String kind, String occurrence) {
        String domain = letterMail(1).messageId().replaceAll(".*@", "@");
        return "<" + sha256((number + "\n" + kind + "\n" + occurrence).getBytes(StandardCharsets.UTF_8)).substring(0, 40) + domain;
    }

    /** Of the messages with the outcome letter, the n-th. */
    private static Mail letterMail(int n) {
        List<Mail> mails = MailBox.received(COLLEAGUE_MAIL).stream().filter(mail -> mail.attachments().size() == 3).toList();
        assertThat(mails).hasSizeGreaterThanOrEqualTo(n);
        return mails.get(n - 1);
    }

    private static void done(Doors.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private static void refused(Doors.Reply reply, String... rules) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(422);
        assertThat(reply.refused()).as(reply.text()).containsExactly(rules);
    }

    private static String plain(String page) {
        return page.replaceAll("<[^>]*>", " ").replace("&#39;", "'").replace("&lt;", "<").replaceAll("\\s+", " ");
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
