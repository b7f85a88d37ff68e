package fairway.journey;

import java.time.LocalDateTime;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fairway.support.Mail;
import fairway.support.MailBox;
import fairway.support.Tasklist;
import fairway.support.Tasklist.Fields;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every other end of a case: the deciding steps in the browser, by the people who decide. */
class EndsIT extends Journey {

    @AfterEach
    void nothingWentWrongInTheBrowser() {
        assertThat(complaints()).isEmpty();
    }

    @Test
    void notInstigated() {
        String number = fork().raised();
        Tasklist manager = as(TEAM_LEADER);
        manager.open("Select the evidence · " + number).choose("Where was it raised?", "It was not raised before");
        manager.complete();

        manager = as(TEAM_LEADER);
        Fields gate = manager.open("Decide on missing evidence · " + number);
        assertThat(gate.locator().innerText()).contains("PM-02", "PM-03", "S1P-01");
        gate.choose("What do you want to do?", "End it: the procedure is not instigated");
        manager.complete();
        assertEnded(number, "Not instigated");
    }

    @Test
    void routedElsewhereWithARestrictedNoteThatTheManagerNeverSees() {
        String number = fork().withEvidence();
        Tasklist hr = as(HR).filter("HR decisions");
        hr.select("Confirm the course of action · " + number);
        hr.claim().choose("Route", "Another policy (probation, bank staff …)").text("Reason", "The colleague is still on probation.")
                .choose("Is a grievance, a protected disclosure, a discrimination complaint, pregnancy or union activity in play?", "Yes")
                .text("What it is and how it is taken care of", "A grievance about the rota is being heard by another team.")
                .pick("HR adviser on this case", "Grace Lewis");
        hr.complete();

        assertEnded(number, "Routed elsewhere");
        assertThat(casePage(as(HR), number).innerText()).contains("Seen by HR only", "A grievance about the rota");
        assertThat(casePage(as(TEAM_LEADER), number).innerText()).contains("still on probation").doesNotContain("Seen by HR only", "grievance");
    }

    @Test
    void improved() {
        String number = fork().timeGiven();
        until(LocalDateTime.of(2026, 11, 2, 10, 0));
        Tasklist manager = as(TEAM_LEADER);
        manager.open("Review the improvement · " + number).choose("Has the performance improved?", "Yes, it has improved");
        manager.complete();
        assertEnded(number, "Improved");
        assertToldInWriting("your-improvement.pdf");
    }

    @Test
    void referredBecauseTheStandardIsNotMet() {
        String number = fork().finalReviewDue();
        Tasklist manager = as(TEAM_LEADER);
        Fields review = manager.open("Hold the final review · " + number);
        review.row("Target 1").choose("State", "Not met").text("What was seen", "Missed on six of ten shifts");
        review.text("The colleague’s view, in their own words", "It is too much for one person.").choose("Result", "The standard is not met")
                .text("Reason", "The check is still missed on most shifts.");
        manager.complete();

        Tasklist hr = as(HR);
        hr.open("Decide on the formal stage · " + number).choose("Decision", "Refer to the formal stage").text("Reason", "Support was given in full, and the standard is not met.");
        hr.complete();
        assertEnded(number, "Referred to formal stage");
        assertToldInWriting("what-happens-next.pdf");
        assertThat(casePage(as(HR), number).innerText()).contains("Hand-over pack");
    }

    @Test
    void referredBecauseTheFormalStageIsBroughtForward() {
        String number = fork().reviewDue();
        Tasklist manager = as(TEAM_LEADER);
        Fields review = manager.open("Hold the progress review · " + number);
        review.choose("Did the review take place?", "Yes, it was held").date("Held on", day(Fork.REVIEW));
        review.row("Target 1").choose("State", "Not met").text("What was seen", "Two charts with a wrong dose were found by the next shift");
        review.text("The colleague’s view, in their own words", "I was distracted.")
                .tick("An urgent or important target is not met, and this could cause a serious detriment to the service")
                .text("What the detriment would be", "A patient could be given a wrong dose.");
        manager.complete();

        Tasklist hr = as(HR);
        hr.open("Consider the formal stage · " + number).choose("Decision", "Bring the formal stage forward: monitoring ends")
                .text("Reason, and what changes if it continues", "The risk to patients cannot wait for the end of the plan.");
        hr.complete();
        assertEnded(number, "Referred to formal stage");
        assertToldInWriting("what-happens-next.pdf");
    }

