package fairway.process.stage1;

import static fairway.process.stage1.Stage1Story.COLLEAGUE_MAIL;
import static fairway.process.stage1.Stage1Story.HR2_MAIL;
import static fairway.process.stage1.Stage1Story.MANAGER;
import static fairway.process.stage1.Stage1Story.MANAGER_MAIL;
import static fairway.process.stage1.Stage1Story.MEETING_DAY;
import static fairway.process.stage1.Stage1Story.OTHER_MANAGER;
import static fairway.process.stage1.Stage1Story.PLAN_END;
import static fairway.support.Submissions.form;
import static fairway.support.Submissions.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import fairway.stage1.OutcomeLetterText;
import fairway.stage1.ImprovementActionPlan;
import fairway.stage1.PlanState;
import fairway.stage1.SupportItem;
import fairway.stage1.SupportState;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Mail;
import fairway.support.MailBox;
import fairway.support.PersonalCalendar;
import fairway.support.Submissions;
import fairway.support.TestClock;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What follows the Stage 1 meeting: letter, calendar, support, Occupational Health, revisions of the plan. */
@FairwayTest
class AfterStage1MeetingProcessTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private JdbcTemplate jdbc;

    private Stage1Story story;

    @BeforeEach
    void begin() {
        story = new Stage1Story(context);
    }

    @Test
    void theLetterGoesWithPlanAndPolicyInOneMessage_S1A01_S1A02_S1A03() {
        String number = story.planAgreed();
        Task approve = engine.task("approveOutcomeLetter", number);
        assertThat(approve.getAssignee()).isEqualTo("teamleader");
        assertThat(engine.due(approve)).isEqualTo(LocalDateTime.of(2026, 10, 22, 17, 0));
        assertThat(story.in(() -> story.stage1().outcomeLetter(number).map(OutcomeLetterText::sentOn))).isEmpty();

        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        engine.runDue();
        List<Mail> withLetter = MailBox.received(COLLEAGUE_MAIL).stream().filter(mail -> mail.attachments().size() == 3).toList();
        assertThat(withLetter).hasSize(1);
        Mail mail = withLetter.get(0);
        assertThat(mail.attachments()).extracting(Mail.Attached::mediaType).allMatch(type -> type.startsWith("application/pdf"));
        assertThat(mail.attachments()).extracting(Mail.Attached::fileName).containsExactly("our-informal-stage-1-meeting.pdf", "improvement-action-plan.pdf",
                "performance-management-policy-version-1-0.pdf");
        assertThat(mail.text()).contains("7-point pinwheel").contains("22/10/2026");
        assertThat(mail.token()).as("a receipt is asked for").isPresent();
        assertThat(mail.subject()).doesNotContain("Stage").doesNotContain("performance");
        assertThat(story.in(() -> story.stage1().outcomeLetter(number).map(OutcomeLetterText::sentOn))).contains(MEETING_DAY);
        assertThat(story.in(() -> story.stage1().planOf(number).sentOn())).isEqualTo(MEETING_DAY);
    }

    @Test
    void hrWhoAttendedConfirmsTheLetter_changesGoBackToTheManager_S1A01() {
        String number = story.planAgreed(true, record -> record.with("present", List.of(row("name", "Nia Barker", "role", "Manager"),
                row("name", "Grace Lewis", "role", "Note taker"))));
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        Task confirm = engine.task("confirmOutcomeLetter", number);
        assertThat(confirm.getAssignee()).isEqualTo("hr2");
        assertThat(engine.due(confirm)).isEqualTo(LocalDateTime.of(2026, 10, 20, 17, 0));

        engine.complete("confirmOutcomeLetter", number, form().with("confirmed", false).with("changes", "Say who took the note.").json());
        assertThat(story.in(() -> story.stage1().outcomeLetter(number).map(OutcomeLetterText::sentOn))).isEmpty();
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        engine.complete("confirmOutcomeLetter", number, form().with("confirmed", true).json());
        assertThat(story.in(() -> story.stage1().outcomeLetter(number).map(OutcomeLetterText::sentOn))).contains(MEETING_DAY);
    }

    @Test
    void theReviewsAreInTheCalendarsByThePlansFrequency_S1A04() {
        story.planAgreed();
        engine.runDue();
        PersonalCalendar mine = PersonalCalendar.of(MailBox.received(COLLEAGUE_MAIL).stream().filter(mail -> mail.calendar().filter(c -> c.contains("reviews-")).isPresent()).toList());
        assertThat(mine.meetings()).as("weekly from 22 October to 10 December").hasSize(8).startsWith(LocalDateTime.of(2026, 10, 22, 10, 0)).endsWith(LocalDateTime.of(2026, 12, 10, 10, 0));
    }

    @Test
    void everySupportItemAndAdjustmentIsATaskOfWhoeverTookItOn_S1A05() {
        String number = story.planAgreed(false, record -> record
                .with("support", List.of(support("training", "Course on charts", OTHER_MANAGER, MEETING_DAY.plusDays(14)), support("mentoring", "Weekly hour", MANAGER,
                        MEETING_DAY.plusDays(7))))
                .with("adjustments", "agreed").with("adjustmentItems", List.of(row("what", "Later start", "arrangedBy", MANAGER, "by", MEETING_DAY.plusDays(5),
                        "inLetter", false))));
        List<Task> tasks = engine.tasks("arrangeSupport", number);
        assertThat(tasks).extracting(Task::getAssignee).containsExactlyInAnyOrder("manager2", "teamleader", "teamleader");
        assertThat(tasks).extracting(engine::due).containsExactlyInAnyOrder(LocalDateTime.of(2026, 10, 29, 17, 0), LocalDateTime.of(2026, 10, 22, 17, 0),
                LocalDateTime.of(2026, 10, 20, 17, 0));

        Task course = tasks.stream().filter(task -> task.getAssignee().equals("manager2")).findFirst().orElseThrow();
        engine.complete("manager2", course, form().with("arranged", true).with("detail", "Booked with the education team").with("date", MEETING_DAY.plusDays(20)).json());
        SupportItem item = support(number).get(0);
        assertThat(item.state()).isEqualTo(SupportState.arranged);
        assertThat(item.arrangedFor()).isEqualTo(MEETING_DAY.plusDays(20));
        assertThat(engine.tasks("arrangeSupport", number)).hasSize(2);
    }

    @Test
    void overdueSupportIsTheTrustsOwnOmission_S1A05() {
        String number = story.planAgreed(false, record -> record.with("support", List.of(support("training", "Course on charts", OTHER_MANAGER, LocalDate.of(2026, 10, 20)))));
        assertThat(engine.timer("event_supportOverdue", number)).isEqualTo(LocalDateTime.of(2026, 10, 21, 8, 0));
        engine.timePassesTo(LocalDateTime.of(2026, 10, 21, 9, 0));
        for (String mailbox : List.of(MANAGER_MAIL, HR2_MAIL)) {
            assertThat(MailBox.received(mailbox)).as(mailbox).anySatisfy(mail -> assertThat(mail.text()).contains("own omission").contains(number)
                    .doesNotContain("Course").doesNotContain("Priya"));
        }
        assertThat(engine.tasks("arrangeSupport", number)).as("still to be done").hasSize(1);
        assertThat(story.in(() -> story.stage1().openSupport(number))).hasSize(1);
    }

    @Test
    void supportThatCannotBeArrangedStaysOpenAndIsTold_S1A05() {
        String number = story.planAgreed(false, record -> record.with("support", List.of(support("training", "Course on charts", MANAGER, LocalDate.of(2026, 10, 20)))));
        engine.complete("arrangeSupport", number, form().with("arranged", false).with("detail", "No places until spring").json());
        engine.runDue();
        assertThat(support(number).get(0).state()).isEqualTo(SupportState.toArrange);
        assertThat(MailBox.received(HR2_MAIL)).anySatisfy(mail -> assertThat(mail.text()).contains("could not be arranged").doesNotContain("spring"));
    }

    @Test
    void whatAReviewHasAnsweredMeanwhileNeedsNoArrangingAndNothingIsLost_S1A05() {
        String number = story.planAgreed(false, record -> record.with("support", List.of(support("training", "Course on charts", MANAGER, LocalDate.of(2026, 11, 20)),
                support("mentoring", "Weekly hour", MANAGER, LocalDate.of(2026, 11, 20)))));
        engine.complete("approveOutcomeLetter", number, Submissions.letterApproved().json());
        engine.runDue();
        engine.timePassesTo(LocalDateTime.of(2026, 10, 22, 10, 0));
        List<Long> items = support(number).stream().map(SupportItem::id).toList();
        List<Map<String, Object>> targets = jdbc.queryForList("select id::text from target", String.class).stream().map(id -> Submissions.target(id, "onTrack")).toList();
        engine.complete("holdProgressReview", number, Submissions.reviewHeld(TestClock.today(), targets)
                .with("support", List.of(row("id", items.get(0), "state", "delivered"), row("id", items.get(1), "state", "declined"))).json());
        engine.runDue();
        MailBox.empty();
        boolean arranged = true;
        for (Task task : engine.tasks("arrangeSupport", number)) {
            assertThat(doors.get("/api/tasks/" + task.getId() + "/form", "teamleader").text()).contains("nothing is left to arrange");
            engine.complete("teamleader", task, form().with("arranged", arranged).with("detail", "It was on Tuesday").json());
            arranged = !arranged;
        }
        engine.runDue();
        assertThat(support(number)).extracting(SupportItem::state).containsExactly(SupportState.delivered, SupportState.declined);
        assertThat(jdbc.queryForList("select detail from support_item where case_number = ?", String.class, number)).containsOnly("It was on Tuesday");
        assertThat(MailBox.received(HR2_MAIL)).noneMatch(mail -> mail.text().contains("could not be arranged"));
        assertThat(engine.tasks("arrangeSupport", number)).isEmpty();
    }

    @Test
    void aReferralAgreedAtTheMeetingBegins_S1A06() {
        String number = story.planAgreed(false, record -> record.with("occupationalHealth", "agreed"));
        Task referral = engine.task("completeReferral", number);
        assertThat(referral.getAssignee()).isEqualTo("teamleader");
        assertThat(engine.due(referral)).isEqualTo(LocalDateTime.of(2026, 10, 22, 17, 0));
    }

    @Test
    void withoutAgreementNoReferralBegins_S1D09() {
        String number = story.planAgreed(false, record -> record.with("occupationalHealth", "declined"));
        assertThat(engine.isOpen("completeReferral", number)).isFalse();
    }

    @Test
    void aRevisionWithTheSameEndGoesOutAtOnce_S1D13() {
        String number = story.planAgreed();
        revise(number, PLAN_END);
        engine.runDue();
        assertThat(plans(number)).extracting(ImprovementActionPlan::state).containsExactly(PlanState.superseded, PlanState.inForce);
        assertThat(engine.isOpen("agreeTimeframe", number)).isFalse();
        assertThat(MailBox.received(COLLEAGUE_MAIL)).anySatisfy(mail -> assertThat(mail.text()).contains("revised Improvement Action Plan"));
    }

    @Test
    void aRevisionWhoseEndMovesNeedsHr_S1D14() {
        String number = story.planAgreed();
        revise(number, PLAN_END.plusDays(7));
        Task timeframe = engine.task("agreeTimeframe", number);
        assertThat(timeframe.getAssignee()).isEqualTo("hr2");
        assertThat(plans(number)).extracting(ImprovementActionPlan::state).containsExactly(PlanState.inForce, PlanState.proposed);
        engine.complete("agreeTimeframe", number, Submissions.agreement(true).json());
        engine.runDue();
        assertThat(plans(number)).extracting(ImprovementActionPlan::state).containsExactly(PlanState.superseded, PlanState.inForce);
        assertThat(story.in(() -> story.stage1().planEndsOn(number))).isEqualTo(PLAN_END.plusDays(7));
        assertThat(MailBox.received(COLLEAGUE_MAIL)).anySatisfy(mail -> assertThat(mail.text()).contains("revised Improvement Action Plan"));
    }

    @Test
    void aRevisionThatHrDoesNotAgreeLeavesThePlan_S1D14() {
        String number = story.planAgreed();
        revise(number, PLAN_END.plusDays(7));
        engine.complete("agreeTimeframe", number, Submissions.agreement(false).json());
        assertThat(plans(number)).extracting(ImprovementActionPlan::state).containsExactly(PlanState.inForce, PlanState.refused);
        assertThat(story.in(() -> story.stage1().planEndsOn(number))).isEqualTo(PLAN_END);
    }

    @Test
    void anAbsenceMovesTheEndOfThePlanAndTheSupport_S1D14_S1A05() {
        String number = story.planAgreed(false, record -> record.with("support", List.of(support("training", "Course on charts", MANAGER, LocalDate.of(2026, 10, 27)))));
        story.in(() -> {
            context.getBean(fairway.staff.Absences.class).record(Stage1Story.COLLEAGUE, LocalDate.of(2026, 10, 19), LocalDate.of(2026, 10, 25));
            return null;
        });
        story.in(() -> {
            context.getBean(fairway.performancecase.CaseProcess.class).goOn(number);
            return null;
        });
        assertThat(story.in(() -> story.stage1().planEndsOn(number))).isEqualTo(PLAN_END.plusDays(7));
        assertThat(engine.due(engine.task("arrangeSupport", number))).isEqualTo(LocalDateTime.of(2026, 11, 3, 17, 0));
        assertThat(engine.timer("event_supportOverdue", number)).isEqualTo(LocalDateTime.of(2026, 11, 4, 8, 0));
    }

    private void revise(String number, LocalDate endsOn) {
        TestClock.set(LocalDateTime.of(2026, 10, 20, 9, 0));
        Submissions.Form revision = form().with("targets", List.of(row("what", "Charts checked by noon", "measure", "Signed list", "by", PLAN_END, "urgent", true)))
                .with("endsOn", endsOn).with("reason", "Rota changed").with("colleagueView", "Better for me");
        story.in(() -> {
            fairway.form.Forms forms = context.getBean(fairway.form.Forms.class);
            return forms.complete(forms.action("revisePlan").orElseThrow(), new fairway.form.Step("revisePlan", number, null, "teamleader"), revision.json());
        });
    }

    private List<ImprovementActionPlan> plans(String number) {
        return story.in(() -> story.stage1().planVersions(number));
    }

    private List<SupportItem> support(String number) {
        return story.in(() -> story.stage1().support(number));
    }

    private static java.util.Map<String, Object> support(String kind, String what, String arrangedBy, LocalDate by) {
        return row("kind", kind, "what", what, "arrangedBy", arrangedBy, "by", by);
    }
}
