package fairway.process.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fairway.casefile.HandOverPacks;
import fairway.correspondence.HandOverPack;
import fairway.monitoring.Monitoring;
import fairway.performancecase.Ending;
import fairway.performancecase.PerformanceCase;
import fairway.performancecase.Stage;
import fairway.process.stage1.Stage1Story;
import fairway.staff.StaffChanged;
import fairway.stage1.Stage1;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Mail;
import fairway.support.MailBox;
import fairway.support.PersonalPage;
import fairway.support.Submissions;
import fairway.support.Submissions.Form;
import fairway.support.TestClock;
import fairway.support.WebSession;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases that come to their outcome through the monitoring, from the agreed plan to the end of the case. */
@FairwayTest
class EndsAfterStage1Test {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private Monitoring monitoring;
    @Autowired
    private Stage1 stage1;
    @Autowired
    private HandOverPacks packs;
    @Autowired
    private ApplicationEventPublisher events;

    private Stage1Story story;
    private String number;

    /** Weekly reviews from Thursday, 15/10/2026; the letter went out on that day. */
    @BeforeEach
    void aPlanIsAgreedAndTheLetterSent() {
        story = new Stage1Story(context);
        number = story.planAgreed();
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        engine.runDue();
    }

    @Test
    void standardMet_S1D16() {
        to("2026-10-22");
        complete("holdProgressReview", review("met").with("closeEarly", true));
        engine.runDue();
        assertThat(text(letter("note-of-your-progress-review.pdf"))).contains("This is my note of it.").doesNotContain("Our next review");
        MailBox.empty();
        complete("finalReview", finalReview("standardMet", "met"));
        engine.runDue();
        assertThat(look().ending()).isEqualTo(Ending.standardMet);
        assertThat(text(letter("you-have-met-the-standard.pdf"))).contains("Daily chart check done by 11:00");
        assertThat(engine.open(number)).isEmpty();
    }

    /** Notes say what both have heard; letters have to have reached the colleague, also the last one, when the case is over. */
    @Test
    void aLetterWhoseReceiptNobodyConfirmsIsHandedOverOnPaper_S1A02() {
        to("2026-10-22");
        complete("holdProgressReview", review("met").with("closeEarly", true));
        complete("finalReview", finalReview("standardMet", "met"));
        engine.runDue();
        assertThat(jdbc.queryForList("select kind from delivery where receipt_needed order by id", String.class)).containsExactly("policyAndPurpose", "outcomeLetter", "closureLetter");
        assertThat(look().ending()).isEqualTo(Ending.standardMet);
        to("2026-10-29");
        assertThat(papers()).as("five working days are not over for the last letter").doesNotContain("Closure letter");
        to("2026-10-30");
        assertThat(papers()).contains("Closure letter", "Outcome letter");
        int open = papers().size();
        Task closure = engine.tasks("handOverPaperCopy", number).stream().filter(task -> paper(task).equals("Closure letter")).findFirst().orElseThrow();
        assertThat(closure.getAssignee()).isEqualTo("teamleader");
        engine.complete("teamleader", closure, Submissions.form().with("handedOverOn", TestClock.today()).with("how", "in person").json());
        assertThat(papers()).hasSize(open - 1).doesNotContain("Closure letter");
        assertThat(jdbc.queryForObject("select state from delivery where kind = 'closureLetter'", String.class)).isEqualTo("printed");
    }

    @Test
    void whatIsStillToBeHandedOverAfterTheEndGoesToWhoeverActsThen_S1A02() {
        standardIsMetAndThePaperCopyDue();
        jdbc.update("update staff_member set left_on = ? where staff_number = ?", TestClock.today().minusDays(1), Stage1Story.MANAGER);
        staffChanged(Set.of(Stage1Story.MANAGER), Set.of());
        assertThat(engine.tasks("handOverPaperCopy", number)).isNotEmpty().extracting(Task::getAssignee).containsOnly("hr2");
    }

    @Test
    void nothingIsHandedOverToSomebodyWhoHasLeft() {
        standardIsMetAndThePaperCopyDue();
        jdbc.update("update staff_member set left_on = ? where staff_number = ?", TestClock.today().minusDays(1), Stage1Story.COLLEAGUE);
        staffChanged(Set.of(Stage1Story.COLLEAGUE), Set.of());
        assertThat(engine.tasks("handOverPaperCopy", number)).isEmpty();
    }

    private void standardIsMetAndThePaperCopyDue() {
        to("2026-10-22");
        complete("holdProgressReview", review("met").with("closeEarly", true));
        complete("finalReview", finalReview("standardMet", "met"));
        engine.runDue();
        to("2026-10-30");
        assertThat(papers()).contains("Closure letter");
    }

