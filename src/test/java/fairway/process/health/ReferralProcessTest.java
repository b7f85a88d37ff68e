package fairway.process.health;

import static fairway.process.stage1.Stage1Story.COLLEAGUE_MAIL;
import static fairway.process.stage1.Stage1Story.HR2_MAIL;
import static fairway.process.stage1.Stage1Story.MANAGER_MAIL;
import static fairway.support.Submissions.form;
import static fairway.support.Submissions.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import fairway.form.Forms;
import fairway.form.Refusal;
import fairway.form.Step;
import fairway.health.HealthRecords;
import fairway.health.ReferralStanding;
import fairway.health.ReferralState;
import fairway.health.RestrictedAdvice;
import fairway.process.stage1.Stage1Story;
import fairway.process.stage1.SupportQuestions;
import fairway.process.model.OccupationalHealthReferralModel.Elements;
import fairway.stage1.SupportItem;
import fairway.stage1.SupportState;
import fairway.support.Doors;
import fairway.support.EarlierModel;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.MailBox;
import fairway.support.Submissions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

/** A referral to Occupational Health, one story per way, and who reads what of the restricted part. */
@FairwayTest
class ReferralProcessTest {

    private static final String PROVIDER = "occupational.health@provider.example";
    private static final String SECRET = "Zanthoxylum";

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;
    @Autowired
    private HealthRecords records;
    @Autowired
    private Forms forms;
    @Autowired
    private Doors doors;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private JdbcTemplate jdbc;

    private Stage1Story story;

    @BeforeEach
    void begin() {
        story = new Stage1Story(context);
    }

    @Test
    void aReferralIsSentWithConsentAndWaitsForAdvice_S1A06() {
        String number = sent();
        assertThat(MailBox.received(PROVIDER)).singleElement().satisfies(mail -> assertThat(mail.attachments()).hasSize(1));
        Task advice = engine.task("recordOccupationalHealthAdvice", number);
        assertThat(advice.getAssignee()).isEqualTo("hr2");
        assertThat(engine.due(advice)).as("20 working days after 5 October").isEqualTo(LocalDateTime.of(2026, 11, 2, 17, 0));
        assertThat(engine.timer("event_adviceOverdue", number)).isEqualTo(LocalDateTime.of(2026, 11, 2, 17, 0));
        assertThat(standing(number).state()).isEqualTo(ReferralState.sent);
        assertThat(records.adviceOutstanding(number)).isTrue();
    }

    @Test
    void withoutConsentNothingIsSent_S1A06() {
        String number = referred();
        engine.complete("completeReferral", number, "{\"consent\": \"declined\"}");
        engine.runDue();
        assertThat(MailBox.received(PROVIDER)).isEmpty();
        assertThat(standing(number).state()).isEqualTo(ReferralState.declined);
        assertThat(records.adviceOutstanding(number)).isFalse();
        assertThat(engine.isOpen("recordOccupationalHealthAdvice", number)).isFalse();
    }

    @Test
    void overdueAdviceIsAskedAfterOnce_S1A06() {
        String number = sent();
        engine.timePassesTo(LocalDateTime.of(2026, 11, 20, 9, 0));
        assertThat(MailBox.received(HR2_MAIL)).filteredOn(mail -> mail.text().contains("ask after it")).hasSize(1);
        assertThat(engine.isOpen("recordOccupationalHealthAdvice", number)).isTrue();
    }

    @Test
    void anAppointmentIsRecordedAndTheAdviceAwaitedAgain_S1A06() {
        String number = sent();
        engine.timePassesTo(LocalDateTime.of(2026, 10, 12, 9, 0));
        engine.complete("recordOccupationalHealthAdvice", number, "{\"state\": \"appointment\"}");
        assertThat(standing(number).state()).isEqualTo(ReferralState.appointment);
        assertThat(engine.isOpen("recordOccupationalHealthAdvice", number)).isTrue();
        assertThat(engine.timer("event_adviceOverdue", number)).as("20 working days from the appointment's recording").isEqualTo(LocalDateTime.of(2026, 11, 9, 17, 0));
    }

    @Test
    void theAdviceIsDueOnTheDayItIsAskedAfterAlsoOnceAPauseIsOver_S1A06() {
        String number = sent();
        act("pause", number, "hr2", form().with("reason", "A grievance.").with("reviewOn", LocalDate.of(2026, 10, 19)).json());
        engine.timePassesTo(LocalDateTime.of(2026, 10, 19, 9, 0));
        engine.complete("decideAfterPause", number, form().with("decision", "goOn").with("rationale", "The grievance is settled.").json());
        assertThat(engine.due(engine.task("recordOccupationalHealthAdvice", number))).isEqualTo(engine.timer("event_adviceOverdue", number))
                .as("20 working days after 5 October").isEqualTo(LocalDateTime.of(2026, 11, 2, 17, 0));
    }

