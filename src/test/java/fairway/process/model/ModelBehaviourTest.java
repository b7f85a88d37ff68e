package fairway.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import fairway.process.model.PerformanceCaseModel.Elements;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the models move on a real engine with stand-ins for the beans: what waits, what ends, and what an end takes with it. */
class ModelBehaviourTest {

    private static ModelEngine models;
    private static int number;

    @BeforeAll
    static void start() {
        models = ModelEngine.start();
    }

    @AfterAll
    static void stop() {
        models.close();
    }

    @BeforeEach
    void forget() {
        models.forget();
        models.answer("recordEvidenceCheck", Map.of("evidenceSufficient", true));
        models.answer("issueClosureLetter", Map.of("watch", false));
        models.answer("draftOutcomeLetter", Map.of("hrAttended", false));
        models.answer("remindOfReview", Map.of("planEnded", false));
        models.answer("passOnAdjustments", Collections.singletonMap("supportItem", null));
    }

    @Test
    void allModelsAndTablesDeploy() {
        assertThat(models.engine().getRepositoryService().createProcessDefinitionQuery().count()).isEqualTo(10);
        assertThat(models.engine().getRepositoryService().createDecisionDefinitionQuery().count()).isEqualTo(3);
    }

    // the case up to Stage 1

    @Test
    void anOpenCaseTakesTheConcernUp() {
        Walk second = Walk.start(models, PerformanceCaseModel.KEY, caseNumber(), "alreadyOpen", true);
        assertThat(second.isOver()).isTrue();
        assertThat(models.called()).isEmpty();
    }

    @Test
    void whatIsMissingIsNamedAndTheCaseMayEndThere_PM04() {
        models.answer("recordEvidenceCheck", Map.of("evidenceSufficient", false));
        Walk walk = Walk.start(models, PerformanceCaseModel.KEY, caseNumber(), "alreadyOpen", false)
                .complete(Elements.SELECT_EVIDENCE, "datedExamples", 1, "supportBeforeLatestExample", 0, "raisedShown", false);
        assertThat(walk.tasks()).containsExactly(Elements.DECIDE_ON_MISSING_EVIDENCE);
        assertThat((List<?>) walk.variable(Elements.DECIDE_ON_MISSING_EVIDENCE, "missingEvidence")).asList().containsExactlyInAnyOrder("support", "raised");
        walk.complete(Elements.DECIDE_ON_MISSING_EVIDENCE, "decision", "end");
        assertThat(walk.isOver()).isTrue();
        assertThat(models.called()).containsExactly("recordEvidenceCheck", "end:notInstigated");
    }

    @Test
    void nothingMissingIsAnEmptyList_PM02() {
        Walk walk = toRoute();
        assertThat((List<?>) walk.variable(Elements.CONFIRM_COURSE_OF_ACTION, "missingEvidence")).isEmpty();
    }

    @Test
    void hrMayAskForMoreEvidenceAndRouteElsewhere_PM01() {
        models.answer("recordEvidenceCheck", Map.of("evidenceSufficient", false));
        Walk walk = Walk.start(models, PerformanceCaseModel.KEY, caseNumber(), "alreadyOpen", false)
                .complete(Elements.SELECT_EVIDENCE, "datedExamples", 0, "supportBeforeLatestExample", 0, "raisedShown", true)
                .complete(Elements.DECIDE_ON_MISSING_EVIDENCE, "decision", "askHr")
                .complete(Elements.CONFIRM_COURSE_OF_ACTION, "route", "moreEvidence");
        assertThat(walk.tasks()).containsExactly(Elements.SELECT_EVIDENCE);
        walk.complete(Elements.SELECT_EVIDENCE, "datedExamples", 0, "supportBeforeLatestExample", 0, "raisedShown", true)
                .complete(Elements.DECIDE_ON_MISSING_EVIDENCE, "decision", "askHr")
                .complete(Elements.CONFIRM_COURSE_OF_ACTION, "route", "conduct");
        assertThat(walk.isOver()).isTrue();
        assertThat(models.called()).last().isEqualTo("end:routedElsewhere");
    }

    @Test
    void hrTasksLieInTheQueueUntilThereIsAnAdviser() {
        models.answer("owners.adviser", null);
        Task task = toRoute().task(Elements.CONFIRM_COURSE_OF_ACTION);
        assertThat(task.getAssignee()).isNull();
        assertThat(models.engine().getTaskService().getIdentityLinksForTask(task.getId())).singleElement()
                .satisfies(link -> assertThat(link.getGroupId()).isEqualTo("hr-medicine"));
        assertThat(task.getDueDate()).isEqualTo(StandIns.FAR);
        assertThat(task.getFollowUpDate()).isEqualTo(StandIns.FAR);
    }

