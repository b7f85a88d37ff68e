package fairway.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fairway.demonstration.RunningDemonstration;
import fairway.performancecase.Stage;
import fairway.support.Tasklist;
import fairway.support.Tasklist.Fields;
import fairway.support.WebSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The demonstration as a visitor finds it: staffed, watching met standards for six months, its clock to be moved, and none the worse for a crash. In this order: the last test moves the clock. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemonstrationIT {

    @TempDir
    static Path folder;
    private static RunningDemonstration demonstration;
    private static Duration firstStart;
    private static String staffing;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        demonstration = new RunningDemonstration(folder, "fairway.trust.letters-folder=/no/such/folder");
        firstStart = demonstration.start();
        staffing = demonstration.console();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        assertThat(demonstration.stop().lines().filter(line -> !line.contains("A letter template is refused"))).as("a clean stop")
                .noneMatch(line -> line.contains(" ERROR ") || line.contains("Exception"));
    }

    @Test
    @Order(2)
    void thereIsACaseInEachStage() throws IOException {
        assertThat(staffing).doesNotContain("did not come as far as it should");
        try (Tasklist hr = Tasklist.of(demonstration.base(), "hr")) {
            for (Stage stage : Stage.values()) {
                hr.page().navigate(demonstration.base() + "/cases?show=" + stage);
                assertThat(hr.page().locator("main table tbody tr").count()).as("cases: %s", stage.label()).isPositive();
            }
        }
    }

    @Test
    @Order(1)
    void killedInTheMiddleEverythingGoesOnWhereItWas() throws Exception {
        List<String> before = open();
        assertThat(before).as("open tasks").isNotEmpty();
        String task = demonstration.get("teamleader", "/engine-rest/task?taskDefinitionKey=userTask_selectEvidence&assignee=teamleader").get(0).path("id").asText();
        JsonNode form = demonstration.get("teamleader", "/api/tasks/" + task + "/form");
        String draft = "{\"raisedIn\":\"a draft kept over the crash\"}";
        assertThat(demonstration.send("teamleader", "PUT", "/api/tasks/" + task + "/draft", draft).statusCode()).isEqualTo(204);

        demonstration.kill();
        Duration secondStart = demonstration.start();

        // the lines of the whole Trust are booked in the background, before and after: nothing that was there is lost, and nothing is there twice
        List<String> after = open();
        assertThat(after).containsAll(before);
        assertThat(after.stream().map(name -> name.substring(name.indexOf(' ', name.indexOf(' ') + 1)))).doesNotHaveDuplicates();
        JsonNode again = demonstration.get("teamleader", "/api/tasks/" + task + "/form");
        assertThat(again.path("draft").path("data").path("raisedIn").asText()).isEqualTo("a draft kept over the crash");
        assertThat(again.path("options").path("examples")).isEqualTo(form.path("options").path("examples"));
        System.out.printf("Demonstration usable after %d s at its first start, after %d s when started again%n", firstStart.toSeconds(), secondStart.toSeconds());
    }

    @Test
    @Order(3)
    void aFolderOfLetterTemplatesThatIsNotRightIsToldToThoseWhoCanPutItRight() throws IOException, InterruptedException {
        for (String user : List.of("hr", "owner", "teamleader")) {
            WebSession session = WebSession.of(demonstration.base(), user);
            String start = session.get("/").text();
            if (user.equals("teamleader")) {
                assertThat(start).doesNotContain("Letter templates that are not used");
            } else {
                assertThat(start).as(user).contains("Letter templates that are not used", "/no/such/folder: there is no such folder");
            }
        }
    }

    @Test
    @Order(4)
    void sustained() {
        try (Tasklist manager = Tasklist.of(demonstration.base(), "manager2"); Tasklist hr = Tasklist.of(demonstration.base(), "hr")) {
            manager.page().navigate(demonstration.base() + "/cases?show=watch");
            manager.page().locator("table a").first().click();
            String number = manager.page().url().replaceAll(".*/", "");
            String watched = manager.page().locator("dt:has-text(\"watched until\") + dd").innerText();

            button(manager, "Report that performance fell").click();
            Fields report = manager.form();
            report.text("What has fallen back", "The check was missed on one shift.");
            manager.page().locator("#fairway-action-submit").click();
            assertThat(manager.page().locator(".fairway-form-summary li").allInnerTexts()).as("without an example").isNotEmpty();
            report.tickFirst("Examples", 1);
            manager.page().locator("#fairway-action-submit").click();
            manager.page().waitForURL("**/cases/" + number);

            hr.again();
            hr.open("Confirm the return to monitoring · " + number).untick("Monitoring begins again")
                    .text("Comment", "One shift, explained by sickness on the ward; the watch goes on.");
            hr.complete();

            goTo(manager.page(), dateOf(watched).plusDays(1));
            manager.page().navigate(demonstration.base() + "/cases/" + number);
            assertThat(manager.page().locator("h1").innerText()).contains("Ended: Sustained");
            hr.again();
            assertThat(hr.tasks()).noneMatch(name -> name.contains(number));
            assertThat(manager.complaints()).isEmpty();
            assertThat(hr.complaints()).isEmpty();
        }
    }

    private static Locator button(Tasklist person, String name) {
        return person.page().locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static LocalDate dateOf(String text) {
        String[] parts = text.replaceAll("(?s).*?(\\d\\d/\\d\\d/\\d{4}).*", "$1").split("/");
        return LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
    }

    /** Every timer, reminder and letter on the way happens at its own time. */
    private static void goTo(Page page, LocalDate day) {
        page.navigate(demonstration.base() + "/demonstration/clock");
        page.fill("#date", day.toString());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go there")).click(new Locator.ClickOptions().setTimeout(240_000));
        page.getByText("The clock was moved.").waitFor(new Locator.WaitForOptions().setTimeout(240_000));
    }

    private static List<String> open() throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        for (String user : List.of("teamleader", "manager", "hr")) {
            demonstration.get(user, "/engine-rest/task?sortBy=id&sortOrder=asc&maxResults=200")
                    .forEach(task -> names.add(user + " " + task.path("id").asText() + " " + task.path("name").asText()));
        }
        return names.stream().sorted().toList();
    }
}