    @Test
    void adjustmentsAreForTheManager_allElseIsRestricted_S1A06_S1D08() {
        String number = sent();
        engine.complete("recordOccupationalHealthAdvice", number, form().with("state", "adviceReceived").with("fitness", "Fitness " + SECRET)
                .with("adjustments", "A later start on three days").with("restrictedNote", "Note " + SECRET).json());
        engine.runDue();
        assertThat(standing(number).state()).isEqualTo(ReferralState.adviceReceived);
        assertThat(MailBox.received(MANAGER_MAIL)).anySatisfy(mail -> assertThat(mail.text()).contains("advises adjustments").doesNotContain("later start"));
        List<SupportItem> promised = story.in(() -> story.stage1().openSupport(number));
        assertThat(promised).singleElement().satisfies(item -> {
            assertThat(item.adjustment()).isTrue();
            assertThat(item.isKeptApart()).isTrue();
            assertThat(item.label()).as("what others read").doesNotContain("later start");
            assertThat(item.inLetter()).as("letters do not name it").isFalse();
        });
        assertThat(records.adjustmentsOf(number, "teamleader")).containsExactly("A later start on three days");
        assertThat(records.adjustmentsKeptApart(number, "teamleader").values()).containsExactly("A later start on three days");
        assertThat(records.adviceOf(number, "hr2")).extracting(RestrictedAdvice::fitness, RestrictedAdvice::restrictedNote)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Fitness " + SECRET, "Note " + SECRET));
        for (String user : List.of("teamleader", "manager", "hr", "ops", "owner", "admin")) {
            assertThatThrownBy(() -> records.adviceOf(number, user)).as(user).isInstanceOf(AccessDeniedException.class).hasMessageNotContaining(SECRET);
        }
    }

    @Test
    void aReferralCanBeWithdrawn_S1A06() {
        String number = sent();
        engine.complete("recordOccupationalHealthAdvice", number, "{\"state\": \"withdrawn\"}");
        engine.runDue();
        assertThat(standing(number).state()).isEqualTo(ReferralState.withdrawn);
        assertThat(records.adviceOutstanding(number)).isFalse();
        assertThat(MailBox.received(PROVIDER)).hasSize(2);
        assertThat(MailBox.last(PROVIDER).text()).as("told to stop, and not that consent was withdrawn").contains("we sent to you under " + number + " is withdrawn. Please stop")
                .doesNotContainIgnoringCase("consent").doesNotContain("Priya");
    }

    @Test
    void aProviderThatHasNothingIsNotToldToStop_S1A06() {
        String number = referred();
        engine.complete("completeReferral", number, referral().json());
        engine.complete("recordOccupationalHealthAdvice", number, "{\"state\": \"withdrawn\"}");
        engine.runDue();
        assertThat(standing(number).state()).isEqualTo(ReferralState.withdrawn);
        assertThat(MailBox.received(PROVIDER)).isEmpty();
    }

