package fairway.journey;

import java.util.List;

import fairway.process.stage1.Stage1Story;
import fairway.support.Tasklist;
import fairway.support.Tasklist.Fields;
import org.junit.jupiter.api.Test;

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
