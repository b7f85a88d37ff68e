package fairway.journey;

import java.time.LocalDate;
import java.time.LocalDateTime;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import fairway.support.Submissions;
import fairway.support.Tasklist;
import fairway.support.Tasklist.Fields;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A Trust that watches a met standard for six months: performance is reported to have fallen, HR lets the watch go on, and it ends <i>Sustained</i>. */
@TestPropertySource(properties = "fairway.trust.watch=P6M")
class WatchIT extends Journey {

    @Test
    void sustained() {
        String number = fork().finalReviewDue();
        Tasklist manager = as(TEAM_LEADER);
        Fields review = manager.open("Hold the final review · " + number);
        review.row("Target 1").choose("State", "Met").text("What was seen", "Signed on every shift");
        review.text("The colleague’s view, in their own words", "The help made the difference.").choose("Result", "The standard is met");
        manager.complete();
        assertThat(engine.open(number)).isEmpty();

        until(LocalDateTime.of(2026, 12, 14, 10, 0));
        engine.start(TEAM_LEADER, "earlierOneToOne", Submissions.earlierOneToOne(Fork.COLLEAGUE, LocalDate.of(2026, 12, 11)).json());
        manager = as(TEAM_LEADER);
        manager.page().navigate(doors.base() + "/cases/" + number);
        assertThat(manager.page().locator("main").innerText()).contains("watched until (Trust setting)");
        manager.page().locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Report that performance fell")).click();
        manager.form().text("What has fallen back", "The check was missed on one shift.").tickFirst("Examples", 1);
        manager.page().locator("#fairway-action-submit").click();
        manager.page().waitForURL("**/cases/" + number);

        Tasklist hr = as(HR);
        hr.open("Confirm the return to monitoring · " + number).untick("Monitoring begins again").text("Comment", "One shift, explained by sickness on the ward; the watch goes on.");
        hr.complete();
        assertThat(engine.open(number)).isEmpty();

        until(LocalDateTime.of(2027, 5, 17, 9, 0));
        assertEnded(number, "Sustained");
        assertThat(complaints()).isEmpty();
    }
}