    /** A referral that began before the provider was told in a step of its own tells them too. */
    @Test
    void aReferralOfAnEarlierVersionTellsTheProviderToo_S1A06() {
        String deployment = EarlierModel.deployed(repository, "occupationalHealthReferral", model -> model.leaveOut(Elements.TELL_PROVIDER_TO_STOP));
        try {
            String number = sent();
            engine.complete("recordOccupationalHealthAdvice", number, "{\"state\": \"withdrawn\"}");
            engine.runDue();
            assertThat(MailBox.received(PROVIDER)).hasSize(2);
            assertThat(MailBox.last(PROVIDER).text()).contains("Please stop");
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void theAdviceIsAskedAfterFromTheDayOfTheAppointment_S1A06() {
        String number = sent();
        engine.timePassesTo(LocalDateTime.of(2026, 10, 12, 9, 0));
        assertRefused("recordOccupationalHealthAdvice", number, form().with("state", "appointment").with("appointmentOn", LocalDate.of(2026, 10, 4)).json(), "appointmentOn:notBeforeSent");
        assertRefused("recordOccupationalHealthAdvice", number, form().with("state", "withdrawn").with("appointmentOn", LocalDate.of(2026, 10, 19)).json(), "appointmentOn:onlyWithAppointment");
        engine.complete("recordOccupationalHealthAdvice", number, form().with("state", "appointment").with("appointmentOn", LocalDate.of(2026, 10, 19)).json());
        assertThat(standing(number).appointmentOn()).isEqualTo(LocalDate.of(2026, 10, 19));
        assertThat(engine.timer("event_adviceOverdue", number)).as("20 working days after 19 October").isEqualTo(LocalDateTime.of(2026, 11, 16, 17, 0));
        assertThat(engine.due(engine.task("recordOccupationalHealthAdvice", number))).isEqualTo(LocalDateTime.of(2026, 11, 16, 17, 0));
    }

    // ---- what is advised is arranged

    @Test
    void advisedAdjustmentsAreATaskWithItsDayAndItsReminder_S1A05() {
        String number = advised();
        Task arrange = engine.task("arrangeSupport", number);
        assertThat(arrange.getAssignee()).isEqualTo("teamleader");
        assertThat(engine.due(arrange)).as("5 working days").isEqualTo(LocalDateTime.of(2026, 10, 12, 17, 0));
        assertThat(doors.get("/api/tasks/" + arrange.getId() + "/form", "teamleader").body().path("prefill").path("_context").asText())
                .contains("A later start on three days", "Promised by 12/10/2026.");
        assertThat(doors.get("/api/tasks/" + arrange.getId() + "/form", "manager2").status()).isIn(403, 404);
        assertThat(MailBox.last(MANAGER_MAIL).text()).contains("asked there to arrange them").doesNotContain("later start");
        engine.timePassesTo(LocalDateTime.of(2026, 10, 13, 9, 0));
        for (String mailbox : List.of(MANAGER_MAIL, HR2_MAIL)) {
            assertThat(MailBox.received(mailbox)).filteredOn(mail -> mail.text().contains("by 12/10/2026 is not arranged. This is the Trust's own omission")).as(mailbox).hasSize(1)
                    .noneMatch(mail -> mail.text().contains("later start"));
        }
        engine.complete("arrangeSupport", number, form().with("arranged", true).with("detail", "From 9.30 on Mondays").with("date", LocalDate.of(2026, 10, 19)).json());
        assertThat(story.in(() -> story.stage1().support(number))).singleElement().matches(item -> item.state() == SupportState.arranged);
        assertThat(engine.isOpen("arrangeSupport", number)).isFalse();
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("occupationalHealthReferral").processInstanceBusinessKey(number).count()).isZero();
    }

    /** The plan is agreed while the referral's own step is open: there is one task for one promise. */
    @Test
    void whatAReferralHasAStepForIsNotAskedForOnceMore_S1A05() {
        String number = advised();
        DelegateExecution execution = Mockito.mock(DelegateExecution.class);
        Mockito.when(execution.getProcessBusinessKey()).thenReturn(number);
        Mockito.when(execution.getProcessEngineServices()).thenReturn(engineOf());
        assertThat(story.in(() -> story.stage1().openSupport(number))).hasSize(1);
        assertThat(story.in(() -> context.getBean(SupportQuestions.class).toArrange(execution))).isEmpty();
        runtime.createProcessInstanceQuery().processDefinitionKey("occupationalHealthReferral").list().forEach(referral -> runtime.deleteProcessInstance(referral.getId(), "gone"));
        assertThat(story.in(() -> context.getBean(SupportQuestions.class).toArrange(execution))).hasSize(1);
    }

    private ProcessEngine engineOf() {
        return context.getBean(ProcessEngine.class);
    }

    @Test
    void adjustmentsThatAreNotArrangedAreClosedWithTheCase_S1A05() {
        String number = advised();
        act("withdraw", number, "hr2", "{\"reason\": \"Concern withdrawn\"}");
        assertThat(engine.open(number)).doesNotContain("arrangeSupport");
        assertThat(story.in(() -> story.stage1().support(number))).singleElement().matches(item -> item.state() == SupportState.closed);
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("occupationalHealthReferral").processInstanceBusinessKey(number).count()).isZero();
        engine.timePassesTo(LocalDateTime.of(2026, 10, 20, 9, 0));
        assertThat(MailBox.received(MANAGER_MAIL)).noneMatch(mail -> mail.text().contains("is not arranged"));
    }

    private String advised() {
        String number = sent();
        engine.complete("recordOccupationalHealthAdvice", number, form().with("state", "adviceReceived").with("adjustments", "A later start on three days").json());
        engine.runDue();
        return number;
    }

    @Test
    void consentWithdrawnAfterSendingStopsItAndTellsTheProvider_S1A06() {
        String number = sent();
        act("withdrawConsent", number, "teamleader", "{}");
        engine.runDue();
        assertThat(engine.isOpen("recordOccupationalHealthAdvice", number)).isFalse();
        assertThat(standing(number)).satisfies(referral -> {
            assertThat(referral.state()).isEqualTo(ReferralState.withdrawn);
            assertThat(referral.consentWithdrawn()).isTrue();
        });
        assertThat(MailBox.last(PROVIDER).text()).contains("withdrawn their consent").contains(number).doesNotContain("Priya");
        assertThat(MailBox.last(HR2_MAIL).text()).contains("withdrawn their consent");
    }

