package fairway.process.correspondence;

import static fairway.process.stage1.Stage1Story.COLLEAGUE;
import static fairway.process.stage1.Stage1Story.COLLEAGUE_MAIL;
import static fairway.process.stage1.Stage1Story.HR2;
import static fairway.process.stage1.Stage1Story.HR2_MAIL;
import static fairway.process.stage1.Stage1Story.MANAGER;
import static fairway.process.stage1.Stage1Story.MANAGER_MAIL;
import static fairway.support.Submissions.form;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import fairway.correspondence.Deliveries;
import fairway.correspondence.DeliveryState;
import fairway.correspondence.Dispatch;
import fairway.correspondence.ReceiptPages;
import fairway.correspondence.Recipient;
import fairway.correspondence.Sent;
import fairway.performancecase.Ending;
import fairway.process.model.DeliveryModel;
import fairway.process.stage1.Stage1Story;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.MailBox;
import fairway.support.TestClock;
import fairway.support.WebSession;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The colleague has left: what is on its way to them stops wherever it stands, and what goes to others goes on. */
@FairwayTest
class LettersStopTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private Deliveries deliveries;
    @Autowired
    private ReceiptPages letters;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private ManagementService management;
    @Autowired
    private HistoryService history;
    @Autowired
    private JdbcTemplate jdbc;

    private Stage1Story story;
    private String number;

    /** The Stage 1 meeting is arranged and the policy shared; none of the messages about it has gone out yet. */
    @BeforeEach
    void aCaseWithMessagesOnTheirWay() {
        story = new Stage1Story(context);
        number = story.prepared(false);
        assertThat(unsent()).as("invitation and policy").hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void whatIsOnItsWayStopsAndWhatWasSentStaysSent() {
        long letter = send("outcomeLetter", COLLEAGUE_MAIL, true);
        long refused = send("reviewNote", "no mailbox at all", false);
        long onPaper = send("revisedPlan", null, true);
        tryNow(letter);
        tryNow(refused);
        assertThat(engine.open(number)).contains("resolveDelivery", "handOverPaperCopy");
        assertThat(runtime.createIncidentQuery().count()).isEqualTo(1);
        String token = MailBox.last(COLLEAGUE_MAIL).token().orElseThrow();
        MailBox.empty();

        colleagueHasLeft();

        assertThat(state(letter)).isEqualTo(DeliveryState.sent);
        assertThat(List.of(state(refused), state(onPaper))).containsOnly(DeliveryState.stopped);
        assertThat(unsent()).as("invitation and policy, and the cancellation of the meeting").isEmpty();
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(engine.open(number)).isEmpty();
        engine.timePassesTo(TestClock.now().plusDays(30));
        assertThat(engine.open(number)).as("nobody is asked to hand over a letter").isEmpty();
        assertThat(MailBox.received(COLLEAGUE_MAIL)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(DeliveryModel.KEY).processInstanceBusinessKey(number).count()).isZero();
        assertThat(history.createHistoricActivityInstanceQuery().activityId(DeliveryModel.Elements.END_DELIVERY_STOPPED).count()).isGreaterThanOrEqualTo(5);
        assertThat(letters.confirmReceipt(token)).as("the link in a letter that arrived is still good").isTrue();
        assertThat(state(letter)).isEqualTo(DeliveryState.received);
    }

    @Test
    void whatGoesToOthersGoesOn() {
        deliveries.send(new Dispatch(number, "notice", "1", new Recipient(HR2, "Grace Lewis", HR2_MAIL), List.of(), "Something to know", "Dear Grace", List.of(), false, HR2));
        colleagueHasLeft();
        engine.runDue();
        assertThat(MailBox.received(HR2_MAIL)).anySatisfy(mail -> assertThat(mail.subject()).isEqualTo("Something to know"));
        assertThat(MailBox.received(MANAGER_MAIL)).as("the manager's own calendar is cleared").anySatisfy(mail -> assertThat(mail.text()).contains("The meeting is cancelled"));
    }

    @Test
    void thePageOfTheCaseShowsWhatWasStopped() {
        colleagueHasLeft();
        assertThat(WebSession.of(doors.base(), "hr2").get("/cases/" + number).text()).contains("Stopped, not sent");
    }

    @Test
    void anyOtherEndLetsItGoOn() {
        assertThat(doors.post("/api/cases/" + number + "/actions/withdraw", "hr2", form().with("reason", "Over.").json()).status()).isEqualTo(200);
        engine.runDue();
        assertThat(deliveries.of(number)).extracting(Sent::state).doesNotContain(DeliveryState.stopped, DeliveryState.waiting);
        assertThat(MailBox.received(COLLEAGUE_MAIL)).isNotEmpty();
    }

    private void colleagueHasLeft() {
        Doors.Reply reply = doors.post("/api/cases/" + number + "/actions/recordLeaver", "hr2", form().with("on", TestClock.today()).json());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(story.in(() -> story.cases().require(number).ending())).isEqualTo(Ending.left);
    }

    private long send(String kind, String mailbox, boolean receiptNeeded) {
        return deliveries.send(new Dispatch(number, kind, "1", new Recipient(COLLEAGUE, "Priya Chowdhury", mailbox), List.of(), "A letter for you", "Dear Priya", List.of(),
                receiptNeeded, MANAGER));
    }

    private void tryNow(long delivery) {
        String instance = runtime.createProcessInstanceQuery().processDefinitionKey(DeliveryModel.KEY)
                .variableValueEquals(DeliveryModel.Variables.DELIVERY, String.valueOf(delivery)).singleResult().getId();
        management.executeJob(management.createJobQuery().processInstanceId(instance).singleResult().getId());
    }

    private DeliveryState state(long id) {
        return deliveries.find(id).map(Sent::state).orElseThrow();
    }

    private List<String> unsent() {
        return jdbc.queryForList("select kind || ' ' || occurrence from delivery where business_key = ? and to_staff_number = ? and state in ('waiting', 'failed')", String.class,
                number, COLLEAGUE);
    }
}