    @Test
    void hrIsToldOfMoreTimeFromTheSecondTimeOn_S1P02() {
        Walk walk = toRoute().complete(Elements.CONFIRM_COURSE_OF_ACTION, "route", "informalConversation")
                .complete(Elements.HOLD_INFORMAL_CONVERSATION)
                .run(Elements.EVENT_TIME_GIVEN_OVER);
        assertThat(walk.tasks()).as("a reminder interrupts nothing").containsExactly(Elements.REVIEW_IMPROVEMENT);
        walk.complete(Elements.REVIEW_IMPROVEMENT, "result", "moreTime", "secondExtension", false);
        assertThat(models.called()).doesNotContain("tellHrOfMoreTime");
        walk.complete(Elements.REVIEW_IMPROVEMENT, "result", "moreTime", "secondExtension", true);
        assertThat(models.called()).contains("tellHrOfMoreTime");
        walk.complete(Elements.REVIEW_IMPROVEMENT, "result", "improved");
        assertThat(walk.isOver()).isTrue();
        assertThat(models.called()).endsWith("tellOfImprovement", "end:improved");
    }

    @Test
    void noImprovementLeadsToStage1_S1P03() {
        Walk walk = toRoute().complete(Elements.CONFIRM_COURSE_OF_ACTION, "route", "informalConversation")
                .complete(Elements.HOLD_INFORMAL_CONVERSATION)
                .complete(Elements.REVIEW_IMPROVEMENT, "result", "notImproved");
        assertThat(walk.tasks()).containsExactlyInAnyOrder(Stage1MeetingModel.Elements.ARRANGE_STAGE1_MEETING, Stage1MeetingModel.Elements.SHARE_POLICY,
                Stage1MeetingModel.Elements.PREPARE_SCRIPT);
    }

    // Stage 1

    @Test
    void theMeetingWaitsForAllThatIsToPrepareAndForNothingElse() {
        Walk walk = toStage1().complete(Stage1MeetingModel.Elements.SHARE_POLICY).complete(Stage1MeetingModel.Elements.PREPARE_SCRIPT);
        assertThat(walk.tasks()).containsExactly(Stage1MeetingModel.Elements.ARRANGE_STAGE1_MEETING);
        walk.complete(Stage1MeetingModel.Elements.ARRANGE_STAGE1_MEETING);
        assertThat(walk.tasks()).containsExactly(Stage1MeetingModel.Elements.RECORD_STAGE1_MEETING);
        assertThat(models.called()).contains("inviteToStage1Meeting", "sendPolicy", "draftScript");
    }

    @Test
    void afterNonAttendanceOnlyWhatIsMissingIsPreparedAgain() {
        Walk walk = prepared();
        walk.complete(Stage1MeetingModel.Elements.RECORD_STAGE1_MEETING, "outcome", "notAttended", "secondNonAttendance", false);
        assertThat(models.called()).last().isEqualTo("moveStage1Meeting");
        walk.complete(Stage1MeetingModel.Elements.RECORD_STAGE1_MEETING, "outcome", "moved", "secondNonAttendance", false)
                .run(Stage1MeetingModel.Elements.EVENT_STAGE1_RECORD_OVERDUE)
                .complete(Stage1MeetingModel.Elements.RECORD_STAGE1_MEETING, "outcome", "notAttended", "secondNonAttendance", true);
        assertThat(walk.tasks()).containsExactly(Stage1MeetingModel.Elements.DECIDE_ON_NON_ATTENDANCE);
        models.answer("stage1.toShare", false);
        models.answer("stage1.toScript", false);
        walk.complete(Stage1MeetingModel.Elements.DECIDE_ON_NON_ATTENDANCE, "decision", "otherPlace");
        assertThat(walk.tasks()).containsExactly(Stage1MeetingModel.Elements.ARRANGE_STAGE1_MEETING);
        models.answer("stage1.toArrange", false);
        walk.complete(Stage1MeetingModel.Elements.ARRANGE_STAGE1_MEETING)
                .complete(Stage1MeetingModel.Elements.RECORD_STAGE1_MEETING, "outcome", "notAttended", "secondNonAttendance", true)
                .complete(Stage1MeetingModel.Elements.DECIDE_ON_NON_ATTENDANCE, "decision", "pause");
        assertThat(walk.tasks()).as("with nothing to prepare the meeting is next").containsExactly(Stage1MeetingModel.Elements.RECORD_STAGE1_MEETING);
    }

    @Test
    void aTimeframeOutsideNeedsHr_S1D14() {
        Walk walk = prepared().complete(Stage1MeetingModel.Elements.RECORD_STAGE1_MEETING, "outcome", "held")
                .complete(Stage1MeetingModel.Elements.AGREE_IMPROVEMENT_PLAN, "planDays", 27, "planMonths", 1)
                .complete(Stage1MeetingModel.Elements.AGREE_TIMEFRAME, "agreed", false)
                .complete(Stage1MeetingModel.Elements.AGREE_IMPROVEMENT_PLAN, "planDays", 93, "planMonths", 4)
                .complete(Stage1MeetingModel.Elements.AGREE_TIMEFRAME, "agreed", true);
        assertThat(walk.visits(Stage1MeetingModel.Elements.END_PLAN_AGREED)).isEqualTo(1);
        assertThat(walk.visits(Elements.AFTER_STAGE1_MEETING)).isEqualTo(1);
        assertThat(walk.visits(Elements.PROGRESS_MONITORING)).isEqualTo(1);
    }

