package fairway.journey;

import java.util.List;
import java.util.Set;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import fairway.correspondence.Deliveries;
import fairway.correspondence.Kinds;
import fairway.support.Tasklist;
import fairway.support.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing on Fairway's pages and in an open form shuts anybody out: axe-core finds nothing serious or critical. */
class AccessibilityIT extends Journey {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    @Autowired
    private World world;
    @Autowired
    private Deliveries deliveries;

    @Test
    void nothingSeriousOnThePages() {
        String number = fork().reviewDue();
        String line = "/lines/" + world.lineOf(Fork.COLLEAGUE);
        try (Page nobody = as(HR).page().context().browser().newPage()) {
            nobody.navigate(doors.base() + "/login");
            assertThat(findings(nobody)).as("/login").isEmpty();
        }
        for (String path : List.of("/", "/cases", "/cases/" + number, "/staff")) {
            assertThat(findings(at(as(HR).page(), path))).as(path).isEmpty();
        }
        try (Page ofTheTrust = signedIn("hr")) {
            for (String path : List.of("/", "/staff/import", "/retention", "/subject-access", "/audit", "/audit?from=31/02/2026")) {
                assertThat(findings(at(ofTheTrust, path))).as(path).isEmpty();
            }
        }
        long letter = deliveries.of(number, Kinds.OUTCOME_LETTER).get(0).id();
        for (String path : List.of("/", line, "/cases/" + number, "/cases/" + number + "/actions/recordAbsence", "/letters/" + letter,
                "/cases/" + number + "/actions/correctLetter?about=" + letter)) {
            assertThat(findings(at(as(TEAM_LEADER).page(), path))).as(path).isEmpty();
        }
    }

    @Test
    void nothingSeriousInAnOpenForm() {
        String number = fork().meetingPrepared();
        Tasklist manager = as(TEAM_LEADER);
        FormsAtWorkIT.meeting(manager.open("Record the Stage 1 meeting · " + number));
        assertThat(grave(new AxeBuilder(manager.page()).include(List.of(".fairway-form")))).isEmpty();
    }

    /** What is HR's of the whole Trust, with a request for what is kept about somebody answered on the way. */
    @Test
    void nothingSeriousInAnAccessRequestAndInRetention() {
        Tasklist hr = as("hr");
        Tasklist.Fields start = hr.start("Subject access request");
        start.text("Staff number of the person who asks", "10004").text("How did you make sure that it is them?", "Came with the staff card");
        assertThat(grave(new AxeBuilder(hr.page()).include(List.of(".fairway-form")))).isEmpty();
        hr.begin();
        engine.runDue();
        hr = as("hr");
        Tasklist.Fields review = hr.open("Review the pack · SAR-2026-000001");
        review.choose("What is the answer?", "Issue the pack");
        review.row("Person 1").locator().waitFor();
        for (int person = 1; review.row("Person " + person).locator().count() > 0; person++) {
            review.row("Person " + person).choose("Does the name stay?", "Yes, keep it");
        }
        review.add("Add a text");
        review.row("Text 1").text("Text", "Ward Manager").pick("Exemption", "Plans of the management").text("Reason", "It is being changed");
        assertThat(grave(new AxeBuilder(hr.page()).include(List.of(".fairway-form")))).isEmpty();
        assertThat(findings(at(hr.page(), "/subject-access/SAR-2026-000001"))).isEmpty();
        hr = as("hr");
        review = hr.open("Review the pack · SAR-2026-000001");
        review.choose("What is the answer?", "Refuse the request");
        assertThat(hr.completeRefused()).as("no reason is given").isNotEmpty();
        review.choose("What is the answer?", "The person has withdrawn it").text("Reason", "By telephone");
        hr.complete();
        for (String path : List.of("/subject-access", "/subject-access/SAR-2026-000001", "/retention")) {
            assertThat(findings(at(hr.page(), path))).as(path).isEmpty();
        }
        hr.page().getByText("Do a dry run now").click();
        hr.page().waitForURL("**/retention/runs/*");
        assertThat(findings(hr.page())).as("a run").isEmpty();
        assertThat(hr.complaints()).isEmpty();
    }

    /** A page of its own for somebody who has nothing to do in Tasklist. */
    private Page signedIn(String user) {
        Page page = as(HR).page().context().browser().newPage();
        page.setDefaultTimeout(60_000);
        page.navigate(doors.base() + "/login");
        page.fill("#username", user);
        page.fill("#password", World.PASSWORD);
        page.click("button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    private Page at(Page page, String path) {
        assertThat(page.navigate(doors.base() + path).status()).as("the page itself and no refusal, " + path).isIn(200, 422);
        page.locator("main h1").first().waitFor();
        return page;
    }

    private static List<String> findings(Page page) {
        return grave(new AxeBuilder(page));
    }

    private static List<String> grave(AxeBuilder axe) {
        return axe.analyze().getViolations().stream().filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(rule -> rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + ": " + rule.getNodes().get(0).getHtml()).toList();
    }
}
