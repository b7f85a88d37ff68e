package fairway.process.correspondence;

import static fairway.support.Submissions.form;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import fairway.correspondence.Deliveries;
import fairway.correspondence.OtherDates;
import fairway.process.stage1.Stage1Story;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Mail;
import fairway.support.MailBox;
import fairway.support.PersonalPage;
import fairway.support.Submissions;
import fairway.support.WebSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the colleague says and sees behind the link of a letter: another date for a meeting, and everything that is kept about them. */
@FairwayTest
class ColleaguesVoiceTest {

    private static final String REASON = "My companion cannot come then: {{x}} <b>Sam</b> is on leave.";

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private Deliveries deliveries;
    @Autowired
    private OtherDates otherDates;

    private Stage1Story story;
    private PersonalPage page;
    private String token;

    @BeforeEach
    void nobodyHasSaidAnythingYet() {
        story = new Stage1Story(context);
        page = new PersonalPage(doors.base());
    }

    @Test
    void anotherDateOfTheStage1MeetingIsProposedAndTheManagerMovesIt_S1P04() throws Exception {
        String number = story.prepared(false);
        open();
        assertThat(page.get("/my/" + token).body()).contains("Your Stage 1 meeting is on", "Thursday 15/10/2026", "Propose this date", "I have received this letter");

        LocalDateTime proposed = LocalDateTime.of(2026, 10, 16, 11, 0);
        assertThat(propose(proposed)).isEqualTo(204);

        Mail told = MailBox.last(Stage1Story.MANAGER_MAIL);
        assertThat(told.subject()).isEqualTo("Something in Fairway needs your attention");
        assertThat(told.text()).contains("Another date is proposed", "/cases/" + number).doesNotContain("Sam", "Priya");
        String task = engine.task("recordStage1Meeting", number).getId();
        JsonNode prefill = doors.get("/api/tasks/" + task + "/form", "teamleader").body().path("prefill");
        assertThat(prefill.path("_context").asText()).contains("The colleague proposes another date: ", "16/10/2026", REASON);
        assertThat(prefill.path("newStart").asText()).isEqualTo("2026-10-16T11:00");
        assertThat(WebSession.of(doors.base(), "teamleader").get("/cases/" + number).text())
                .contains("The colleague proposed another date of the Stage 1 meeting: 16/10/2026 at 11:00", "My companion cannot come then: {{x}} &lt;b&gt;Sam&lt;/b&gt; is on leave.");
        assertThat(page.get("/my/" + token).body()).contains("You proposed <strong>", "16/10/2026");

        engine.complete("recordStage1Meeting", number, form().with("outcome", "moved").with("newStart", proposed).with("reason", "The companion is away.").json());
        engine.runDue();
        String again = engine.task("recordStage1Meeting", number).getId();
        assertThat(doors.get("/api/tasks/" + again + "/form", "teamleader").body().path("prefill").path("_context").asText()).contains("16/10/2026").doesNotContain("proposes");
        assertThat(page.get("/my/" + token).body()).contains("Friday 16/10/2026").doesNotContain("You proposed");
    }

    @Test
    void anotherDateIsRefusedWithFieldAndRule() {
        String number = story.prepared(false);
        open();
        assertThat(refused("{}")).containsExactlyInAnyOrder("start:required", "reason:required");
        assertThat(refused("{\"start\":\"2026-13-40T10:00\",\"reason\":\"x\",\"more\":1}")).contains("start:date", "more:unknownKey");
        assertThat(refused(LocalDateTime.of(2026, 10, 5, 9, 59))).containsExactly("start:notInPast");
        assertThat(refused(Stage1Story.MEETING)).containsExactly("start:sameDate");
        assertThat(refused(LocalDateTime.of(2026, 10, 19, 14, 30))).as("where the one-to-one usually is").containsExactly("start:oneToOneSlot");
        HttpResponse<String> onPage = page.post("/my/" + token + "/other-date", Map.of("day", "2026-10-01", "time", "10:00", "reason", REASON));
        assertThat(onPage.statusCode()).isEqualTo(422);
        assertThat(onPage.body()).contains("<title>Error: A letter for you – Fairway</title>", "This time has passed.", "value=\"2026-10-01\"", "{{x}} &lt;b&gt;Sam&lt;/b&gt;");
        HttpResponse<String> halfADate = page.post("/my/" + token + "/other-date", Map.of("day", "2026-10-16", "time", "", "reason", REASON));
        assertThat(halfADate.statusCode()).isEqualTo(422);
        assertThat(otherDates.of(number)).isEmpty();
        for (int day = 20; day < 25; day++) {
            assertThat(propose(LocalDateTime.of(2026, 10, day, 11, 0))).isEqualTo(204);
        }
        assertThat(refused(LocalDateTime.of(2026, 10, 26, 11, 0))).as("a mailbox is not flooded").containsExactly("start:tooMany");
    }