    @Test
    void anEndInStage1ReachesTheCase() {
        models.answer("caseEnds.ending", "routedElsewhere");
        Walk walk = prepared().complete(Stage1MeetingModel.Elements.RECORD_STAGE1_MEETING, "outcome", "notAttended", "secondNonAttendance", true)
                .complete(Stage1MeetingModel.Elements.DECIDE_ON_NON_ATTENDANCE, "decision", "otherRoute");
        assertThat(walk.isOver()).isTrue();
        assertThat(models.called()).endsWith("tellOfTheEnd", "listWhatIsOpen", "end:routedElsewhere");
    }

    // after Stage 1

    @Test
    void nothingPromisedHoldsNothingUp_S1A05() {
        Walk walk = toMonitoring();
        assertThat(walk.visits(AfterStage1MeetingModel.Elements.ARRANGE_SUPPORT)).isZero();
        walk.complete(AfterStage1MeetingModel.Elements.APPROVE_OUTCOME_LETTER);
        assertThat(walk.visits(Elements.END_FOLLOW_UP_DONE)).isEqualTo(1);
        assertThat(walk.visits(AfterStage1MeetingModel.Elements.START_REFERRAL)).isZero();
    }

    @Test
    void everySupportItemIsATaskOfItsOwnWithItsOwnClock_S1A05() {
        models.answer("support.toArrange", List.of("11", "12"));
        models.answer("stage1.occupationalHealthAgreed", true);
        Walk walk = toMonitoring();
        List<Task> items = walk.open(AfterStage1MeetingModel.Elements.ARRANGE_SUPPORT);
        assertThat(items).extracting(Task::getAssignee).containsExactlyInAnyOrder("arranger11", "arranger12");
        List<Job> clocks = walk.jobs(AfterStage1MeetingModel.Elements.EVENT_SUPPORT_OVERDUE);
        assertThat(clocks).hasSize(2);
        models.engine().getManagementService().executeJob(clocks.get(0).getId());
        assertThat(models.called()).filteredOn("tellOfOverdueSupport"::equals).hasSize(1);
        items.forEach(item -> models.engine().getTaskService().complete(item.getId()));
        walk.complete(AfterStage1MeetingModel.Elements.APPROVE_OUTCOME_LETTER);
        assertThat(walk.visits(Elements.END_FOLLOW_UP_DONE)).isEqualTo(1);
        assertThat(models.called()).contains("startReferral", "arrangeMonitoringMeetings", "issueOutcomeLetter");
    }

    @Test
    void aLetterGoesBackToTheManagerUntilHrConfirmsIt_S1A01() {
        models.answer("draftOutcomeLetter", Map.of("hrAttended", true));
        Walk walk = toMonitoring().complete(AfterStage1MeetingModel.Elements.APPROVE_OUTCOME_LETTER)
                .complete(AfterStage1MeetingModel.Elements.CONFIRM_OUTCOME_LETTER, "confirmed", false)
                .complete(AfterStage1MeetingModel.Elements.APPROVE_OUTCOME_LETTER);
        assertThat(models.called()).doesNotContain("issueOutcomeLetter");
        walk.complete(AfterStage1MeetingModel.Elements.CONFIRM_OUTCOME_LETTER, "confirmed", true);
        assertThat(models.called()).contains("issueOutcomeLetter");
    }

    // monitoring

    @Test
    void reviewsFollowEachOther_S1D16() {
        Walk walk = toMonitoring();
        for (int review = 1; review <= 3; review++) {
            nextReview(walk, false);
            walk.complete(ProgressMonitoringModel.Elements.HOLD_PROGRESS_REVIEW, "outcome", "held", "detriment", false, "closeEarly", false);
            assertThat(walk.visits(ProgressMonitoringModel.Elements.EVENT_REVIEW_DUE)).isEqualTo(review + 1);
        }
        nextReview(walk, false);
        walk.run(ProgressMonitoringModel.Elements.EVENT_REVIEW_OVERDUE).run(ProgressMonitoringModel.Elements.EVENT_REVIEW_LATE)
                .complete(ProgressMonitoringModel.Elements.HOLD_PROGRESS_REVIEW, "outcome", "postponed", "secondNonAttendance", false);
        assertThat(models.called()).containsSubsequence("remindReviewer", "tellHrOfLateReview", "moveReview");
        nextReview(walk, false);
        walk.complete(ProgressMonitoringModel.Elements.HOLD_PROGRESS_REVIEW, "outcome", "notAttended", "secondNonAttendance", false);
        nextReview(walk, false);
        walk.complete(ProgressMonitoringModel.Elements.HOLD_PROGRESS_REVIEW, "outcome", "notAttended", "secondNonAttendance", true)
                .complete(ProgressMonitoringModel.Elements.DECIDE_ON_NON_ATTENDANCE, "decision", "otherManager");
        nextReview(walk, false);
        walk.complete(ProgressMonitoringModel.Elements.HOLD_PROGRESS_REVIEW, "outcome", "held", "detriment", false, "closeEarly", true);
        assertThat(walk.tasks()).contains(ProgressMonitoringModel.Elements.FINAL_REVIEW);
    }

