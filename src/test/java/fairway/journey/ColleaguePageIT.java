package fairway.journey;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fairway.support.MailBox;
import fairway.support.Submissions;
import fairway.support.TestClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page behind the link of a letter, as the colleague meets it in a browser. */
class ColleaguePageIT extends Journey {

    private static final String MAILBOX = "priya.chowdhury@trust.example";

    @Test
    void theColleaguesSideOfALetterWithoutJavaScript() {
        String number = fork().monitored();
        String link = link();
        try (Page page = browser().newPage(new Browser.NewPageOptions().setJavaScriptEnabled(false))) {
            page.navigate(link);
            assertThat(page.content()).as("the link alone").contains("A letter for you").doesNotContain("Priya", "Outcome letter", number);
            wrongCodeManyTimes(page);
            open(page, link);

            TestClock.set(LocalDate.of(2026, 10, 22).atTime(9, 0));
            open(page, link);
            comment(page, "Day five: it was nine of ten.");
            TestClock.set(LocalDate.of(2026, 10, 23).atTime(9, 0));
            open(page, link);
            comment(page, "Day six: and one more thing.");
            assertThat(page.locator("main").innerText()).contains("Day five: it was nine of ten.", "late, kept all the same", "Day six: and one more thing.");
            proposeAnotherDay(page);

            usedTwice(page, link);
            ofAnotherPerson(link);
            afterTheCaseEnded(page, link, number);
            over(page, link);
        }
    }

    /** By keyboard alone; axe-core finds nothing on any state of the page. */
    @Test
    void everybodyGetsThroughIt() {
        fork().monitored();
        String link = link();
        try (Page page = browser().newPage()) {
            page.navigate(link);
            assertThat(findings(page)).isEmpty();
            press(page, page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send me a code")));
            page.getByText("A code is on its way to your staff mailbox").waitFor();
            assertThat(findings(page)).isEmpty();
            reach(page, page.getByLabel("Code from the message"));
            page.keyboard().type("12345");
            page.keyboard().press("Enter");
            page.getByText("This code does not open the page").waitFor();
            assertThat(findings(page)).isEmpty();
            reach(page, page.getByLabel("Code from the message"));
            page.keyboard().type(MailBox.last(MAILBOX).code().orElseThrow());
            page.keyboard().press("Enter");
            page.getByText("Your comments or corrections").waitFor();
            assertThat(findings(page)).isEmpty();
            press(page, page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Propose this date")));
            page.getByText("Your proposal is not kept yet").waitFor();
            assertThat(findings(page)).isEmpty();
            press(page, page.getByText("See everything that is kept about you"));
            page.getByText("One-to-one notes, with examples and support").waitFor();
            assertThat(findings(page)).isEmpty();
        }
    }

    private void wrongCodeManyTimes(Page page) {
        button(page, "Send me a code");
        String right = MailBox.last(MAILBOX).code().orElseThrow();
        for (int i = 0; i < 5; i++) {
            enter(page, right.equals("111111") ? "222222" : "111111");
            assertThat(page.locator("main").innerText()).contains("This code does not open the page");
        }
        enter(page, right);
        assertThat(page.locator("main").innerText()).as("tried too often").contains("This code does not open the page");
    }

    private void proposeAnotherDay(Page page) {
        page.getByLabel("Date that you propose").fill("2026-10-31");
        page.getByLabel("Time that you propose").fill("10:00");
        page.getByLabel("Why another date").fill("I work nights that week.");
        button(page, "Propose this date");
        assertThat(page.locator("main").innerText()).contains("Meetings are held from Monday to Friday");
        assertThat(page.getByLabel("Why another date").inputValue()).as("nothing typed is lost").isEqualTo("I work nights that week.");
        page.getByLabel("Date that you propose").fill("2026-11-02");
        button(page, "Propose this date");
        assertThat(page.locator("main").innerText()).contains("Your manager was told of the date that you propose", "You proposed");
    }

    private void usedTwice(Page first, String link) {
        String used = MailBox.last(MAILBOX).code().orElseThrow();
        try (Page second = browser().newPage(new Browser.NewPageOptions().setJavaScriptEnabled(false))) {
            second.navigate(link);
            enter(second, used);
            assertThat(second.locator("main").innerText()).contains("This code does not open the page", "was used already");
            button(second, "Send me another code");
            enter(second, MailBox.last(MAILBOX).code().orElseThrow());
            assertThat(second.locator("main").innerText()).contains("Your comments or corrections");
        }
        first.navigate(link);
        assertThat(first.locator("main").innerText()).contains("Your comments or corrections");
    }

    private void ofAnotherPerson(String link) {
        try (Page manager = as(TEAM_LEADER).page().context().newPage()) {
            manager.navigate(link);
            assertThat(manager.locator("main").innerText()).contains("This page belongs to somebody else", "log out").doesNotContain("Your comments");
        }
    }

    private void afterTheCaseEnded(Page page, String link, String number) {
        assertThat(doors.post("/api/cases/" + number + "/actions/withdraw", HR, Submissions.form().with("reason", "Raised in error.").json()).status()).isEqualTo(200);
        engine.runDue();
        page.navigate(link);
        assertThat(page.locator("main").innerText()).contains("The case that it is about ended on").doesNotContain("Propose this date");
        comment(page, "After the end.");
        assertThat(page.locator("main").innerText()).contains("after the case ended, kept all the same");
    }

    private void over(Page page, String link) {
        LocalDateTime later = TestClock.now().plusMonths(12).plusDays(1);
        TestClock.set(later);
        page.navigate(link);
        assertThat(page.locator("main").innerText()).contains("This link is over", "hr@trust.example").doesNotContain("Send me a code");
    }

    private void open(Page page, String link) {
        page.navigate(link);
        button(page, "Send me a code");
        enter(page, MailBox.last(MAILBOX).code().orElseThrow());
        assertThat(page.locator("main").innerText()).contains("Your comments or corrections");
    }

    private static void enter(Page page, String code) {
        page.getByLabel("Code from the message").fill(code);
        button(page, "Open the letter");
    }

    private static void comment(Page page, String text) {
        page.getByLabel("Your comments").fill(text);
        button(page, "Send my comments");
        assertThat(page.locator("main").innerText()).contains("Your comments are kept word for word");
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
    }

    private static void press(Page page, Locator control) {
        reach(page, control);
        page.keyboard().press("Enter");
    }

    /** By the tabulator alone, from the top of the page. */
    private static void reach(Page page, Locator control) {
        page.evaluate("document.activeElement && document.activeElement.blur()");
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
            if ((Boolean) control.evaluate("element => element === document.activeElement")) {
                return;
            }
        }
        throw new AssertionError("not reached by keyboard: " + control);
    }

    private String link() {
        return doors.base() + "/my/" + MailBox.received(MAILBOX).stream().filter(mail -> mail.attachments().size() == 3).findFirst().orElseThrow().token().orElseThrow();
    }

    private Browser browser() {
        return as(HR).page().context().browser();
    }

    private static List<String> findings(Page page) {
        return new AxeBuilder(page).analyze().getViolations().stream().map(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml()).toList();
    }
}