    private void staffChanged(Set<String> left, Set<String> changedSignIn) {
        transaction.executeWithoutResult(s -> events.publishEvent(new StaffChanged(Set.of(), left, Set.of(), changedSignIn, Set.of(), Set.of())));
    }

    /** While a case is paused nobody's time to confirm runs; the end of the case is the end of the pause. */
    @Test
    void aLetterThatAPauseKeptWaitsForItsReceiptOnceTheCaseHasEnded_S1A02() {
        to("2026-10-19");
        assertThat(doors.post("/api/cases/" + number + "/actions/pause", "hr2", Submissions.form().with("reason", "A grievance.").with("reviewOn", LocalDate.of(2026, 11, 16)).json()).status())
                .isEqualTo(200);
        to("2026-10-28");
        assertThat(engine.open(number)).doesNotContain("handOverPaperCopy");
        assertThat(doors.post("/api/cases/" + number + "/actions/withdraw", "hr2", Submissions.form().with("reason", "Settled.").json()).status()).isEqualTo(200);
        engine.runDue();
        to("2026-11-06");
        assertThat(papers()).contains("Outcome letter", "Closure letter");
    }

    @Test
    void theEndOfAPlanIsDecidedInOnePlaceAtATime_S1D14() {
        to("2026-10-22");
        complete("holdProgressReview", review("onTrack"));
        LocalDate later = Stage1Story.PLAN_END.plusDays(14);
        assertThat(revised(later).status()).isEqualTo(200);
        untilTheFinalReview();
        complete("finalReview", finalReview("extend", "onTrack").with("reason", "Nearly there").with("endsOn", later));
        assertThat(refused("agreeExtension", Submissions.agreement(true))).as("the revision waits").containsExactly(":revisionWaits");
        assertThat(refused("agreeTimeframe", Submissions.agreement(true))).containsExactly("agreed:endIsBeingDecided");
        complete("agreeTimeframe", Submissions.agreement(false));
        assertThat(revised(later).refused()).containsExactly("endsOn:endIsBeingDecided");
        complete("agreeExtension", Submissions.agreement(true));
        engine.runDue();
        LocalDate end = transaction.execute(s -> stage1.planEndsOn(number));
        assertThat(end).isEqualTo(later);
    }

    /** An end that comes before any review does, because it was agreed late: the letter names none. */
    @Test
    void anExtensionIsAgreedInTimeOrNotAtAll_S1D14() {
        untilTheFinalReview();
        complete("finalReview", finalReview("extend", "onTrack").with("reason", "Nearly there").with("endsOn", "2026-12-13"));
        engine.timePassesTo(LocalDateTime.of(2026, 12, 14, 10, 0));
        assertThat(refused("agreeExtension", Submissions.agreement(true))).containsExactly("agreed:endHasCome");
        TestClock.set(LocalDateTime.of(2026, 12, 11, 10, 0));
        MailBox.empty();
        complete("agreeExtension", Submissions.agreement(true));
        engine.runDue();
        assertThat(text(letter("more-time-for-your-plan.pdf"))).contains("13/12/2026").doesNotContain("The next one is on");
    }

    private Doors.Reply revised(LocalDate endsOn) {
        return doors.post("/api/cases/" + number + "/actions/revisePlan", "teamleader", Submissions.form().with("targets", List.of(Submissions.row("what", "Charts checked by noon",
                "measure", "Signed list", "by", Stage1Story.PLAN_END, "urgent", true))).with("endsOn", endsOn).with("reason", "Rota changed").with("colleagueView", "Better for me").json());
    }

    private List<String> refused(String formId, Form form) {
        Task task = engine.task(formId, number);
        return doors.submitAtEngineRest(task.getAssignee(), task.getId(), form.json()).refused();
    }

    private void untilTheFinalReview() {
        while (!engine.isOpen("finalReview", number)) {
            engine.timePassesTo(engine.timer("event_reviewDue", number).plusHours(2));
            if (engine.isOpen("holdProgressReview", number)) {
                complete("holdProgressReview", review("onTrack"));
            }
        }
    }

    private List<String> papers() {
        return engine.tasks("handOverPaperCopy", number).stream().map(this::paper).toList();
    }

    private String paper(Task task) {
        return doors.get("/api/tasks/" + task.getId() + "/form", "teamleader").body().path("prefill").path("_context").asText().replaceAll(" for .*", "");
    }

