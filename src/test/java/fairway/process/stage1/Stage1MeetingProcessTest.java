package fairway.process.stage1;

import static fairway.process.stage1.Stage1Story.COLLEAGUE_MAIL;
import static fairway.process.stage1.Stage1Story.HR2_MAIL;
import static fairway.process.stage1.Stage1Story.MANAGER_MAIL;
import static fairway.process.stage1.Stage1Story.MEETING;
import static fairway.process.stage1.Stage1Story.MEETING_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import fairway.performancecase.Chronology;
import fairway.performancecase.ChronologyEntry;
import fairway.performancecase.Ending;
import fairway.performancecase.PerformanceCase;
import fairway.performancecase.Stage;
import fairway.stage1.ImprovementActionPlan;
import fairway.stage1.MeetingDay;
import fairway.stage1.PlanState;
import fairway.stage1.Stage1Meeting;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.MailBox;
import fairway.support.Submissions;
import fairway.support.TestClock;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The Stage 1 meeting from its preparation to the agreed plan, one story per way. */
@FairwayTest
class Stage1MeetingProcessTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;

    private Stage1Story story;

    @BeforeEach
    void begin() {
        story = new Stage1Story(context);
    }

    @Test
    void meetingPolicyAndScriptArePreparedSideBySide_S1P03_S1P05_PM08() {
        String number = story.stage1Chosen(true);
        assertThat(engine.open(number)).containsExactly("arrangeStage1Meeting", "prepareScript", "sharePolicy");
        for (Task task : List.of(engine.task("arrangeStage1Meeting", number), engine.task("sharePolicy", number), engine.task("prepareScript", number))) {
            assertThat(task.getAssignee()).isEqualTo("teamleader");
            assertThat(engine.due(task)).isEqualTo(LocalDateTime.of(2026, 10, 12, 17, 0));
        }

        engine.complete("arrangeStage1Meeting", number, Submissions.arrangement(MEETING).json());
        engine.complete("sharePolicy", number, Submissions.policyShared(TestClock.now()).json());
        assertThat(engine.open(number)).containsExactly("prepareScript");
        engine.complete("prepareScript", number, "{\"skipped\": false, \"script\": \"What I want to say.\"}");

        Task record = engine.task("recordStage1Meeting", number);
        assertThat(engine.followUp(record)).isEqualTo(MEETING);
        assertThat(engine.due(record)).as("2 working days after Thursday").isEqualTo(LocalDateTime.of(2026, 10, 19, 17, 0));
        assertThat(meeting(number).script()).isEqualTo("What I want to say.");
    }

    @Test
    void theMeetingIsInTheCalendarsUnderANeutralSubjectWithHrAsAdvised_S1P04_PM05() {
        story.prepared(true);
        engine.runDue();
        for (String mailbox : List.of(COLLEAGUE_MAIL, HR2_MAIL)) {
            assertThat(MailBox.received(mailbox)).as(mailbox).anySatisfy(mail -> {
                assertThat(mail.calendar()).get().asString().contains("METHOD:REQUEST").contains("SUMMARY:Meeting with Nia Barker").doesNotContainIgnoringCase("stage 1")
                        .doesNotContainIgnoringCase("performance");
                assertThat(mail.subject()).isEqualTo("Meeting with Nia Barker");
            });
        }
    }

    @Test
    void withoutHrsAdviceToAttendHrIsNotInvited_PM05() {
        story.prepared(false);
        engine.runDue();
        assertThat(MailBox.received(HR2_MAIL)).noneMatch(mail -> mail.calendar().isPresent());
        assertThat(MailBox.received(COLLEAGUE_MAIL)).anyMatch(mail -> mail.calendar().isPresent());
    }

    @Test
    void thePolicyGoesWithThePurpose_S1P05_S1P06() {
        String number = story.prepared(false);
        engine.runDue();
        assertThat(MailBox.received(COLLEAGUE_MAIL)).anySatisfy(mail -> assertThat(mail.attachments()).hasSize(2));
        assertThat(meeting(number).policyVersion()).isEqualTo("1.0");
    }

    @Test
    void onPaperNothingIsMailed_S1P05() {
        String number = story.stage1Chosen(false);
        engine.complete("sharePolicy", number, Submissions.policyShared(TestClock.now()).with("how", "paper").json());
        engine.runDue();
        assertThat(MailBox.received(COLLEAGUE_MAIL)).isEmpty();
        assertThat(story.in(() -> story.cases().require(number).spokenTo())).isTrue();
    }

    @Test
    void anOverdueRecordIsRemindedOfOnce_S1A01() {
        String number = story.prepared(false);
        assertThat(engine.timer("event_stage1RecordOverdue", number)).isEqualTo(LocalDateTime.of(2026, 10, 19, 17, 0));
        engine.timePassesTo(LocalDateTime.of(2026, 10, 26, 9, 0));
        assertThat(MailBox.received(MANAGER_MAIL)).filteredOn(mail -> mail.text().contains("is not recorded yet")).hasSize(1)
                .allSatisfy(mail -> assertThat(mail.text()).contains(number).doesNotContain("Priya"));
        assertThat(engine.isOpen("recordStage1Meeting", number)).isTrue();
    }

    @Test
    void theReminderWaitsForAnAbsence_S1A01() {
        String number = story.prepared(false);
        story.in(() -> {
            context.getBean(fairway.staff.Absences.class).record(Stage1Story.COLLEAGUE, LocalDate.of(2026, 10, 16), LocalDate.of(2026, 10, 20));
            return null;
        });
        story.in(() -> {
            context.getBean(fairway.performancecase.CaseProcess.class).datesChanged(number);
            return null;
        });
        assertThat(engine.timer("event_stage1RecordOverdue", number)).as("five days later, a Saturday, therefore Monday").isEqualTo(LocalDateTime.of(2026, 10, 26, 17, 0));
    }

    @Test
    void aMeetingCanBeMovedAndItsCalendarEntryMovesAlong_PM06_S1P04() {
        String number = story.prepared(false);
        LocalDateTime later = LocalDateTime.of(2026, 10, 22, 11, 0);
        engine.complete("recordStage1Meeting", number, Submissions.form().with("outcome", "moved").with("newStart", later).with("reason", "Room not free").json());
        Task record = engine.task("recordStage1Meeting", number);
        assertThat(engine.followUp(record)).isEqualTo(later);
        assertThat(engine.due(record)).isEqualTo(LocalDateTime.of(2026, 10, 26, 17, 0));
        assertThat(engine.timer("event_stage1RecordOverdue", number)).isEqualTo(LocalDateTime.of(2026, 10, 26, 17, 0));
        assertThat(meeting(number).formerDays()).containsExactly(new MeetingDay(MEETING, MeetingDay.CameTo.moved, "Room not free"));
        engine.runDue();
        List<String> entries = MailBox.received(COLLEAGUE_MAIL).stream().flatMap(mail -> mail.calendar().stream()).toList();
        assertThat(entries).hasSize(2);
        assertThat(uid(entries.get(1))).isEqualTo(uid(entries.get(0)));
        assertThat(entries.get(1)).contains("SEQUENCE:1").contains("20261022T110000");
    }

    @Test
    void anotherManagerTakesTheMeetingOverInTheCalendars_PM05() {
        String number = story.prepared(true);
        engine.runDue();
        MailBox.empty();
        story.in(() -> {
            story.cases().changeManager(number, Stage1Story.OTHER_MANAGER, TestClock.today(), "hr2");
            return null;
        });
        engine.runDue();
        assertThat(MailBox.last(MANAGER_MAIL).calendar()).get().asString().contains("METHOD:CANCEL");
        assertThat(MailBox.last(COLLEAGUE_MAIL).calendar()).get().asString().contains("METHOD:REQUEST").contains("Farah Ibrahim").contains("SEQUENCE:1");
        assertThat(engine.task("recordStage1Meeting", number).getAssignee()).isEqualTo("manager2");
    }

    @Test
    void anHrAdviserInConflictLeavesTheMeeting_PM05() {
        String number = story.prepared(true);
        engine.runDue();
        MailBox.empty();
        story.in(() -> {
            story.cases().declareConflict(number, "hr2", "We are related", "hr2");
            return null;
        });
        engine.runDue();
        assertThat(MailBox.last(HR2_MAIL).calendar()).get().asString().contains("METHOD:CANCEL");
    }

    @Test
    void theFirstNonAttendanceBringsANewDate() {
        String number = story.prepared(false);
        LocalDateTime later = LocalDateTime.of(2026, 10, 22, 11, 0);
        notAttended(number, MEETING_DAY, later, "no");
        assertThat(engine.open(number)).containsExactly("recordStage1Meeting");
        assertThat(engine.followUp(engine.task("recordStage1Meeting", number))).isEqualTo(later);
        assertThat(meeting(number).timesNotAttended()).isEqualTo(1);
    }

    @Test
    void sicknessAndAnUnavailableCompanionDoNotCount() {
        String number = story.prepared(false);
        notAttended(number, MEETING_DAY, LocalDateTime.of(2026, 10, 22, 11, 0), "sickness");
        notAttended(number, LocalDate.of(2026, 10, 22), LocalDateTime.of(2026, 10, 27, 11, 0), "companionUnavailable");
        notAttended(number, LocalDate.of(2026, 10, 27), LocalDateTime.of(2026, 10, 29, 11, 0), "no");
        assertThat(engine.open(number)).containsExactly("recordStage1Meeting");
        assertThat(meeting(number).timesNotAttended()).isEqualTo(1);
    }

    @Test
    void afterTheSecondNonAttendanceHrDecides() {
        String number = notAttendedTwice();
        Task decision = engine.task("decideOnNonAttendance", number);
        assertThat(decision.getAssignee()).isEqualTo("hr2");
        assertThat(engine.due(decision)).isEqualTo(LocalDateTime.of(2026, 10, 29, 17, 0));
        assertThat(engine.open(number)).containsExactly("decideOnNonAttendance");
    }

    @Test
    void aNewDateIsArrangedAgain_policyAndScriptAreNotAskedForAgain() {
        String number = notAttendedTwice();
        decide(number, Submissions.decision("newDate"));
        assertThat(engine.open(number)).containsExactly("arrangeStage1Meeting");
        LocalDateTime third = LocalDateTime.of(2026, 10, 29, 9, 30);
        engine.complete("arrangeStage1Meeting", number, Submissions.arrangement(third).json());
        assertThat(engine.followUp(engine.task("recordStage1Meeting", number))).isEqualTo(third);
        TestClock.set(third.plusHours(2));
        engine.complete("recordStage1Meeting", number, story.record().with("heldOn", third.toLocalDate()).json());
        assertThat(engine.open(number)).containsExactly("agreeImprovementPlan");
    }

    @Test
    void anotherPlaceIsArrangedAgain() {
        String number = notAttendedTwice();
        decide(number, Submissions.decision("otherPlace"));
        assertThat(engine.open(number)).containsExactly("arrangeStage1Meeting");
    }

    @Test
    void anotherManagerTakesOver() {
        String number = notAttendedTwice();
        decide(number, Submissions.decision("otherManager").with("manager", Stage1Story.OTHER_MANAGER));
        Task arrange = engine.task("arrangeStage1Meeting", number);
        assertThat(arrange.getAssignee()).isEqualTo("manager2");
        assertThat(aCase(number).manager()).isEqualTo(Stage1Story.OTHER_MANAGER);
    }

    @Test
    void aPauseIsReviewedByHrAndTheMeetingArrangedAgain() {
        String number = notAttendedTwice();
        decide(number, Submissions.decision("pause").with("reviewOn", LocalDate.of(2026, 11, 20)));
        assertThat(engine.open(number)).containsExactly("arrangeStage1Meeting", "decideAfterPause");
        assertThat(engine.due(engine.task("decideAfterPause", number)).toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(story.in(() -> story.cases().require(number).isPaused())).isTrue();
        assertThat(story.in(() -> context.getBean(Chronology.class).of(number))).as("why is HR's alone").extracting(ChronologyEntry::detail)
                .doesNotContain("Looked at everything on the case with the manager.");
    }

    @Test
    void anotherRouteEndsTheCaseAsRoutedElsewhere() {
        String number = notAttendedTwice();
        decide(number, Submissions.decision("otherRoute"));
        assertThat(aCase(number).ending()).isEqualTo(Ending.routedElsewhere);
        assertThat(engine.open(number)).isEmpty();
    }

    @Test
    void withdrawingEndsTheCaseAsWithdrawn() {
        String number = notAttendedTwice();
        decide(number, Submissions.decision("withdraw"));
        assertThat(aCase(number).ending()).isEqualTo(Ending.withdrawn);
        assertThat(engine.open(number)).isEmpty();
        engine.runDue();
        assertThat(MailBox.received(COLLEAGUE_MAIL)).as("told in writing").anyMatch(mail -> mail.attachments().size() == 1);
    }

    @Test
    void aPlanWithinFourWeeksToThreeMonthsIsInForceAtOnce_S1D14() {
        String number = story.held();
        Task plan = engine.task("agreeImprovementPlan", number);
        assertThat(plan.getAssignee()).isEqualTo("teamleader");
        assertThat(engine.due(plan)).isEqualTo(LocalDateTime.of(2026, 10, 22, 17, 0));
        engine.complete("agreeImprovementPlan", number, story.plan().json());
        ImprovementActionPlan inForce = story.in(() -> story.stage1().planOf(number));
        assertThat(inForce.version()).isEqualTo(1);
        assertThat(inForce.targets()).hasSize(1);
        assertThat(aCase(number).stage()).isEqualTo(Stage.monitoring);
        assertThat(engine.isOpen("agreeTimeframe", number)).isFalse();
    }

    @Test
    void exactlyFourWeeksAndExactlyThreeMonthsAreInside_S1D14() {
        for (LocalDate end : List.of(MEETING_DAY.plusDays(28), MEETING_DAY.plusMonths(3))) {
            assertThat(fairway.stage1.PlanTimeframe.of(MEETING_DAY, end).isNormal()).isTrue();
        }
        String number = story.held();
        engine.complete("agreeImprovementPlan", number, Submissions.plan(MEETING_DAY.plusMonths(3), Stage1Story.MANAGER).json());
        assertThat(aCase(number).stage()).isEqualTo(Stage.monitoring);
    }

    @Test
    void anotherTimeframeNeedsHr_notAgreedGoesBackWithTheComment_S1D14() {
        String number = story.held();
        LocalDate tooFar = MEETING_DAY.plusMonths(3).plusDays(1);
        engine.complete("agreeImprovementPlan", number, Submissions.plan(tooFar, Stage1Story.MANAGER).with("timeframeReason", "Course ends in January").json());
        Task timeframe = engine.task("agreeTimeframe", number);
        assertThat(timeframe.getAssignee()).isEqualTo("hr2");
        assertThat(engine.due(timeframe)).isEqualTo(LocalDateTime.of(2026, 10, 22, 17, 0));
        assertThat(aCase(number).stage()).isEqualTo(Stage.stage1);

        engine.complete("agreeTimeframe", number, Submissions.agreement(false).json());
        assertThat(engine.open(number)).containsExactly("agreeImprovementPlan");

        engine.complete("agreeImprovementPlan", number, Submissions.plan(tooFar, Stage1Story.MANAGER).with("timeframeReason", "Course ends in January").json());
        engine.complete("agreeTimeframe", number, Submissions.agreement(true).json());
        List<ImprovementActionPlan> versions = story.in(() -> story.stage1().planVersions(number));
        assertThat(versions).extracting(ImprovementActionPlan::state).containsExactly(PlanState.refused, PlanState.inForce);
        assertThat(aCase(number).stage()).isEqualTo(Stage.monitoring);
    }

    @Test
    void aColleagueWhoDoesNotAgreeIsRecordedAndHrIsTold_S1D13() {
        String number = story.held();
        engine.complete("agreeImprovementPlan", number, story.plan().with("colleagueAgrees", false).with("colleagueReason", "Too short for me").json());
        engine.runDue();
        assertThat(MailBox.received(HR2_MAIL)).anySatisfy(mail -> assertThat(mail.text()).contains("does not agree").contains(number).doesNotContain("Too short"));
        assertThat(story.in(() -> story.stage1().planOf(number)).colleagueReason()).isEqualTo("Too short for me");
        assertThat(aCase(number).stage()).isEqualTo(Stage.monitoring);
    }

    private String notAttendedTwice() {
        String number = story.prepared(false);
        notAttended(number, MEETING_DAY, LocalDateTime.of(2026, 10, 22, 11, 0), "no");
        notAttended(number, LocalDate.of(2026, 10, 22), null, "no");
        return number;
    }

    private void notAttended(String number, LocalDate on, LocalDateTime newStart, String excused) {
        TestClock.set(on.atTime(12, 0));
        Submissions.Form form = Submissions.form().with("outcome", "notAttended").with("excused", excused);
        engine.complete("recordStage1Meeting", number, (newStart == null ? form : form.with("newStart", newStart)).json());
    }

    private void decide(String number, Submissions.Form decision) {
        engine.complete("decideOnNonAttendance", number, decision.json());
    }

    private Stage1Meeting meeting(String number) {
        return story.in(() -> {
            Stage1Meeting meeting = story.stage1().meetingOf(number);
            meeting.formerDays();
            return meeting;
        });
    }

    private PerformanceCase aCase(String number) {
        return story.in(() -> story.cases().require(number));
    }

    private static String uid(String calendar) {
        return calendar.lines().filter(line -> line.startsWith("UID:")).findFirst().orElseThrow();
    }
}