    @Test
    void anEndInMonitoringReachesTheCase() {
        models.answer("caseEnds.ending", "withdrawn");
        Walk walk = toMonitoring();
        nextReview(walk, false);
        walk.complete(ProgressMonitoringModel.Elements.HOLD_PROGRESS_REVIEW, "outcome", "notAttended", "secondNonAttendance", true)
                .complete(ProgressMonitoringModel.Elements.DECIDE_ON_NON_ATTENDANCE, "decision", "withdraw");
        assertThat(walk.isOver()).isTrue();
        assertThat(models.called()).last().isEqualTo("end:withdrawn");
    }

    @Test
    void anExtensionIsAgreedOrGoesBack_S1D14() {
        Walk walk = toMonitoring();
        nextReview(walk, true);
        walk.run(ProgressMonitoringModel.Elements.EVENT_FINAL_REVIEW_OVERDUE).run(ProgressMonitoringModel.Elements.EVENT_FINAL_REVIEW_LATE)
                .complete(ProgressMonitoringModel.Elements.FINAL_REVIEW, "result", "extend")
                .complete(ProgressMonitoringModel.Elements.AGREE_EXTENSION, "agreed", false)
                .complete(ProgressMonitoringModel.Elements.FINAL_REVIEW, "result", "extend")
                .complete(ProgressMonitoringModel.Elements.AGREE_EXTENSION, "agreed", true);
        assertThat(models.called()).last().isEqualTo("sendExtension");
        nextReview(walk, true);
        assertThat(walk.tasks()).contains(ProgressMonitoringModel.Elements.FINAL_REVIEW);
    }

    @Test
    void withoutHrsGoAheadMonitoringGoesOn_S1A05() {
        models.answer("monitoring.outstanding", true);
        Walk walk = toMonitoring();
        nextReview(walk, false);
        walk.complete(ProgressMonitoringModel.Elements.HOLD_PROGRESS_REVIEW, "outcome", "held", "detriment", true, "closeEarly", false)
                .complete(ProgressMonitoringModel.Elements.EXPLAIN_OMISSION, "goAhead", false);
        nextReview(walk, true);
        walk.complete(ProgressMonitoringModel.Elements.FINAL_REVIEW, "result", "explain")
                .complete(ProgressMonitoringModel.Elements.EXPLAIN_OMISSION, "goAhead", true);
        assertThat(walk.tasks()).as("explained for the final review").contains(ProgressMonitoringModel.Elements.FINAL_REVIEW);
        walk.complete(ProgressMonitoringModel.Elements.FINAL_REVIEW, "result", "extend").complete(ProgressMonitoringModel.Elements.AGREE_EXTENSION, "agreed", true);
        nextReview(walk, false);
        walk.complete(ProgressMonitoringModel.Elements.HOLD_PROGRESS_REVIEW, "outcome", "held", "detriment", true, "closeEarly", false)
                .complete(ProgressMonitoringModel.Elements.EXPLAIN_OMISSION, "goAhead", true);
        assertThat(walk.tasks()).as("explained for the formal stage").contains(ProgressMonitoringModel.Elements.CONSIDER_FORMAL_STAGE);
        models.answer("monitoring.outstanding", false);
        walk.complete(ProgressMonitoringModel.Elements.CONSIDER_FORMAL_STAGE, "decision", "continue");
        nextReview(walk, false);
        walk.complete(ProgressMonitoringModel.Elements.HOLD_PROGRESS_REVIEW, "outcome", "held", "detriment", true, "closeEarly", false);
        assertThat(walk.tasks()).contains(ProgressMonitoringModel.Elements.CONSIDER_FORMAL_STAGE);
    }

    // outcomes

    @Test
    void anOutcomeTakesOpenFollowUpWithIt() {
        models.answer("support.toArrange", List.of("11", "12"));
        Walk walk = toMonitoring();
        nextReview(walk, true);
        walk.tell(PerformanceCaseModel.Messages.CASE_PAUSED)
                .complete(ProgressMonitoringModel.Elements.FINAL_REVIEW, "result", "standardMet");
        assertThat(walk.isOver()).as("support, letter and the pause end with the case").isTrue();
        assertThat(models.called()).endsWith("issueClosureLetter", "listWhatIsOpen", "end:standardMet");
    }

