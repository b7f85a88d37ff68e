package fairway.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fairway.process.stage1.Stage1Story;
import fairway.support.Tasklist;
import fairway.support.Tasklist.Fields;
import org.junit.jupiter.api.Test;

import static fairway.support.Submissions.row;
import static org.assertj.core.api.Assertions.assertThat;

/** A long form at work: kept as a draft, found again, refused with everything typed kept, put right and completed. */
class FormsAtWorkIT extends Journey {

    private static final String STICKING_OUT = """
            () => [...document.querySelectorAll('.fairway-form [data-row]')].flatMap(row => [...row.querySelectorAll('input, textarea')]
              .filter(field => field.getBoundingClientRect().right > row.getBoundingClientRect().right)).length""";

    @Test
    void keptAsADraftRefusedPutRightAndCompleted() {
        String number = fork().meetingPrepared();
        Tasklist manager = as(TEAM_LEADER);
        String task = "Record the Stage 1 meeting · " + number;
        meeting(manager.open(task));
        assertThat(manager.page().evaluate(STICKING_OUT)).as("fields that stick out of their row").isEqualTo(0);
        assertThat(manager.save()).startsWith("Draft saved at ");

        manager = as(TEAM_LEADER);
        Fields form = manager.open(task);
        assertThat(manager.page().locator(".fairway-form-status").innerText()).startsWith("Draft of 15/10/2026 12:00 loaded.");
        assertMeetingIsStillThere(form);

        form.date("Held on", "14/10/2026");
        assertThat(manager.completeRefused()).singleElement().asString().startsWith("Held on: ");
        assertThat(form.messages()).hasSize(1);
        manager.page().locator(".fairway-form-summary a").click();
        assertThat(manager.page().evaluate("document.activeElement.id")).asString().as("the link leads to the field").contains("heldOn");
        assertMeetingIsStillThere(form);
        assertThat(engine.open(number)).contains("recordStage1Meeting");

        form.date("Held on", day(Stage1Story.MEETING_DAY));
        assertThat(form.messages()).as("the message goes when the field is put right").isEmpty();
        manager.complete();
        assertThat(engine.open(number)).isEqualTo(List.of("agreeImprovementPlan"));
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aDateThatDoesNotExistIsNamedAndNeverTurnedIntoAnother() {
        String number = fork().meetingPrepared();
        Tasklist manager = as(TEAM_LEADER);
        Fields form = manager.open("Record the Stage 1 meeting · " + number);
        form.choose("Did the meeting take place?", "Yes, it was held");
        for (String wrong : List.of("31/02/2026", "10/15/2026", "15/10/202", "next Tuesday", "01/01/1800")) {
            form.date("Held on", wrong);
            assertThat(form.messages()).singleElement().asString().isEqualTo("“" + wrong + "” is no date. Enter day, month and year, for example 21/12/2026.");
            assertThat(form.value("Held on")).as("stays as it was typed").isEqualTo(wrong);
        }
        assertThat(manager.completeRefused()).contains("Held on: “01/01/1800” is no date. Enter day, month and year, for example 21/12/2026.");
        for (String right : List.of("15.10.26", "2026-10-15", "15 October 2026", "15/10/2026")) {
            form.date("Held on", right);
            assertThat(form.value("Held on")).isEqualTo("15/10/2026");
        }
        assertThat(form.messages()).as("the message goes when the field is put right").noneMatch(message -> message.contains("is no date"));
    }

    @Test
    void whatIsTypedIsKeptWithoutSavingWhenThePageGoesOutOfSight() {
        String number = fork().meetingPrepared();
        Tasklist manager = as(TEAM_LEADER);
        String task = "Record the Stage 1 meeting · " + number;
        meeting(manager.open(task));
        manager.page().evaluate("""
                () => {
                  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
                  document.dispatchEvent(new Event('visibilitychange'));
                }""");
        manager.page().locator(".fairway-form-kept", new Page.LocatorOptions().setHasText("Kept as a draft at ")).waitFor();

        manager = as(TEAM_LEADER);
        Fields form = manager.open(task);
        assertThat(manager.page().locator(".fairway-form-status").innerText()).contains("loaded.");
        assertMeetingIsStillThere(form);
    }

    @Test
    void theLetterIsSeenBeforeItIsApprovedAndHrConfirmsThatVeryDocument() throws IOException {
        String number = new Stage1Story(context).planAgreed(true, record -> record.with("present",
                List.of(row("name", "Nia Barker", "role", "Manager"), row("name", "Grace Lewis", "role", "Note taker"))));
        Tasklist manager = as(TEAM_LEADER);
        Fields form = manager.open("Approve the letter · " + number);
        form.text("The discussion", "We met about the daily chart checks.");
        Locator see = manager.page().locator(".fairway-form-see");
        Download letter = manager.page().waitForDownload(see::click);
        assertThat(letter.suggestedFilename()).isEqualTo("letter-not-yet-sent.pdf");
        assertThat(Files.readAllBytes(letter.path())).as("a PDF").startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        Locator told = manager.page().locator(".fairway-form-status");
        assertThat(told.locator("a").first().innerText()).startsWith("The letter as it stood at ");
        assertThat(told.locator("a").last().innerText()).as("what is approved with it").isEqualTo("With it: Improvement Action Plan (PDF)");
        Download plan = manager.page().waitForDownload(told.locator("a").last()::click);
        assertThat(Files.readAllBytes(plan.path())).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        assertThat(told.locator("li").allInnerTexts()).contains("Added: We met about the daily chart checks.").anyMatch(change -> change.startsWith("Left out: Introductions were made"));

        form.text("The discussion", " ");
        see.click();
        manager.page().locator(".fairway-form-summary li").waitFor();
        assertThat(engine.open(number)).as("nothing was completed").contains("approveOutcomeLetter");
        form.text("The discussion", "We met about the daily chart checks.");
        manager.complete();

        Tasklist hr = as(HR);
        hr.open("Confirm the letter · " + number);
        assertThat(hr.page().locator(".fairway-form a[href*='/documents/']").count()).as("letter, plan and policy").isEqualTo(3);
        assertThat(hr.page().locator(".fairway-form-canvas li").allInnerTexts()).contains("Added: We met about the daily chart checks.");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void tasklistBeginsWithWhatIsDueFirstAndOffersNothingThatIsRefused() {
        String number = fork().meetingPrepared();
        Tasklist manager = as(TEAM_LEADER);
        manager.select("Record the Stage 1 meeting · " + number);
        assertThat(manager.page().url()).contains("dueDate").contains("asc");
        assertThat(manager.page().locator(".task-card .unclaim").isVisible()).as("a task of one's own cannot be handed back").isFalse();
    }

    /** Everything that the form of the meeting asks for. */
    static void meeting(Fields form) {
        form.choose("Did the meeting take place?", "Yes, it was held").tick("Introductions were made").tick("The purpose of the meeting was outlined")
                .tick("It was confirmed that this is the informal Stage 1 of the Performance Management policy")
                .tickFirst("Examples that were discussed", 1)
                .text("Their perspective and reasons, in their own words", "Mornings are very busy and handover overruns.")
                .choose("Contributory factors", "Asked, nothing disclosed").choose("Adjustments", "None needed")
                .text("Why none are needed, or why they were declined", "Asked; nothing is needed at present.")
                .choose("Occupational Health", "Not needed").tickFirst("Support signposted", 1).tick("The consequences were made clear");
    }

    private static void assertMeetingIsStillThere(Fields form) {
        assertThat(form.value("Their perspective and reasons, in their own words")).isEqualTo("Mornings are very busy and handover overruns.");
        assertThat(form.field("Introductions were made").isChecked()).isTrue();
        assertThat(form.row("Person 2").value("Name")).isEqualTo("Priya Chowdhury");
        assertThat(form.value("Why none are needed, or why they were declined")).isEqualTo("Asked; nothing is needed at present.");
    }
}