    @Test
    void closedByHr() {
        String number = fork().notMet();
        Tasklist hr = as(HR);
        hr.open("Decide on the formal stage · " + number).choose("Decision", "Close the case").text("Reason", "The rota has changed; the check is no longer this colleague’s task.");
        hr.complete();
        assertEnded(number, "Closed by HR");
        assertToldInWriting("this-has-come-to-an-end.pdf");
    }

    @Test
    void withdrawn() {
        String number = fork().timeGiven();
        Tasklist manager = as(TEAM_LEADER);
        Fields form = action(manager, number, "Withdraw the case");
        submit(manager);
        assertThat(summary(manager)).contains("Reason");
        form.text("Reason", "The missed checks were on shifts with too few staff.");
        submit(manager);
        manager.page().waitForURL("**/cases/" + number);
        assertEnded(number, "Withdrawn");
        assertToldInWriting("this-has-come-to-an-end.pdf");
    }

    @Test
    void leftAfterALetterWasCorrected() {
        String number = fork().monitored();
        correctTheOutcomeLetter(number);
        Tasklist hr = as(HR);
        action(hr, number, "Colleague has left").date("Last day at the Trust", "15/10/2026");
        submit(hr);
        hr.page().waitForURL("**/cases/" + number);
        int told = letters().size();
        assertEnded(number, "Left");
        assertThat(letters()).as("letters stop").hasSize(told);
    }

    /** From the page of the case to the page of the letter, with a look at the pages before it goes. */
    private void correctTheOutcomeLetter(String number) {
        Tasklist manager = as(TEAM_LEADER);
        casePage(manager, number).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Outcome letter").setExact(true)).click();
        Locator page = manager.page().locator("main");
        assertThat(page.innerText()).contains("Receipt confirmed", "Our informal Stage 1 meeting", "Fingerprint");
        page.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Correct this letter")).click();
        Fields form = manager.form();
        submit(manager);
        assertThat(summary(manager)).contains("What was corrected");
        form.text("What was corrected", "The check is done by eleven, not by noon.");
        form.row("Text 1").text("How it is to read", "We met to talk about the daily chart checks, which are done by eleven.");
        form.locator().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("See the letter")).click();
        Locator changes = form.locator().locator(".fairway-form-status li");
        changes.first().waitFor();
        assertThat(form.locator().locator(".fairway-form-status").innerText()).contains("What changed since the version that was sent:", "Left out:", "Added: We met to talk");
        submit(manager);
        manager.page().waitForURL("**/cases/" + number);
        engine.runDue();
        assertThat(letters()).contains("our-informal-stage-1-meeting-version-2.pdf");
        manager.page().reload();
        assertThat(page.innerText()).contains("Outcome letter, version 2", "Replaced by version 2 on 15/10/2026");
    }

    private void assertToldInWriting(String closureLetter) {
        assertThat(letters()).as("the closure letter").contains(closureLetter);
    }

    /** Names of the documents that the colleague was sent. */
    private static List<String> letters() {
        return MailBox.received("priya.chowdhury@trust.example").stream().flatMap(mail -> mail.attachments().stream()).map(Mail.Attached::fileName).toList();
    }

    private Locator casePage(Tasklist person, String number) {
        person.page().navigate(doors.base() + "/cases/" + number);
        return person.page().locator("main");
    }

    private Fields action(Tasklist person, String number, String label) {
        casePage(person, number).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(label)).click();
        return person.form();
    }

    private void submit(Tasklist person) {
        person.page().locator("#fairway-action-submit").click();
    }

    private String summary(Tasklist person) {
        Locator summary = person.page().locator(".fairway-form-summary:not([hidden])", new Page.LocatorOptions());
        summary.waitFor();
        return summary.innerText();
    }
}