    @Test
    void aWatchEndsWithItsTimeOrLeadsBackToMonitoring() {
        models.answer("issueClosureLetter", Map.of("watch", true));
        Walk walk = toMonitoring();
        nextReview(walk, true);
        walk.complete(ProgressMonitoringModel.Elements.FINAL_REVIEW, "result", "standardMet")
                .tell(PerformanceCaseModel.Messages.PERFORMANCE_FELL)
                .complete(Elements.CONFIRM_RETURN_TO_MONITORING, "agreed", false)
                .tell(PerformanceCaseModel.Messages.PERFORMANCE_FELL)
                .complete(Elements.CONFIRM_RETURN_TO_MONITORING, "agreed", true);
        nextReview(walk, true);
        walk.complete(ProgressMonitoringModel.Elements.FINAL_REVIEW, "result", "standardMet").run(Elements.EVENT_WATCH_OVER);
        assertThat(walk.isOver()).isTrue();
        assertThat(models.called()).endsWith("tellOfSustainedImprovement", "end:sustained");
    }

    @Test
    void notMetIsDecidedOnByHr_S1D17() {
        Walk walk = toMonitoring();
        nextReview(walk, true);
        walk.complete(ProgressMonitoringModel.Elements.FINAL_REVIEW, "result", "notMet")
                .complete(Elements.DECIDE_FORMAL_STAGE, "decision", "returnToMonitoring");
        nextReview(walk, true);
        walk.complete(ProgressMonitoringModel.Elements.FINAL_REVIEW, "result", "notMet").complete(Elements.DECIDE_FORMAL_STAGE, "decision", "refer");
        assertThat(walk.isOver()).isTrue();
        assertThat(models.called()).endsWith("issueHandOverPack", "tellOfReferral", "listWhatIsOpen", "end:referred");
    }

    @Test
    void hrMayCloseInsteadOfReferring() {
        Walk walk = toMonitoring();
        nextReview(walk, true);
        walk.complete(ProgressMonitoringModel.Elements.FINAL_REVIEW, "result", "notMet").complete(Elements.DECIDE_FORMAL_STAGE, "decision", "close");
        assertThat(walk.isOver()).isTrue();
        assertThat(models.called()).endsWith("tellOfTheEnd", "listWhatIsOpen", "end:closedByHr");
    }

    @Test
    void theFormalStageIsBroughtForward_S1D17() {
        Walk walk = toMonitoring();
        nextReview(walk, false);
        walk.complete(ProgressMonitoringModel.Elements.HOLD_PROGRESS_REVIEW, "outcome", "held", "detriment", true, "closeEarly", false)
                .complete(ProgressMonitoringModel.Elements.CONSIDER_FORMAL_STAGE, "decision", "bringForward");
        assertThat(walk.isOver()).isTrue();
        assertThat(models.called()).endsWith("issueHandOverPack", "tellOfReferral", "listWhatIsOpen", "end:referred");
        assertThat(models.called()).doesNotContain("tellOfTheEnd");
    }

    // at any time

    @Test
    void aCaseCanBeEndedFromAnywhere() {
        models.answer("caseEnds.ending", "left");
        for (Walk walk : List.of(toRoute(), toStage1(), toMonitoring())) {
            models.called().clear();
            walk.tell(PerformanceCaseModel.Messages.CASE_END_ASKED);
            assertThat(walk.isOver()).isTrue();
            assertThat(models.called()).containsExactly("tellOfTheEnd", "listWhatIsOpen", "end:left");
        }
    }

    @Test
    void aCaseCanBeEndedInTheWatch() {
        models.answer("issueClosureLetter", Map.of("watch", true));
        Walk walk = toMonitoring();
        nextReview(walk, true);
        walk.complete(ProgressMonitoringModel.Elements.FINAL_REVIEW, "result", "standardMet").tell(PerformanceCaseModel.Messages.CASE_END_ASKED);
        assertThat(walk.isOver()).isTrue();
        assertThat(models.called()).last().isEqualTo("end:closedByHr");
    }

    @Test
    void aPauseInterruptsNothingAndIsDecidedOn() {
        Walk walk = toMonitoring().tell(PerformanceCaseModel.Messages.CASE_PAUSED);
        assertThat(walk.tasks()).contains(Elements.DECIDE_AFTER_PAUSE, AfterStage1MeetingModel.Elements.APPROVE_OUTCOME_LETTER);
        walk.complete(Elements.DECIDE_AFTER_PAUSE, "decision", "goOn");
        assertThat(walk.visits(Elements.END_CASE_GOES_ON)).isEqualTo(1);
        nextReview(walk, false);
        walk.tell(PerformanceCaseModel.Messages.CASE_PAUSED).complete(Elements.DECIDE_AFTER_PAUSE, "decision", "end");
        assertThat(walk.isOver()).isTrue();
        assertThat(models.called()).endsWith("tellOfTheEnd", "listWhatIsOpen", "end:closedByHr");
    }