    @Test
    void aNoteThatIsCorrectedAfterTheEndAnnouncesNoReview_S1D16() {
        to("2026-10-22");
        complete("holdProgressReview", review("onTrack"));
        engine.runDue();
        assertThat(text(letter("note-of-your-progress-review.pdf"))).contains("Our next review is on", "29/10/2026");
        assertThat(doors.post("/api/cases/" + number + "/actions/withdraw", "hr2", Submissions.form().with("reason", "Over.").json()).status()).isEqualTo(200);
        String note = String.valueOf(jdbc.queryForObject("select id from delivery where kind = 'reviewNote'", Long.class));
        Doors.Reply corrected = doors.post("/api/cases/" + number + "/actions/correctLetter", "hr2", Submissions.form().with("letter", note).with("reason", "The ward.").json());
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        engine.runDue();
        assertThat(text(letter("note-of-your-progress-review-version-2.pdf"))).contains("This is my note of it.").doesNotContain("Our next review");
    }

    @Test
    void theFormalStageBroughtForward_S1D17() {
        to("2026-10-22");
        complete("holdProgressReview", review("notMet").with("detriment", true).with("detrimentReason", "Two patients got their medication late"));
        MailBox.empty();
        complete("considerFormalStage", Submissions.decision("bringForward"));
        engine.runDue();
        assertThat(look().ending()).isEqualTo(Ending.referred);
        String pack = text(attached(Stage1Story.HR2_MAIL, "hand-over-pack.pdf"));
        assertThat(pack).contains("Two patients got their medication late", "brought the formal stage forward", "Looked at everything on the case with the manager.");
        assertThat(text(letter("what-happens-next.pdf"))).as("the colleague reads why, too").contains("The reason", "Looked at everything on the case with the manager.");
        assertThat(engine.open(number)).isEmpty();
    }

    @Test
    void notMetAndReferredWithEverythingInTheHandOverPack_S1D17() {
        String page = "/my/" + MailBox.received(Stage1Story.COLLEAGUE_MAIL).stream().filter(mail -> mail.attachments().size() == 3).findFirst().orElseThrow().token().orElseThrow();
        PersonalPage colleague = new PersonalPage(doors.base()).open(page.substring("/my/".length()), Stage1Story.COLLEAGUE_MAIL);
        assertThat(colleague.json(page + "/comments", "{\"text\":\"It was <nine> of ten.\"}").statusCode()).isEqualTo(204);
        assertThat(colleague.json(page + "/other-date", "{\"start\":\"2026-10-23T10:00\",\"reason\":\"I work nights that week.\"}").statusCode()).isEqualTo(204);
        to("2026-10-22");
        complete("holdProgressReview", review("onTrack").with("barriers", "Handover overruns").with("colleagueView", "Marked words of the first review"));
        notMetAtThePlansEnd();
        colleague.open(page.substring("/my/".length()), Stage1Story.COLLEAGUE_MAIL);
        colleague.json(page + "/comments", "{\"text\":\"Weeks later: {{x}}.\"}");
        assertThat(look().stage()).isEqualTo(Stage.formalStageDecision);
        MailBox.empty();
        complete("decideFormalStage", Submissions.decision("refer"));
        engine.runDue();
        assertThat(look().ending()).isEqualTo(Ending.referred);

        HandOverPack pack = transaction.execute(s -> packs.of(number));
        assertThat(pack.examples()).hasSize(1);
        assertThat(pack.supportBefore()).hasSize(1);
        assertThat(pack.reviews()).hasSizeGreaterThan(5);
        assertThat(pack.reviews().get(pack.reviews().size() - 1).finalReview()).isTrue();
        assertThat(pack.words()).extracting(HandOverPack.Words::words).contains("Mornings are very busy and handover overruns.", "Marked words of the first review",
                "The help made the difference.", "It was <nine> of ten.", "Weeks later: {{x}}.");
        assertThat(pack.words()).filteredOn(HandOverPack.Words::late).extracting(HandOverPack.Words::words).containsExactly("Weeks later: {{x}}.");
        assertThat(pack.chronology()).extracting(HandOverPack.Event::what).contains("The colleague proposed another date of the next review: 23/10/2026 at 10:00\nI work nights that week.");
        assertThat(text(attached(Stage1Story.HR2_MAIL, "hand-over-pack.pdf"))).contains("It was <nine> of ten.", "Weeks later: {{x}}.", "I work nights that week.");
        assertThat(pack.letters()).extracting(HandOverPack.LetterSent::title).contains("Outcome letter", "Review note", "Policy and purpose of the meeting")
                .doesNotContain("Reminder", "Notice", "Calendar entry");
        assertThat(pack.chronology()).extracting(HandOverPack.Event::on).isSorted();
        assertThat(pack.chronology()).extracting(HandOverPack.Event::what).anyMatch(what -> what.startsWith("Version 1 of the plan in force"))
                .anyMatch(what -> what.startsWith("Example: allocated task")).anyMatch(what -> what.startsWith("Outcome letter sent to"));
        assertThat(pack.decision()).contains("not met by the end");

        Mail toHr = MailBox.received(Stage1Story.HR2_MAIL).stream().filter(mail -> !mail.attachments().isEmpty()).findFirst().orElseThrow();
        assertThat(toHr.attachments()).extracting(Mail.Attached::fileName).startsWith("hand-over-pack.pdf", "01-our-informal-stage-1-meeting.pdf",
                "02-improvement-action-plan.pdf").contains("04-note-of-your-progress-review.pdf").doesNotHaveDuplicates();
        assertThat(toHr.text()).contains(number).doesNotContain("Chowdhury");
        assertThat(toHr.subject()).doesNotContain(number, "Chowdhury");
        letter("what-happens-next.pdf");
    }

