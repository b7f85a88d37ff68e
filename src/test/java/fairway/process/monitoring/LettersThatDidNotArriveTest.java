package fairway.process.monitoring;

import static fairway.process.stage1.Stage1Story.COLLEAGUE_MAIL;
import static fairway.process.stage1.Stage1Story.MANAGER;
import static fairway.process.stage1.Stage1Story.MEETING_DAY;
import static fairway.support.Submissions.form;
import static fairway.support.Submissions.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import fairway.casefile.HandOverPacks;
import fairway.correspondence.Deliveries;
import fairway.correspondence.HandOverPack;
import fairway.performancecase.Ending;
import fairway.process.correspondence.StubbornMailServer;
import fairway.process.correspondence.StubbornMailServer.Mood;
import fairway.process.stage1.Stage1Story;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.MailBox;
import fairway.support.Submissions;
import fairway.support.TestClock;
import fairway.support.WebSession;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A letter that was written has not arrived: no outcome stands on it, and no pack passes it on. And what tells of health is in neither letter nor pack. */
@FairwayTest
class LettersThatDidNotArriveTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private Deliveries deliveries;
    @Autowired
    private HandOverPacks packs;
    @Autowired
    private TaskService tasks;
    @Autowired
    private JavaMailSenderImpl mailServer;
    @Autowired
    private JdbcTemplate jdbc;

    private Stage1Story story;
    private String number;
    private int port;

    @BeforeEach
    void begin() {
        story = new Stage1Story(context);
        port = mailServer.getPort();
    }

    @AfterEach
    void theRightMailServer() {
        mailServer.setPort(port);
    }

    @Test
    void thereIsNoOutcomeBeforeTheLetterWasHandedOver_S1A02() throws Exception {
        number = story.planAgreed();
        engine.runDue();
        try (StubbornMailServer refusing = new StubbornMailServer(Mood.KNOWS_NO_SUCH_MAILBOX)) {
            mailServer.setPort(refusing.port());
            engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
            engine.runDue();
        }
        mailServer.setPort(port);
        engine.timePassesTo(LocalDateTime.of(2026, 10, 22, 10, 0));
        engine.complete("holdProgressReview", number, Submissions.reviewHeld(TestClock.today(), met()).with("closeEarly", true).json());
        Doors.Reply refused = finalReview();
        assertThat(refused.refused()).containsExactly("result:letterNotSent");
        assertThat(refused.text()).contains("They could not be sent by e-mail.");

        Task resolve = tasks.createTaskQuery().taskDefinitionKey("userTask_resolveDelivery").processVariableValueEquals("delivery", letter()).singleResult();
        tasks.setAssignee(resolve.getId(), "ops");
        engine.complete("ops", resolve, "{\"action\":\"printed\"}");
        assertThat(finalReview().refused()).as("nobody has handed it over yet").containsExactly("result:letterNotSent");
        engine.complete("handOverPaperCopy", number, form().with("handedOverOn", TestClock.today()).with("how", "in person").json());
        engine.complete("finalReview", number, Submissions.finalReview("standardMet", met()).json());
        engine.runDue();
        assertThat(story.in(() -> story.cases().require(number).ending())).isEqualTo(Ending.standardMet);
    }

    @Test
    void thePackNamesWhatWasNotSentAndAttachesOnlyWhatWas_S1D17() throws Exception {
        number = story.planAgreed();
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        engine.runDue();
        engine.timePassesTo(LocalDateTime.of(2026, 10, 22, 10, 0));
        try (StubbornMailServer refusing = new StubbornMailServer(Mood.KNOWS_NO_SUCH_MAILBOX)) {
            mailServer.setPort(refusing.port());
            engine.complete("holdProgressReview", number, Submissions.reviewHeld(TestClock.today(), met()).json());
            engine.runDue();
        }
        mailServer.setPort(port);
        HandOverPack pack = story.in(() -> packs.of(number));
        assertThat(pack.letters()).filteredOn(letter -> letter.title().equals("Review note")).extracting(HandOverPack.LetterSent::state).containsExactly("Not sent (Failed)");
        MailBox.empty();
        engine.as("hr2", () -> story.in(() -> {
            packs.issue(number);
            return null;
        }));
        engine.runDue();
        assertThat(MailBox.last(Stage1Story.HR2_MAIL).attachments()).extracting(file -> file.fileName()).contains("hand-over-pack.pdf", "01-our-informal-stage-1-meeting.pdf")
                .noneMatch(name -> name.contains("progress-review"));
    }

    @Test
    void whatTellsOfHealthIsInNeitherLetterNorPack_S1D07_S1D08() throws Exception {
        number = story.planAgreed(false, record -> record.with("contributoryFactors", "disclosed").with("healthNote", "Told me of a bad back").with("occupationalHealth", "agreed")
                .with("adjustments", "agreed").with("adjustmentItems", List.of(row("what", "Later start", "arrangedBy", MANAGER, "by", MEETING_DAY.plusDays(5), "inLetter", false))));
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        assertThat(doors.post("/api/cases/" + number + "/actions/recordDisclosure", "teamleader", form().with("note", "Told me more").json()).status()).isEqualTo(200);
        engine.complete("completeReferral", number, form().with("reason", "Early starts").with("questions", "What would help?").with("shared", List.of()).with("seenByColleague", true)
                .with("consent", "given").json());
        engine.runDue();
        engine.complete("recordOccupationalHealthAdvice", number, form().with("state", "adviceReceived").with("fitness", "Fit").json());
        engine.runDue();

        byte[] letter = MailBox.received(COLLEAGUE_MAIL).stream().flatMap(mail -> mail.attachments().stream()).filter(file -> file.fileName().equals("our-informal-stage-1-meeting.pdf"))
                .findFirst().orElseThrow().content();
        assertThat(text(letter)).doesNotContain("djustment");

        HandOverPack pack = story.in(() -> packs.of(number));
        assertThat(pack.chronology()).isNotEmpty().extracting(HandOverPack.Event::what).noneMatch(what -> what.matches("(?s).*(Disclosure|Occupational|Referral|referral|djustment).*"));
        assertThat(pack.letters()).isNotEmpty().extracting(HandOverPack.LetterSent::title).noneMatch(title -> title.contains("Occupational"));
        assertThat(WebSession.of(doors.base(), "hr2").get("/cases/" + number).text()).as("those who work on the case see it").contains("Disclosure recorded in the restricted part",
                "Occupational Health: advice received");
    }

    private Doors.Reply finalReview() {
        return doors.submitAtEngineRest("teamleader", engine.task("finalReview", number).getId(), Submissions.finalReview("standardMet", met()).json());
    }

    private String letter() {
        return String.valueOf(jdbc.queryForObject("select id from delivery where kind = 'outcomeLetter'", Long.class));
    }

    private List<Map<String, Object>> met() {
        return jdbc.queryForList("select id::text from target", String.class).stream().map(id -> Submissions.target(id, "met")).toList();
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