    @Test
    void aRevisedPlanNeedsHrWhereItsEndMoves_S1D14() {
        Walk walk = toMonitoring().tell(PerformanceCaseModel.Messages.PLAN_REVISED, "timeframeChanged", false);
        assertThat(models.called()).last().isEqualTo("sendRevisedPlan");
        walk.tell(PerformanceCaseModel.Messages.PLAN_REVISED, "timeframeChanged", true).complete(Elements.AGREE_TIMEFRAME, "agreed", false);
        assertThat(models.called()).filteredOn("sendRevisedPlan"::equals).hasSize(1);
        walk.tell(PerformanceCaseModel.Messages.PLAN_REVISED, "timeframeChanged", true).complete(Elements.AGREE_TIMEFRAME, "agreed", true);
        assertThat(models.called()).filteredOn("sendRevisedPlan"::equals).hasSize(2);
        assertThat(walk.tasks()).containsExactly(AfterStage1MeetingModel.Elements.APPROVE_OUTCOME_LETTER);
    }

    // one-to-ones

    @Test
    void aOneToOneIsBookedOnItsOwnAndStartsTheNext_OTO01() {
        Walk walk = oneToOne();
        assertThat(walk.task(OneToOneCycleModel.Elements.RECORD_ONE_TO_ONE).getAssignee()).isEqualTo("manager");
        walk.run(OneToOneCycleModel.Elements.EVENT_WORKING_DAY_BEFORE)
                .complete(OneToOneCycleModel.Elements.RECORD_ONE_TO_ONE, "outcome", "postponed")
                .run(OneToOneCycleModel.Elements.EVENT_RECORD_OVERDUE)
                .complete(OneToOneCycleModel.Elements.RECORD_ONE_TO_ONE, "outcome", "held");
        assertThat(walk.isOver()).isTrue();
        assertThat(models.called()).containsExactly("bookNextOneToOne", "remindOfOneToOne", "moveOneToOne", "remindOfOverdueRecord", "sendOneToOneNote",
                "startNextOneToOne");
    }

    @Test
    void whoDidNotAttendGetsNoNoteButTheNextOneToOne_OTO01() {
        Walk walk = oneToOne().complete(OneToOneCycleModel.Elements.RECORD_ONE_TO_ONE, "outcome", "notAttended");
        assertThat(walk.isOver()).isTrue();
        assertThat(models.called()).containsExactly("bookNextOneToOne", "startNextOneToOne");
    }

    @Test
    void aLineThatEndsTakesItsOneToOneWithIt_OTO01() {
        String line = "L-" + ++number;
        Walk unbooked = Walk.start(models, OneToOneCycleModel.KEY, line).tell(OneToOneCycleModel.Messages.LINE_ENDED);
        assertThat(unbooked.isOver()).isTrue();
        Walk booked = oneToOne().tell(OneToOneCycleModel.Messages.LINE_ENDED);
        assertThat(booked.isOver()).isTrue();
        assertThat(models.called()).doesNotContain("startNextOneToOne").endsWith("cancelOneToOne");
    }

    @Test
    void anEarlierOneToOneIsKept() {
        assertThat(Walk.start(models, EarlierOneToOneModel.KEY, "L-" + ++number).isOver()).isTrue();
    }

    // referral and delivery

    @Test
    void aReferralWaitsForTheAdvice_S1A06() {
        Walk walk = Walk.start(models, OccupationalHealthReferralModel.KEY, caseNumber(), "referral", "5")
                .complete(OccupationalHealthReferralModel.Elements.COMPLETE_REFERRAL, "consent", "given")
                .run(OccupationalHealthReferralModel.Elements.EVENT_ADVICE_OVERDUE)
                .complete(OccupationalHealthReferralModel.Elements.RECORD_OCCUPATIONAL_HEALTH_ADVICE, "state", "appointment")
                .complete(OccupationalHealthReferralModel.Elements.RECORD_OCCUPATIONAL_HEALTH_ADVICE, "state", "adviceReceived");
        assertThat(walk.isOver()).isTrue();
        assertThat(models.called()).containsExactly("sendReferral", "remindOfAdvice", "passOnAdjustments");
    }

    @Test
    void withoutConsentNothingIsSent_S1A06() {
        Walk declined = Walk.start(models, OccupationalHealthReferralModel.KEY, caseNumber(), "referral", "5")
                .complete(OccupationalHealthReferralModel.Elements.COMPLETE_REFERRAL, "consent", "declined");
        assertThat(declined.isOver()).isTrue();
        assertThat(models.called()).isEmpty();
        Walk withdrawn = Walk.start(models, OccupationalHealthReferralModel.KEY, caseNumber(), "referral", "6")
                .complete(OccupationalHealthReferralModel.Elements.COMPLETE_REFERRAL, "consent", "given")
                .tell(OccupationalHealthReferralModel.Messages.CONSENT_WITHDRAWN);
        assertThat(withdrawn.isOver()).isTrue();
        assertThat(models.called()).containsExactly("sendReferral", "stopReferral");
        Walk byHr = Walk.start(models, OccupationalHealthReferralModel.KEY, caseNumber(), "referral", "7")
                .complete(OccupationalHealthReferralModel.Elements.COMPLETE_REFERRAL, "consent", "given")
                .complete(OccupationalHealthReferralModel.Elements.RECORD_OCCUPATIONAL_HEALTH_ADVICE, "state", "withdrawn");
        assertThat(byHr.isOver()).isTrue();
        assertThat(models.called()).last().isEqualTo("tellProviderToStop");
    }