    @Test
    void anotherDayOfTheNextReviewIsProposedAndTheReviewerPutsItOff_S1D16() throws Exception {
        String number = monitored();
        assertThat(page.get("/my/" + token).body()).contains("Your next review is on", "29/10/2026");
        assertThat(refused(LocalDateTime.of(2026, 10, 30, 21, 0))).containsExactly("start:usualHours");
        assertThat(refused(LocalDateTime.of(2026, 10, 31, 10, 0))).as("a Saturday").containsExactly("start:usualHours");
        assertThat(refused(LocalDateTime.of(2026, 11, 13, 10, 0))).as("past the frequency").containsExactly("start:beyondFrequency");
        assertThat(refused(LocalDateTime.of(2026, 10, 29, 10, 0))).containsExactly("start:sameDate");
        assertThat(propose(LocalDateTime.of(2026, 11, 2, 10, 0))).isEqualTo(204);
        assertThat(MailBox.last(Stage1Story.MANAGER_MAIL).text()).contains("Another date is proposed for the review of 29/10/2026").doesNotContain("Sam");

        engine.timePassesTo(LocalDateTime.of(2026, 10, 29, 10, 0));
        String task = engine.task("holdProgressReview", number).getId();
        JsonNode prefill = doors.get("/api/tasks/" + task + "/form", "teamleader").body().path("prefill");
        assertThat(prefill.path("_context").asText()).contains("The colleague proposes another date: ", REASON);
        assertThat(prefill.path("postponedTo").asText()).isEqualTo("2026-11-02");
    }

    @Test
    void nothingIsProposedWhenNoMeetingIsAhead() {
        String number = story.prepared(false);
        open();
        doors.post("/api/cases/" + number + "/actions/withdraw", "hr2", form().with("reason", "Raised in error.").json());
        engine.runDue();
        assertThat(page.get("/my/" + token).body()).contains("The case that it is about ended on").doesNotContain("Propose this date");
        assertThat(refused(LocalDateTime.of(2026, 10, 16, 11, 0))).containsExactly("start:noMeeting");
    }

    @Test
    void theColleagueSeesEveryNoteExamplePlanReviewAndLetter() {
        String number = monitored();
        engine.timePassesTo(LocalDateTime.of(2026, 10, 29, 10, 0));
        String target = String.valueOf(story.in(() -> story.stage1().planOf(number).targets().get(0).id()));
        engine.complete("holdProgressReview", number, Submissions.reviewHeld(LocalDate.of(2026, 10, 29), List.of(Submissions.target(target, "onTrack"))).json());
        engine.runDue();
        assertThat(page.post("/my/" + token + "/comments", Map.of("text", "It was nine of ten.")).statusCode()).as("left alone for weeks").isEqualTo(401);
        page.open(token, Stage1Story.COLLEAGUE_MAIL);
        page.post("/my/" + token + "/comments", Map.of("text", "It was nine of ten."));

        String kept = page.get("/my/" + token + "/kept").body();
        assertThat(kept).contains("As sent then.", "Expected: Charts checked by eleven", "Happened: Charts not checked", "Raised with you", "Went through the check together",
                "Daily chart checks have repeatedly not been done.", "Stage 1 meeting of 15/10/2026", "Mornings are very busy and handover overruns.",
                "Daily chart check done by 11:00", "Signed chart list, all days of a week", "Progress review of 29/10/2026", "Signed lists of the week looked at together",
                "It was nine of ten.", "Outcome letter", "Review note");
        assertThat(kept).doesNotContain("this is capability", "EPILEPSY", "Grace Lewis");
        long policyLetter = deliveries.of(number, "policyAndPurpose").get(0).documents().get(0).id();
        assertThat(kept).contains("/my/" + token + "/documents/" + policyLetter);
        assertThat(page.get("/my/" + token + "/documents/" + policyLetter).body()).startsWith("%PDF");
        assertThat(page.get("/my/" + token + "/policy").body()).startsWith("%PDF");
        assertThat(new PersonalPage(doors.base()).get("/my/" + token + "/kept").body()).contains("Send me a code").doesNotContain("As sent then.");
        assertThat(new PersonalPage(doors.base()).get("/my/" + token + "/policy").body()).contains("Send me a code");
    }

    /** The letter of a plan with a review every two weeks is there, and its page open. */
    private String monitored() {
        String number = story.held(false, record -> record.with("healthNote", "EPILEPSY"));
        engine.complete("agreeImprovementPlan", number, story.plan().with("reviewEvery", "P14D").json());
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        open();
        return number;
    }

    /** The latest letter with a link is opened. */
    private void open() {
        engine.runDue();
        token = MailBox.received(Stage1Story.COLLEAGUE_MAIL).stream().flatMap(mail -> mail.token().stream()).reduce((former, later) -> later).orElseThrow();
        page.open(token, Stage1Story.COLLEAGUE_MAIL);
    }

    private int propose(LocalDateTime start) {
        int status = page.json("/my/" + token + "/other-date", form().with("start", start).with("reason", REASON).json()).statusCode();
        engine.runDue();
        return status;
    }

    private List<String> refused(LocalDateTime start) {
        return refused(form().with("start", start).with("reason", REASON).json());
    }

    private List<String> refused(String proposal) {
        HttpResponse<String> answer = page.json("/my/" + token + "/other-date", proposal);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return Doors.reply(answer.statusCode(), answer.body()).refused();
    }
}
