package fairway.process.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import fairway.correspondence.Attachment;
import fairway.correspondence.ColleagueWords;
import fairway.correspondence.Deliveries;
import fairway.correspondence.Dispatch;
import fairway.correspondence.Recipient;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Mail;
import fairway.support.MailBox;
import fairway.support.PersonalPage;
import fairway.support.Submissions;
import fairway.support.TestClock;
import fairway.support.WebSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who gets at the page behind the link of a letter, by what, and for how long; and what is said of comments that come late. */
@FairwayTest
class PersonalPageTest {

    private static final String COLLEAGUE = "10005";
    private static final String MANAGER = "10004";
    private static final String MAILBOX = "priya.chowdhury@trust.example";
    private static final String TITLE = "What we talked about";

    @Autowired
    private Deliveries deliveries;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private JdbcTemplate jdbc;

    private String number;
    private String token;
    private PersonalPage page;

    @BeforeEach
    void aLetter() {
        engine.start("teamleader", "performanceCase", Submissions.concern(COLLEAGUE).json());
        number = jdbc.queryForObject("select number from performance_case", String.class);
        token = letter(COLLEAGUE, MAILBOX);
        page = new PersonalPage(doors.base());
    }

    @Test
    void theLinkAloneShowsNothingOfTheLetter_S1A02() {
        HttpResponse<String> shown = page.get("/my/" + token);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("Send me a code").doesNotContain(TITLE, "Priya", "Outcome letter", number, MAILBOX);
        assertThat(shown.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        String document = "/my/" + token + "/documents/" + deliveries.of(number, "outcomeLetter").get(0).documents().get(0).id();
        assertThat(page.get(document).body()).contains("Send me a code").doesNotContain("%PDF");
        assertThat(page.post("/my/" + token + "/receipt", Map.of()).statusCode()).isEqualTo(401);
        assertThat(page.json("/my/" + token + "/receipt", "{}").statusCode()).isEqualTo(401);
        assertThat(page.json("/my/" + token + "/comments", "{\"text\":\"x\"}").headers().firstValue("Content-Type")).contains("application/problem+json");
        HttpResponse<String> comment = page.post("/my/" + token + "/comments", Map.of("text", "It was <nine> of ten."));
        assertThat(comment.statusCode()).isEqualTo(401);
        assertThat(comment.body()).as("nothing typed is lost").contains("It was &lt;nine&gt; of ten.");
        assertThat(deliveries.wordsOf(number)).isEmpty();
        assertThat(MailBox.received(MAILBOX)).as("nothing goes out because a link was looked at").noneMatch(mail -> mail.code().isPresent());
    }

    @Test
    void theCodeGoesToTheStaffMailboxAndSaysNothingOfTheCase_S1P04() {
        token = letter(COLLEAGUE, "somebody.else@trust.example");
        String code = page.askForCode(token, MAILBOX);
        Mail mail = MailBox.last(MAILBOX);
        assertThat(mail.subject()).isEqualTo("Your code from Riverbank NHS Trust");
        assertThat(mail.recipients()).containsExactly(MAILBOX);
        assertThat(mail.text()).contains("Dear Priya Chowdhury", "15 minutes").doesNotContain(number, "PC-", "http", "letter", "performance", "meeting", TITLE);
        assertThat(jdbc.queryForList("select code_hash from personal_code", String.class)).singleElement().asString().hasSize(64).isNotEqualTo(code);
        assertThat(jdbc.queryForList("select body from delivery", String.class)).noneMatch(body -> body.contains(code));
        assertThat(page.enter(token, " " + code.substring(0, 3) + " " + code.substring(3)).statusCode()).as("typed with spaces").isEqualTo(302);
        assertThat(page.get("/my/" + token).body()).contains(TITLE);
    }

    @Test
    void aLinkThatIsUsedTwiceTakesASecondCode() {
        String code = page.askForCode(token, MAILBOX);
        HttpResponse<String> opened = page.enter(token, code);
        assertThat(opened.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
                .contains("FAIRWAY-PERSONAL=", "Path=/my/" + token, "HttpOnly", "SameSite=Lax").doesNotContain("Max-Age", "Expires", code));
        assertThat(page.get("/my/" + token).body()).contains(TITLE);

        PersonalPage elsewhere = new PersonalPage(doors.base());
        assertThat(elsewhere.get("/my/" + token).body()).contains("Send me a code").doesNotContain(TITLE);
        HttpResponse<String> again = elsewhere.enter(token, code);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("was used already", "Send me another code").doesNotContain(TITLE);
        elsewhere.open(token, MAILBOX);
        assertThat(elsewhere.get("/my/" + token).body()).contains(TITLE);
        assertThat(page.get("/my/" + token).body()).as("the first stays open").contains(TITLE);
    }

    @Test
    void aCodeAndAnOpenPageAreForOneLinkAlone() {
        String other = letter(MANAGER, "nia.barker@trust.example");
        page.open(token, MAILBOX);
        assertThat(page.get("/my/" + other).body()).contains("Send me a code").doesNotContain(TITLE);
        String code = page.askForCode(token, MAILBOX);
        assertThat(page.enter(other, code).statusCode()).isEqualTo(422);
        page.post("/my/" + other + "/code", Map.of());
        assertThat(MailBox.received(MAILBOX).stream().filter(mail -> mail.code().isPresent())).as("the code for the other's link goes to the other").hasSize(2);
        assertThat(MailBox.last("nia.barker@trust.example").code()).isPresent();
    }

    @Test
    void aWrongCodeManyTimesShutsTheRightOneOut() {
        String code = page.askForCode(token, MAILBOX);
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> answer = page.enter(token, wrong);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).doesNotContain(TITLE, number);
        }
        HttpResponse<String> right = page.enter(token, code);
        assertThat(right.statusCode()).isEqualTo(422);
        assertThat(right.body()).contains("tried too often");
        assertThat(page.enter(token, "").statusCode()).isEqualTo(422);
        assertThat(page.enter(token, "x".repeat(20_000)).statusCode()).isEqualTo(422);
        assertThat(jdbc.queryForObject("select count(*) from access_log where what = 'letter-code' and outcome = 'refused'", Integer.class)).isEqualTo(8);
        page.open(token, MAILBOX);
        assertThat(page.get("/my/" + token).body()).contains(TITLE);
    }

    @Test
    void aMailboxIsNotFlooded() {
        for (int i = 0; i < 8; i++) {
            HttpResponse<String> answer = page.post("/my/" + token + "/code", Map.of());
            assertThat(answer.statusCode()).as("the answer is the same").isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/my/" + token + "?sent");
        }
        assertThat(codes()).isEqualTo(5);
        page.post("/my/" + letter(COLLEAGUE, MAILBOX) + "/code", Map.of());
        assertThat(codes()).as("over all links of the person").isEqualTo(5);
        TestClock.set(TestClock.now().plusMinutes(61));
        page.open(token, MAILBOX);
    }

    @Test
    void aCodeThatCannotBeSentSaysSoAndOneForWhoeverLeftIsNotSent() {
        jdbc.update("update staff_member set email = 'no(body@trust.example' where staff_number = ?", COLLEAGUE);
        HttpResponse<String> answer = page.post("/my/" + token + "/code", Map.of());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("The code could not be sent just now. Try again in a few minutes.").doesNotContain("no(body@trust.example");
        jdbc.update("update staff_member set email = ?, left_on = '2026-10-01' where staff_number = ?", MAILBOX, COLLEAGUE);
        assertThat(page.post("/my/" + token + "/code", Map.of()).statusCode()).isEqualTo(302);
        assertThat(codes()).isZero();
    }

    @Test
    void aNewCodeMakesTheFormerOneVoidAndAnOldOneIsTooOld() {
        String first = page.askForCode(token, MAILBOX);
        String second = page.askForCode(token, MAILBOX);
        assertThat(first.equals(second) ? 422 : page.enter(token, first).statusCode()).isEqualTo(422);
        TestClock.set(TestClock.now().plusMinutes(15).plusSeconds(1));
        assertThat(page.enter(token, second).statusCode()).isEqualTo(422);
        String third = page.askForCode(token, MAILBOX);
        TestClock.set(TestClock.now().plusMinutes(14));
        assertThat(page.enter(token, third).statusCode()).isEqualTo(302);
    }

    @Test
    void anOpenPageClosesAnHourAfterItWasUsedLast() {
        page.open(token, MAILBOX);
        for (int i = 0; i < 3; i++) {
            TestClock.set(TestClock.now().plusMinutes(50));
            assertThat(page.get("/my/" + token).body()).contains(TITLE);
        }
        TestClock.set(TestClock.now().plusMinutes(61));
        assertThat(page.get("/my/" + token).body()).contains("Send me a code").doesNotContain(TITLE);
    }

    @Test
    void whoIsSignedInToFairwayNeedsNoCodeForTheirOwnLetterAndGetsNobodyElses() {
        String own = letter(MANAGER, "nia.barker@trust.example");
        assertThat(WebSession.of(doors.base(), "teamleader").get("/my/" + own).text()).contains(TITLE, "I have received this letter");
        for (String other : List.of("teamleader", "manager", "hr", "ops", "admin")) {
            Doors.Reply answer = WebSession.of(doors.base(), other).get("/my/" + token);
            assertThat(answer.status()).as(other).isEqualTo(403);
            assertThat(answer.text()).contains("This page belongs to somebody else", "log out").doesNotContain(TITLE, "Priya");
        }
        assertThat(WebSession.of(doors.base(), "manager").postForm("/my/" + token + "/code", "").status()).isEqualTo(403);
        assertThat(codes()).isZero();
    }

    @Test
    void aLinkThatIsNoneSaysWhatToDo() {
        for (String none : List.of("A".repeat(43), "x", token.substring(1))) {
            HttpResponse<String> answer = page.get("/my/" + none);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("This link does not work", "Copy the whole address");
            assertThat(page.post("/my/" + none + "/code", Map.of()).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aLinkEndsTwelveMonthsAfterItsCase_T() {
        withdraw();
        page.open(token, MAILBOX);
        LocalDateTime end = TestClock.now();
        TestClock.set(end.plusMonths(12).plusHours(1));
        page.open(token, MAILBOX);
        assertThat(page.get("/my/" + token).body()).contains(TITLE);
        TestClock.set(end.plusMonths(12).plusDays(1));
        HttpResponse<String> over = page.get("/my/" + token);
        assertThat(over.statusCode()).isEqualTo(410);
        assertThat(over.body()).contains("This link is over", "(Trust setting)", "hr@trust.example").doesNotContain(TITLE);
        assertThat(page.post("/my/" + token + "/code", Map.of()).statusCode()).isEqualTo(410);
        assertThat(page.json("/my/" + token + "/comments", "{\"text\":\"x\"}").statusCode()).isEqualTo(410);
    }

    @Test
    void afterTheCaseEndedTheLetterIsReadAndCommentsAreKeptAndMarked_S1A02() {
        page.open(token, MAILBOX);
        comment("While it lasted.");
        withdraw();
        assertThat(page.get("/my/" + token).body()).contains(TITLE, "The case that it is about ended on <span>Monday 05/10/2026</span>", "I have received this letter");
        comment("After the end.");
        TestClock.set(LocalDateTime.of(2026, 10, 20, 9, 0));
        page.open(token, MAILBOX);
        comment("Long after the end.");
        assertThat(deliveries.wordsOf(number)).extracting(ColleagueWords::mark).containsExactly("", "after the case ended", "late, after the case ended");
        assertThat(WebSession.of(doors.base(), "hr").get("/cases/" + number).text()).contains("(late, after the case ended)", "Long after the end.");
    }

    @Test
    void commentsOfTheFifthWorkingDayAreInTimeThoseOfTheSixthAreKeptAndMarkedLate_S1A02() {
        String words = "It was nine of ten.\n\n{{x}} <script>alert(1)</script> “more”";
        onDay(LocalDate.of(2026, 10, 12));
        comment(words);
        onDay(LocalDate.of(2026, 10, 13));
        comment("And one more thing.");
        assertThat(deliveries.wordsOf(number)).extracting(ColleagueWords::text, ColleagueWords::mark)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(words, ""), org.assertj.core.groups.Tuple.tuple("And one more thing.", "late"));
        assertThat(page.get("/my/" + token).body()).contains("by <strong>Monday 12/10/2026</strong> (Trust setting)", "– late, kept all the same");
        String file = WebSession.of(doors.base(), "teamleader").get("/cases/" + number).text();
        String sent = file.substring(file.indexOf("id=\"sent\""), file.indexOf("id=\"chronology\""));
        assertThat(sent).as("beside the letter, word for word").contains("The colleague wrote on 12/10/2026 09:00:", "{{x}} &lt;script&gt;alert(1)&lt;/script&gt; “more”",
                "The colleague wrote on 13/10/2026 09:00 (late):", "And one more thing.");
    }

    private void onDay(LocalDate day) {
        TestClock.set(day.atTime(9, 0));
        page.open(token, MAILBOX);
    }

    private void comment(String text) {
        assertThat(page.post("/my/" + token + "/comments", Map.of("text", text)).statusCode()).isEqualTo(302);
    }

    private void withdraw() {
        assertThat(doors.post("/api/cases/" + number + "/actions/withdraw", "teamleader", Submissions.form().with("reason", "Raised in error.").json()).status()).isEqualTo(200);
        engine.runDue();
    }

    private long codes() {
        return MailBox.received().stream().filter(mail -> mail.code().isPresent()).count();
    }

    private String letter(String to, String mailbox) {
        int n = deliveries.of(number).size();
        deliveries.send(new Dispatch(number, "outcomeLetter", "n" + n, new Recipient(to, "Somebody", mailbox), List.of(), "A letter for you", "Please read it.",
                List.of(Attachment.pdf(TITLE, ("%PDF-1.7 " + n).getBytes(StandardCharsets.US_ASCII))), true, MANAGER));
        engine.runDue();
        return MailBox.last(mailbox).token().orElseThrow();
    }

    @Test
    void thePageClosesInTheEveningHoweverMuchItIsUsed_S1A02() {
        page.open(token, MAILBOX);
        for (int hour = 0; hour < 11; hour++) {
            assertThat(page.get("/my/" + token).body()).as(hour + " hours").contains(TITLE);
            TestClock.set(TestClock.now().plusMinutes(54));
        }
        TestClock.set(TestClock.now().plusMinutes(7));
        assertThat(page.get("/my/" + token).body()).contains("Send me a code").doesNotContain(TITLE);
    }

    @Test
    void thePageIsClosedByWhoeverReadIt_S1A02() {
        page.open(token, MAILBOX);
        assertThat(page.get("/my/" + token).body()).contains("Close this page");
        assertThat(page.post("/my/" + token + "/close", Map.of()).headers().firstValue("Location")).hasValueSatisfying(next -> assertThat(next).endsWith("/my/" + token + "?closed"));
        assertThat(page.get("/my/" + token + "?closed").body()).contains("Your page is closed in this browser", "Send me a code").doesNotContain(TITLE);
        assertThat(WebSession.of(doors.base(), "teamleader").get("/my/" + token).text()).doesNotContain("Close this page");
    }
}
