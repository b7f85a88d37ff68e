package fairway.process.model;

/** A case from the concern to its end; the business key is the case number, <code>PC-2026-000123</code>. */
public final class PerformanceCaseModel {

    public static final String KEY = "performanceCase";

    private PerformanceCaseModel() {
    }

    /** Every flow node of the model. */
    public static final class Elements {

        public static final String START_CONCERN_RAISED = "startEvent_concernRaised";
        public static final String START_CASE_END_ASKED = "startEvent_caseEndAsked";
        public static final String START_CASE_ENDS_EARLY = "startEvent_caseEndsEarly";
        public static final String START_CASE_PAUSED = "startEvent_casePaused";
        public static final String START_PLAN_REVISED = "startEvent_planRevised";
        public static final String SELECT_EVIDENCE = "userTask_selectEvidence";
        public static final String DECIDE_ON_MISSING_EVIDENCE = "userTask_decideOnMissingEvidence";
        public static final String CONFIRM_COURSE_OF_ACTION = "userTask_confirmCourseOfAction";
        public static final String HOLD_INFORMAL_CONVERSATION = "userTask_holdInformalConversation";
        public static final String REVIEW_IMPROVEMENT = "userTask_reviewImprovement";
        public static final String CONFIRM_RETURN_TO_MONITORING = "userTask_confirmReturnToMonitoring";
        public static final String DECIDE_FORMAL_STAGE = "userTask_decideFormalStage";
        public static final String DECIDE_AFTER_PAUSE = "userTask_decideAfterPause";
        public static final String AGREE_TIMEFRAME = "userTask_agreeTimeframe";
        public static final String REMIND_OF_REVIEW_OF_IMPROVEMENT = "serviceTask_remindOfReviewOfImprovement";
        public static final String TELL_OF_IMPROVEMENT = "serviceTask_tellOfImprovement";
        public static final String TELL_HR_OF_MORE_TIME = "serviceTask_tellHrOfMoreTime";
        public static final String ISSUE_CLOSURE_LETTER = "serviceTask_issueClosureLetter";
        public static final String LIST_WHAT_IS_OPEN = "serviceTask_listWhatIsOpen";
        public static final String TELL_OF_SUSTAINED_IMPROVEMENT = "serviceTask_tellOfSustainedImprovement";
        public static final String ISSUE_HAND_OVER_PACK = "serviceTask_issueHandOverPack";
        public static final String TELL_OF_REFERRAL = "serviceTask_tellOfReferral";
        public static final String LIST_WHAT_IS_OPEN_AT_REFERRAL = "serviceTask_listWhatIsOpenAtReferral";
        public static final String TELL_OF_THE_END = "serviceTask_tellOfTheEnd";
        public static final String LIST_WHAT_IS_OPEN_AT_THE_END = "serviceTask_listWhatIsOpenAtTheEnd";
        public static final String SEND_REVISED_PLAN = "serviceTask_sendRevisedPlan";
        public static final String CHECK_EVIDENCE = "ruleTask_checkEvidence";
        public static final String STAGE1_MEETING = "callActivity_stage1Meeting";
        public static final String AFTER_STAGE1_MEETING = "callActivity_afterStage1Meeting";
        public static final String PROGRESS_MONITORING = "callActivity_progressMonitoring";
        public static final String GATEWAY_ALREADY_OPEN = "gateway_alreadyOpen";
        public static final String GATEWAY_EVIDENCE_NEEDED = "gateway_evidenceNeeded";
        public static final String GATEWAY_EVIDENCE_SUFFICIENT = "gateway_evidenceSufficient";
        public static final String GATEWAY_MISSING_EVIDENCE = "gateway_missingEvidence";
        public static final String GATEWAY_HR_ASKED = "gateway_hrAsked";
        public static final String GATEWAY_ROUTE = "gateway_route";
        public static final String GATEWAY_TIME_GIVEN = "gateway_timeGiven";
        public static final String GATEWAY_IMPROVED = "gateway_improved";
        public static final String GATEWAY_SECOND_EXTENSION = "gateway_secondExtension";
        public static final String GATEWAY_MORE_TIME_GIVEN = "gateway_moreTimeGiven";
        public static final String GATEWAY_STAGE1_REACHED = "gateway_stage1Reached";
        public static final String GATEWAY_FOLLOW_UP = "gateway_followUp";
        public static final String GATEWAY_MONITORING_BEGINS = "gateway_monitoringBegins";
        public static final String GATEWAY_OUTCOME = "gateway_outcome";
        public static final String GATEWAY_WATCH = "gateway_watch";
        public static final String GATEWAY_WATCH_GOES_ON = "gateway_watchGoesOn";
        public static final String GATEWAY_WATCH_FOR = "gateway_watchFor";
        public static final String GATEWAY_RETURN_AGREED = "gateway_returnAgreed";
        public static final String GATEWAY_FORMAL_STAGE = "gateway_formalStage";
        public static final String GATEWAY_REFERRAL = "gateway_referral";
        public static final String GATEWAY_BACK_TO_MONITORING = "gateway_backToMonitoring";
        public static final String GATEWAY_HOW_ENDED = "gateway_howEnded";
        public static final String GATEWAY_AFTER_PAUSE = "gateway_afterPause";
        public static final String GATEWAY_END_MOVED = "gateway_endMoved";
        public static final String GATEWAY_REVISION_AGREED = "gateway_revisionAgreed";
        public static final String GATEWAY_REVISION_STANDS = "gateway_revisionStands";
        public static final String EVENT_TIME_GIVEN_OVER = "event_timeGivenOver";
        public static final String EVENT_WATCH_OVER = "event_watchOver";
        public static final String EVENT_PERFORMANCE_FELL = "event_performanceFell";
        public static final String SUB_PROCESS_CASE_END_ASKED = "subProcess_caseEndAsked";
        public static final String SUB_PROCESS_CASE_ENDS_EARLY = "subProcess_caseEndsEarly";
        public static final String SUB_PROCESS_CASE_PAUSED = "subProcess_casePaused";
        public static final String SUB_PROCESS_PLAN_REVISED = "subProcess_planRevised";
        public static final String END_CONCERN_TAKEN_UP = "endEvent_concernTakenUp";
        public static final String END_NOT_INSTIGATED = "endEvent_notInstigated";
        public static final String END_ROUTED_ELSEWHERE = "endEvent_routedElsewhere";
        public static final String END_REMINDED_OF_REVIEW_OF_IMPROVEMENT = "endEvent_remindedOfReviewOfImprovement";
        public static final String END_IMPROVED = "endEvent_improved";
        public static final String END_FOLLOW_UP_DONE = "endEvent_followUpDone";
        public static final String END_STANDARD_MET = "endEvent_standardMet";
        public static final String END_SUSTAINED = "endEvent_sustained";
        public static final String END_CLOSING = "endEvent_closing";
        public static final String END_REFERRED = "endEvent_referred";
        public static final String END_CASE_END_ASKED = "endEvent_caseEndAsked";
        public static final String END_WITHDRAWN = "endEvent_withdrawn";
        public static final String END_CLOSED_BY_HR = "endEvent_closedByHr";
        public static final String END_LEFT = "endEvent_left";
        public static final String END_ROUTED_ELSEWHERE_LATER = "endEvent_routedElsewhereLater";
        public static final String END_CASE_GOES_ON = "endEvent_caseGoesOn";
        public static final String END_ENDED_AFTER_PAUSE = "endEvent_endedAfterPause";
        public static final String END_PLAN_REVISED = "endEvent_planRevised";
        public static final String END_PLAN_KEPT = "endEvent_planKept";

