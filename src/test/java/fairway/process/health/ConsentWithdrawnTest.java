package fairway.process.health;

import static fairway.process.stage1.Stage1Story.COLLEAGUE_MAIL;
import static fairway.support.Submissions.form;
import static fairway.support.Submissions.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;

import fairway.correspondence.Deliveries;
import fairway.correspondence.DeliveryState;
import fairway.correspondence.Kinds;
import fairway.health.HealthRecords;
import fairway.health.ReferralStanding;
import fairway.health.ReferralState;
import fairway.process.correspondence.StubbornMailServer;
import fairway.process.stage1.Stage1Story;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Mail;
import fairway.support.MailBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Consent that is withdrawn stops a referral at whichever state it is in (S1A-06). */
@FairwayTest
class ConsentWithdrawnTest {

    private static final String PROVIDER = "occupational.health@provider.example";

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private HealthRecords records;
    @Autowired
    private Deliveries deliveries;
    @Autowired
    private JavaMailSenderImpl mailServer;

    private Stage1Story story;
    private String number;

    @BeforeEach
    void begin() {
        story = new Stage1Story(context);
    }

    @ParameterizedTest
    @EnumSource(ReferralState.class)
    void itStopsWhatFollowsInEveryState_S1A06(ReferralState state) {
        bringTo(state);
        engine.runDue();
        int mails = MailBox.received(PROVIDER).size();
        boolean open = state.isOpen();

        Doors.Reply reply = withdraw();
        assertThat(reply.status()).isEqualTo(open ? 200 : 422);
        if (!open) {
            assertThat(reply.refused()).containsExactly(":noReferral");
        }
        engine.runDue();
        engine.timePassesTo(LocalDateTime.of(2027, 1, 15, 12, 0));

        assertThat(standing().state()).isEqualTo(open ? ReferralState.withdrawn : state);
        assertThat(standing().consentWithdrawn()).isEqualTo(open);
        assertThat(engine.open(number)).as("its tasks are closed").doesNotContain("completeReferral", "recordOccupationalHealthAdvice");
        List<Mail> since = MailBox.received(PROVIDER).subList(mails, MailBox.received(PROVIDER).size());
        if (state == ReferralState.sent || state == ReferralState.appointment) {
            assertThat(since).as("the provider is told to stop, and nothing else").singleElement()
                    .satisfies(mail -> assertThat(mail.text()).contains("withdrawn their consent").doesNotContain("early starts").doesNotContain("Priya"));
        } else {
            assertThat(since).isEmpty();
        }
        assertThat(records.adviceOutstanding(number)).isFalse();
        assertThat(withdraw().refused()).as("once").containsExactly(":noReferral");
    }

    @Test
    void aReferralThatStillWaitsToBeSentNeverGoesOut_S1A06() {
        bringTo(ReferralState.sent);
        assertThat(withdraw().status()).isEqualTo(200);
        engine.runDue();
        assertThat(MailBox.received(PROVIDER)).as("the provider never learns of it").isEmpty();
        assertThat(deliveries.of(number, Kinds.OCCUPATIONAL_HEALTH_REFERRAL)).singleElement().satisfies(sent -> assertThat(sent.state()).isEqualTo(DeliveryState.stopped));
    }

    @Test
    void aReferralThatCouldNotBeSentIsNotSentAgain_S1A06() throws IOException {
        bringTo(ReferralState.sent);
        int port = mailServer.getPort();
        try (StubbornMailServer server = new StubbornMailServer(StubbornMailServer.Mood.KNOWS_NO_SUCH_MAILBOX)) {
            mailServer.setPort(server.port());
            engine.runDue();
        } finally {
            mailServer.setPort(port);
        }
        assertThat(engine.isOpen("resolveDelivery", number)).isTrue();
        assertThat(withdraw().status()).isEqualTo(200);
        engine.runDue();
        assertThat(engine.tasks("resolveDelivery", number)).as("what else could not be sent is left").noneMatch(task -> deliveries.of(number, Kinds.OCCUPATIONAL_HEALTH_REFERRAL).stream()
                .anyMatch(sent -> String.valueOf(sent.id()).equals(context.getBean(org.camunda.bpm.engine.TaskService.class).getVariable(task.getId(), "delivery"))));
        assertThat(MailBox.received(PROVIDER)).isEmpty();
    }

    @Test
    void theColleagueHasACopyOfWhatIsSent_S1A06() {
        bringTo(ReferralState.sent);
        engine.runDue();
        Mail copy = MailBox.received(COLLEAGUE_MAIL).stream().filter(mail -> mail.text().contains("your copy of the referral")).findFirst().orElseThrow();
        assertThat(copy.text()).contains("withdraw your consent at any time").doesNotContain("early starts");
        assertThat(copy.attachments()).singleElement().satisfies(file -> assertThat(file.content()).isEqualTo(MailBox.last(PROVIDER).attachments().get(0).content()));
        List<String> order = MailBox.received().stream().flatMap(mail -> mail.recipients().stream()).filter(List.of(COLLEAGUE_MAIL, PROVIDER)::contains).toList();
        assertThat(order.subList(order.size() - 2, order.size())).containsExactly(COLLEAGUE_MAIL, PROVIDER);
    }

    @Test
    void aReferralThatTheColleagueDeclinedInAMeetingIsKeptAsThat_S1D09() {
        number = story.held(false, record -> record.with("occupationalHealth", "declined"));
        assertThat(standing().state()).isEqualTo(ReferralState.declined);
        assertThat(engine.isOpen("completeReferral", number)).isFalse();
    }

    private void bringTo(ReferralState state) {
        if (state == ReferralState.agreed) {
            number = story.planAgreed(false, record -> record.with("occupationalHealth", "agreed"));
            assertThat(standing().state()).isEqualTo(state);
            return;
        }
        number = story.stage1Chosen(false);
        assertThat(doors.post("/api/cases/" + number + "/actions/referToOccupationalHealth", "teamleader", "{}").status()).isEqualTo(200);
        if (state != ReferralState.discussed) {
            engine.complete("completeReferral", number, form().with("reason", "Struggles with early starts").with("questions", "What would help?").with("shared", List.of(row("what", "The rota")))
                    .with("seenByColleague", true).with("consent", state == ReferralState.declined ? "declined" : "given").json());
        }
        if (state == ReferralState.appointment || state == ReferralState.adviceReceived || state == ReferralState.withdrawn) {
            engine.runDue();
            engine.complete("recordOccupationalHealthAdvice", number, form().with("state", state.name()).json());
        }
        assertThat(standing().state()).isEqualTo(state);
    }

    private Doors.Reply withdraw() {
        return doors.post("/api/cases/" + number + "/actions/withdrawConsent", "teamleader", "{}");
    }

    private ReferralStanding standing() {
        List<ReferralStanding> all = records.referralsOf(number);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