    @Test
    void consentWithdrawnBeforeSendingTellsNobodyOutside_S1A06() {
        String number = referred();
        act("withdrawConsent", number, "teamleader", "{}");
        engine.runDue();
        assertThat(engine.isOpen("completeReferral", number)).isFalse();
        assertThat(MailBox.received(PROVIDER)).isEmpty();
    }

    @Test
    void aReferralOutlivesItsCase_S1A06() {
        String number = sent();
        act("withdraw", number, "hr2", "{\"reason\": \"Concern withdrawn\"}");
        assertThat(story.in(() -> story.cases().require(number).isOpen())).isFalse();
        engine.complete("recordOccupationalHealthAdvice", number, form().with("state", "adviceReceived").with("adjustments", "A later start").json());
        engine.runDue();
        assertThat(standing(number).state()).isEqualTo(ReferralState.adviceReceived);
        assertThat(story.in(() -> story.stage1().support(number))).as("an ended case promises nothing any more").isEmpty();
    }

    @Test
    void oneReferralAtATime_S1A06() {
        String number = referred();
        assertThatThrownBy(() -> act("referToOccupationalHealth", number, "hr2", "{}")).isInstanceOf(Refusal.class);
    }

    @Test
    void aDisclosureIsReadByTheHrAdviserAlone_S1D07() {
        String number = story.stage1Chosen(false);
        act("recordDisclosure", number, "teamleader", form().with("note", "Told me of " + SECRET).json());
        assertThat(records.notesOf(number, "hr2")).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo("Told me of " + SECRET);
            assertThat(note.toString()).doesNotContain(SECRET);
        });
        for (String user : List.of("teamleader", "manager", "manager2", "hr", "ops", "owner", "admin")) {
            assertThatThrownBy(() -> records.notesOf(number, user)).as(user).isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> act("recordDisclosure", number, "manager2", form().with("note", "x").json())).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void healthTextStaysInTheRestrictedPart_S1D07() {
        String number = story.planAgreed(false, record -> record.with("contributoryFactors", "disclosed").with("healthNote", "Health " + SECRET)
                .with("occupationalHealth", "agreed"));
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        engine.complete("completeReferral", number, referral().json());
        engine.complete("recordOccupationalHealthAdvice", number, form().with("state", "adviceReceived").with("fitness", SECRET).with("restrictedNote", SECRET).json());
        engine.runDue();
        List<String> tables = jdbc.queryForList("select tablename from pg_tables where schemaname = 'public'", String.class);
        List<String> holding = tables.stream().filter(table -> jdbc.queryForObject("select count(*) from " + table + " t where t::text like ?", Long.class,
                "%" + SECRET + "%") > 0).toList();
        assertThat(holding).isEmpty();
        assertThat(records.notesOf(number, "hr2")).anySatisfy(note -> assertThat(note.text()).isEqualTo("Health " + SECRET));
        assertThat(MailBox.received(COLLEAGUE_MAIL)).isNotEmpty().noneMatch(mail -> mail.text().contains(SECRET));
    }

    @Test
    void sendingNeedsConsentAReasonAndQuestions_S1A06() {
        String number = referred();
        assertRefused("completeReferral", number, "{}", "consent:required");
        assertRefused("completeReferral", number, "{\"consent\": \"given\"}", "reason:required", "questions:required", "seenByColleague:seenFirst");
        assertRefused("completeReferral", number, form().with("consent", "given").with("reason", "r").with("questions", "q").with("shared", List.of(row("what", " "))).json(),
                "shared[0].what:required");
        assertRefused("completeReferral", number, "{\"consent\": \"maybe\"}", "consent:choice");
    }

    private void assertRefused(String formId, String number, String submission, String... expected) {
        assertThatThrownBy(() -> engine.complete(formId, number, submission)).rootCause().isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.fields().stream().map(f -> f.field() + ":" + f.rule())).containsExactlyInAnyOrder(expected));
        assertThat(engine.isOpen(formId, number)).isTrue();
    }

    private String referred() {
        String number = story.stage1Chosen(false);
        act("referToOccupationalHealth", number, "hr2", "{}");
        return number;
    }

    private String sent() {
        String number = referred();
        engine.complete("completeReferral", number, referral().json());
        engine.runDue();
        return number;
    }

    private static Submissions.Form referral() {
        return form().with("reason", "Struggles with early starts").with("questions", "What would help?").with("shared", List.of(row("what", "The plan"), "The rota"))
                .with("seenByColleague", true).with("consent", "given");
    }

    private void act(String action, String number, String user, String submission) {
        story.in(() -> forms.complete(forms.action(action).orElseThrow(), new Step(action, number, null, user), submission));
    }

    private ReferralStanding standing(String number) {
        List<ReferralStanding> all = records.referralsOf(number);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