        private Elements() {
        }
    }

    /** All that the model reads. */
    public static final class Variables {

        /** Boolean: Whether an open case took the concern up; set by the form raiseConcern. */
        public static final String ALREADY_OPEN = "alreadyOpen";

        /** Integer: Number of dated examples chosen that stem from a one-to-one (PM-02); set by the form selectEvidence. */
        public static final String DATED_EXAMPLES = "datedExamples";

        /** Integer: Number of support records dated before the latest example (PM-03); set by the form selectEvidence. */
        public static final String SUPPORT_BEFORE_LATEST_EXAMPLE = "supportBeforeLatestExample";

        /** Boolean: Whether it is shown that the concern was raised with the colleague (S1P-01); set by the form selectEvidence. */
        public static final String RAISED_SHOWN = "raisedShown";

        /** list of String: What the decision table finds missing: example, support, raised; empty if nothing. */
        public static final String MISSING_EVIDENCE = "missingEvidence";

        /** Boolean: Whether the case passes the gate; set by recordEvidenceCheck, which holds the floor of the policy whatever the table says. */
        public static final String EVIDENCE_SUFFICIENT = "evidenceSufficient";

        /** String: Course of action; set by the form confirmCourseOfAction. */
        public static final String ROUTE = "route";

        /** String: improved, moreTime or notImproved; set by the form reviewImprovement. */
        public static final String RESULT = "result";