    @Test
    void notMetAndReturnedToMonitoringWithReviewsAnew_S1D15() {
        notMetAtThePlansEnd();
        MailBox.empty();
        complete("decideFormalStage", Submissions.decision("returnToMonitoring").with("endsOn", "2027-01-07"));
        engine.runDue();
        letter("your-revised-improvement-action-plan.pdf");
        assertThat(look().stage()).isEqualTo(Stage.monitoring);
        assertThat(stage1.planEndsOn(number)).isEqualTo(LocalDate.parse("2027-01-07"));
        assertThat(engine.timer("event_reviewDue", number)).isEqualTo(LocalDateTime.parse("2026-12-17T08:00"));
        assertThat(monitoring.outstanding(number)).isEmpty();
    }

    @Test
    void notMetAndClosedByHr_S1D16() {
        notMetAtThePlansEnd();
        MailBox.empty();
        complete("decideFormalStage", Submissions.decision("close"));
        engine.runDue();
        assertThat(look().ending()).isEqualTo(Ending.closedByHr);
        letter("this-has-come-to-an-end.pdf");
    }

    @Test
    void thePageOfACaseTellsOfPlanReviewsAndHistory_S1A04() {
        to("2026-10-22");
        complete("holdProgressReview", review("onTrack"));
        Doors.Reply page = doors.get("/cases/" + number, "teamleader");
        assertThat(page.status()).as(page.text()).isLessThan(500);
        String html = WebSession.of(doors.base(), "teamleader").get("/cases/" + number).text();
        assertThat(html).contains("Daily chart check done by 11:00 (urgent or important)", "Last review: on track", "Next review", "29/10/2026",
                "Progress review held on 22/10/2026", "Example: allocated task", "Support given: coaching");
    }

    // ---- helpers

    /** Reviews are held as agreed up to the plan's end, Thursday 10/12/2026, and the standard is not met. */
    private void notMetAtThePlansEnd() {
        untilTheFinalReview();
        assertThat(TestClock.today()).isEqualTo(Stage1Story.PLAN_END);
        complete("finalReview", finalReview("notMet", "notMet"));
    }

    private void to(String day) {
        engine.timePassesTo(LocalDate.parse(day).atTime(10, 0));
    }

    private void complete(String formId, Form form) {
        if (engine.task(formId, number).getAssignee() == null) {
            engine.completeAs("hr2", formId, number, form.json());
        } else {
            engine.complete(formId, number, form.json());
        }
    }

    private Form review(String state) {
        return Submissions.reviewHeld(TestClock.today(), targets(state));
    }

    private Form finalReview(String result, String state) {
        return Submissions.finalReview(result, targets(state));
    }

    private List<Map<String, Object>> targets(String state) {
        return jdbc.queryForList("select t.id::text from target t join improvement_action_plan p on p.id = t.plan_id where p.state = 'inForce'", String.class).stream()
                .map(id -> Submissions.target(id, state)).toList();
    }

    private PerformanceCase look() {
        return transaction.execute(s -> story.cases().require(number));
    }

    private static byte[] letter(String fileName) {
        return attached(Stage1Story.COLLEAGUE_MAIL, fileName);
    }

    private static byte[] attached(String to, String fileName) {
        List<Mail.Attached> all = MailBox.received(to).stream().flatMap(mail -> mail.attachments().stream()).toList();
        return all.stream().filter(file -> file.fileName().equals(fileName)).findFirst()
                .orElseThrow(() -> new AssertionError(fileName + " is not among " + all.stream().map(Mail.Attached::fileName).toList())).content();
    }

    private static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
