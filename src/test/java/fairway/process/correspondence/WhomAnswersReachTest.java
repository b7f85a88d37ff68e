package fairway.process.correspondence;

import static fairway.process.stage1.Stage1Story.COLLEAGUE;
import static fairway.process.stage1.Stage1Story.COLLEAGUE_MAIL;
import static fairway.process.stage1.Stage1Story.HR2_MAIL;
import static fairway.process.stage1.Stage1Story.MANAGER;
import static fairway.process.stage1.Stage1Story.MANAGER_MAIL;
import static fairway.support.Submissions.form;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import fairway.correspondence.Deliveries;
import fairway.correspondence.Dispatch;
import fairway.correspondence.Recipient;
import fairway.process.stage1.Stage1Story;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Mail;
import fairway.support.MailBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whom a plain "Reply" reaches: the manager where they wrote to the colleague, HR in everything about Occupational Health, and nobody else's mailbox. */
@FairwayTest
class WhomAnswersReachTest {

    private static final String PROVIDER = "occupational.health@provider.example";

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private Deliveries deliveries;
    @Autowired
    private JdbcTemplate jdbc;

    private String number;

    @BeforeEach
    void aCaseWithAnAdviser() {
        number = new Stage1Story(context).stage1Chosen(false);
        engine.runDue();
        MailBox.empty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"oneToOneNote", "policyAndPurpose", "outcomeLetter", "improvementPlan", "reviewNote", "planExtension", "revisedPlan", "closureLetter"})
    void lettersAndNotesToTheColleagueAreAnsweredToTheManager(String kind) {
        assertThat(answers(kind, new Recipient(COLLEAGUE, "Priya Chowdhury", COLLEAGUE_MAIL))).contains(MANAGER_MAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notice", "reminder", "handOverPack", "calendarEntry", "meetingScript"})
    void whatIsSentToThoseWhoWorkOnTheCaseIsAnsweredToNobody(String kind) {
        assertThat(answers(kind, Recipient.mailbox("HR", "hr@trust.example"))).isNull();
        assertThat(answers(kind + "Too", new Recipient(MANAGER, "Nia Barker", MANAGER_MAIL))).isNull();
    }

    @Test
    void theReferralItsCopyAndItsStopAreAnsweredToTheHrAdviser_S1A06() {
        referred();
        assertThat(MailBox.last(PROVIDER).header("Reply-To")).contains(HR2_MAIL).doesNotContain(MANAGER_MAIL);
        assertThat(MailBox.last(COLLEAGUE_MAIL).text()).contains("your copy of the referral");
        assertThat(MailBox.last(COLLEAGUE_MAIL).header("Reply-To")).contains(HR2_MAIL).doesNotContain(MANAGER_MAIL);
        MailBox.empty();
        act("withdrawConsent", "teamleader");
        assertThat(MailBox.last(PROVIDER).text()).contains("withdrawn their consent");
        assertThat(MailBox.last(PROVIDER).header("Reply-To")).contains(HR2_MAIL).doesNotContain(MANAGER_MAIL);
    }

    @Test
    void withoutAnAdviserTheyAreAnsweredToTheMailboxOfHr_S1A06() {
        jdbc.update("update performance_case set adviser = null");
        referred();
        assertThat(MailBox.last(PROVIDER).header("Reply-To")).contains("hr@trust.example").doesNotContain(MANAGER_MAIL);
    }

    @Test
    void aNoticeToHrAboutAManagerInConflictIsNotAnsweredToThatManager() {
        assertThat(doors.post("/api/cases/" + number + "/actions/declareConflict", "teamleader", form().with("user", "teamleader").with("why", "We are related.").json()).status()).isEqualTo(200);
        engine.runDue();
        Mail notice = MailBox.last(HR2_MAIL);
        assertThat(notice.text()).contains("who is in conflict");
        assertThat(notice.header("Reply-To")).isNull();
    }

    private String answers(String kind, Recipient to) {
        deliveries.send(new Dispatch(number, kind, "1", to, List.of(), "A letter for you", "Text", List.of(), false, MANAGER));
        engine.runDue();
        return MailBox.last(to.email()).header("Reply-To");
    }

    private void referred() {
        act("referToOccupationalHealth", "hr2");
        engine.complete("completeReferral", number, form().with("reason", "Early starts").with("questions", "What would help?").with("shared", List.of()).with("seenByColleague", true)
                .with("consent", "given").json());
        engine.runDue();
    }

    private void act(String action, String user) {
        Doors.Reply reply = doors.post("/api/cases/" + number + "/actions/" + action, user, "{}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        engine.runDue();
    }
}