        /** Boolean: Whether more time is given for the second time or more; set by the form reviewImprovement, together with moreTime. */
        public static final String SECOND_EXTENSION = "secondExtension";

        /** String: standardMet, notMet or broughtForward; comes out of progressMonitoring. */
        public static final String OUTCOME = "outcome";

        /** Boolean: Whether the Trust has set a watch (Trust setting); set by issueClosureLetter. */
        public static final String WATCH = "watch";

        /** Boolean: HR's answer; set by the forms confirmReturnToMonitoring and agreeTimeframe. */
        public static final String AGREED = "agreed";

        /** String: Choice made; set by the forms decideOnMissingEvidence, decideFormalStage and decideAfterPause. */
        public static final String DECISION = "decision";

        /** Boolean: Whether the revision moves the end of the plan; comes with the message planRevised. */
        public static final String TIMEFRAME_CHANGED = "timeframeChanged";

        private Variables() {
        }
    }

    /** What is told to a running instance from outside. */
    public static final class Messages {

        /** The manager reports in the watch that performance fell. */
        public static final String PERFORMANCE_FELL = "performanceFell";

        /** Somebody who may do so ends the case. */
        public static final String CASE_END_ASKED = "caseEndAsked";

        /** HR pauses the case. */
        public static final String CASE_PAUSED = "casePaused";

        /** The manager has revised the plan; brings timeframeChanged. */
        public static final String PLAN_REVISED = "planRevised";

        private Messages() {
        }
    }

    /** Obstacles that the model answers. */
    public static final class Errors {

        /** The case ends before its outcome; how, the aggregate knows. */
        public static final String CASE_ENDS_EARLY = "caseEndsEarly";

        private Errors() {
        }
    }

    /** How a case ends, as told to <code>caseEnds</code>. */
    public static final class Endings {

        /** End of a case, PM-04. */
        public static final String NOT_INSTIGATED = "notInstigated";

        /** End of a case, PM-01. */
        public static final String ROUTED_ELSEWHERE = "routedElsewhere";

        /** End of a case, S1P-02. */
        public static final String IMPROVED = "improved";

        /** End of a case, S1D-16. */
        public static final String STANDARD_MET = "standardMet";

        /** End of a case, S1D-16. */
        public static final String SUSTAINED = "sustained";

        /** End of a case, S1D-17. */
        public static final String REFERRED = "referred";

        /** End of a case, PM-01. */
        public static final String CLOSED_BY_HR = "closedByHr";

        /** End of a case, PM-01. */
        public static final String WITHDRAWN = "withdrawn";

        /** End of a case, PM-01. */
        public static final String LEFT = "left";

        private Endings() {
        }
    }
}