    @Test
    void adjustmentsThatAreAdvisedAreArrangedWithTheirOwnClock_S1A05() {
        Walk walk = advised();
        Task task = walk.task(OccupationalHealthReferralModel.Elements.ARRANGE_SUPPORT);
        assertThat(task.getAssignee()).isEqualTo("arranger31");
        walk.run(OccupationalHealthReferralModel.Elements.EVENT_SUPPORT_OVERDUE);
        assertThat(models.called()).last().isEqualTo("tellOfOverdueSupport");
        walk.complete(OccupationalHealthReferralModel.Elements.ARRANGE_SUPPORT);
        assertThat(walk.isOver()).isTrue();
        Walk closed = advised().tell(OccupationalHealthReferralModel.Messages.CASE_ENDED);
        assertThat(closed.isOver()).as("with the case").isTrue();
        assertThat(closed.visits(OccupationalHealthReferralModel.Elements.END_SUPPORT_CLOSED)).isEqualTo(1);
    }

    private static Walk advised() {
        models.answer("passOnAdjustments", Map.of("supportItem", "31"));
        return Walk.start(models, OccupationalHealthReferralModel.KEY, caseNumber(), "referral", "5")
                .complete(OccupationalHealthReferralModel.Elements.COMPLETE_REFERRAL, "consent", "given")
                .complete(OccupationalHealthReferralModel.Elements.RECORD_OCCUPATIONAL_HEALTH_ADVICE, "state", "adviceReceived");
    }

    @Test
    void aCorrectionIsSentOrTheManagerIsTold_S1A01() {
        Walk confirmed = Walk.start(models, LetterCorrectionModel.KEY, caseNumber(), "correction", "5")
                .complete(LetterCorrectionModel.Elements.CONFIRM_CORRECTION, "confirmed", true);
        assertThat(confirmed.isOver()).isTrue();
        Walk refused = Walk.start(models, LetterCorrectionModel.KEY, caseNumber(), "correction", "6")
                .complete(LetterCorrectionModel.Elements.CONFIRM_CORRECTION, "confirmed", false);
        assertThat(refused.isOver()).isTrue();
        assertThat(refused.visits(LetterCorrectionModel.Elements.END_SENT_LETTER_STANDS)).isEqualTo(1);
        assertThat(models.called()).containsExactly("sendCorrectedLetter", "tellOfRefusedCorrection");
    }

    @Test
    void aReferralOutlivesItsCase() {
        String number = caseNumber();
        Walk referral = Walk.start(models, OccupationalHealthReferralModel.KEY, number, "referral", "8");
        toRoute(number).tell(PerformanceCaseModel.Messages.CASE_END_ASKED);
        assertThat(referral.tasks()).containsExactly(OccupationalHealthReferralModel.Elements.COMPLETE_REFERRAL);
    }

    @Test
    void whatCannotBeSentIsTriedAgainAndThenResolved() {
        Walk walk = delivery(true, true);
        models.answer("sendDelivery", new IllegalStateException("no connection"));
        Job job = walk.jobs(DeliveryModel.Elements.SEND_DELIVERY).get(0);
        assertThatThrownBy(() -> models.engine().getManagementService().executeJob(job.getId()))
                .hasMessageContaining("no connection");
        assertThat(models.engine().getManagementService().createJobQuery().jobId(job.getId()).singleResult().getRetries())
                .as("five more tries, with growing pauses").isEqualTo(5);
        models.answer("sendDelivery", new BpmnError("deliveryFailed"));
        walk.run(DeliveryModel.Elements.SEND_DELIVERY);
        assertThat(walk.task(DeliveryModel.Elements.RESOLVE_DELIVERY).getAssignee()).isNull();
        models.answer("sendDelivery", Map.of());
        walk.complete(DeliveryModel.Elements.RESOLVE_DELIVERY, "action", "sendAgain").run(DeliveryModel.Elements.SEND_DELIVERY)
                .tell(DeliveryModel.Messages.RECEIPT_CONFIRMED);
        assertThat(walk.isOver()).isTrue();
    }

    @Test
    void whereMailDoesNotReachPaperDoes_S1A02() {
        Walk noAddress = delivery(false, true).complete(DeliveryModel.Elements.HAND_OVER_PAPER_COPY);
        assertThat(noAddress.isOver()).isTrue();
        Walk noReceipt = delivery(true, true).run(DeliveryModel.Elements.SEND_DELIVERY).run(DeliveryModel.Elements.EVENT_RECEIPT_DUE)
                .complete(DeliveryModel.Elements.HAND_OVER_PAPER_COPY);
        assertThat(noReceipt.isOver()).isTrue();
        models.answer("sendDelivery", new BpmnError("deliveryFailed"));
        Walk printed = delivery(true, false).run(DeliveryModel.Elements.SEND_DELIVERY).complete(DeliveryModel.Elements.RESOLVE_DELIVERY, "action", "printed")
                .complete(DeliveryModel.Elements.HAND_OVER_PAPER_COPY);
        assertThat(printed.isOver()).isTrue();
        models.answer("sendDelivery", Map.of());
        assertThat(delivery(true, false).run(DeliveryModel.Elements.SEND_DELIVERY).isOver()).isTrue();
    }

    @Test
    void whatIsNoLongerNeededIsClosed() {
        models.answer("sendDelivery", new BpmnError("deliveryFailed"));
        Walk closed = delivery(true, false).run(DeliveryModel.Elements.SEND_DELIVERY).complete(DeliveryModel.Elements.RESOLVE_DELIVERY, "action", "notNeeded");
        assertThat(closed.isOver()).isTrue();
        assertThat(closed.visits(DeliveryModel.Elements.END_CLOSED_UNSENT)).isEqualTo(1);
        models.answer("sendDelivery", Map.of());
    }

    @Test
    void aReceiptAfterAllTakesThePaperCopyBack_S1A02() {
        Walk walk = delivery(true, true).run(DeliveryModel.Elements.SEND_DELIVERY).run(DeliveryModel.Elements.EVENT_RECEIPT_DUE)
                .tell(DeliveryModel.Messages.RECEIPT_CONFIRMED);
        assertThat(walk.isOver()).isTrue();
        assertThat(walk.visits(DeliveryModel.Elements.EVENT_RECEIPT_CONFIRMED_AFTER_ALL)).isEqualTo(1);
        assertThat(walk.visits(DeliveryModel.Elements.END_RECEIVED)).isEqualTo(1);
    }

    @Test
    void nothingGoesToSomebodyWhoHasLeft_S1A02() {
        Walk onItsWay = delivery(true, true).tell(DeliveryModel.Messages.DELIVERY_STOPPED);
        assertThat(onItsWay.isOver()).isTrue();
        assertThat(onItsWay.jobs(DeliveryModel.Elements.SEND_DELIVERY)).isEmpty();
        assertThat(delivery(false, true).tell(DeliveryModel.Messages.DELIVERY_STOPPED).isOver()).as("to be handed over").isTrue();
        assertThat(delivery(true, true).run(DeliveryModel.Elements.SEND_DELIVERY).tell(DeliveryModel.Messages.DELIVERY_STOPPED).isOver()).as("receipt awaited").isTrue();
        models.answer("sendDelivery", new BpmnError("deliveryFailed"));
        assertThat(delivery(true, false).run(DeliveryModel.Elements.SEND_DELIVERY).tell(DeliveryModel.Messages.DELIVERY_STOPPED).isOver()).as("with operations").isTrue();
        models.answer("sendDelivery", Map.of());
    }

    private static String caseNumber() {
        return "PC-2026-%06d".formatted(++number);
    }

    private static Walk toRoute() {
        return toRoute(caseNumber());
    }

    private static Walk toRoute(String caseNumber) {
        return Walk.start(models, PerformanceCaseModel.KEY, caseNumber, "alreadyOpen", false)
                .complete(Elements.SELECT_EVIDENCE, "datedExamples", 1, "supportBeforeLatestExample", 1, "raisedShown", true);
    }

    private static Walk toStage1() {
        return toRoute().complete(Elements.CONFIRM_COURSE_OF_ACTION, "route", "stage1");
    }

    private static Walk prepared() {
        return toStage1().complete(Stage1MeetingModel.Elements.SHARE_POLICY).complete(Stage1MeetingModel.Elements.PREPARE_SCRIPT)
                .complete(Stage1MeetingModel.Elements.ARRANGE_STAGE1_MEETING);
    }

    private static Walk toMonitoring() {
        return prepared().complete(Stage1MeetingModel.Elements.RECORD_STAGE1_MEETING, "outcome", "held")
                .complete(Stage1MeetingModel.Elements.AGREE_IMPROVEMENT_PLAN, "planDays", 28, "planMonths", 3);
    }

    /** The timer of the next review fires, at the end of the plan or before. */
    private static void nextReview(Walk walk, boolean planEnded) {
        models.answer("remindOfReview", Map.of("planEnded", planEnded));
        walk.run(ProgressMonitoringModel.Elements.EVENT_REVIEW_DUE);
    }

    private static Walk oneToOne() {
        return Walk.start(models, OneToOneCycleModel.KEY, "L-" + ++number).run(OneToOneCycleModel.Elements.BOOK_NEXT_ONE_TO_ONE);
    }

    private static Walk delivery(boolean byMail, boolean receiptNeeded) {
        return Walk.start(models, DeliveryModel.KEY, caseNumber(), "delivery", "7", "byMail", byMail, "receiptNeeded", receiptNeeded);
    }
}
