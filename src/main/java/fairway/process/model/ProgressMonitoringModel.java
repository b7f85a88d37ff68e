package fairway.process.model;

/** The review loop up to an outcome; called by {@link PerformanceCaseModel}. */
public final class ProgressMonitoringModel {

    public static final String KEY = "progressMonitoring";

    private ProgressMonitoringModel() {
    }

    /** Every flow node of the model. */
    public static final class Elements {

        public static final String START_MONITORING_BEGINS = "startEvent_monitoringBegins";
        public static final String HOLD_PROGRESS_REVIEW = "userTask_holdProgressReview";
        public static final String DECIDE_ON_NON_ATTENDANCE = "userTask_decideOnNonAttendance";
        public static final String CONSIDER_FORMAL_STAGE = "userTask_considerFormalStage";
        public static final String EXPLAIN_OMISSION = "userTask_explainOmission";
        public static final String FINAL_REVIEW = "userTask_finalReview";
        public static final String AGREE_EXTENSION = "userTask_agreeExtension";
        public static final String REMIND_OF_REVIEW = "serviceTask_remindOfReview";
        public static final String REMIND_REVIEWER = "serviceTask_remindReviewer";
        public static final String TELL_HR_OF_LATE_REVIEW = "serviceTask_tellHrOfLateReview";
        public static final String MOVE_REVIEW = "serviceTask_moveReview";
        public static final String SEND_REVIEW_NOTE = "serviceTask_sendReviewNote";
        public static final String REMIND_FINAL_REVIEWER = "serviceTask_remindFinalReviewer";
        public static final String TELL_HR_OF_LATE_FINAL_REVIEW = "serviceTask_tellHrOfLateFinalReview";
        public static final String SEND_EXTENSION = "serviceTask_sendExtension";
        public static final String GATEWAY_REVIEW_AHEAD = "gateway_reviewAhead";
        public static final String GATEWAY_PLAN_END = "gateway_planEnd";
        public static final String GATEWAY_REVIEW_OUTCOME = "gateway_reviewOutcome";
        public static final String GATEWAY_NEW_DATE = "gateway_newDate";
        public static final String GATEWAY_SECOND_MISSED = "gateway_secondMissed";
        public static final String GATEWAY_NON_ATTENDANCE = "gateway_nonAttendance";
        public static final String GATEWAY_DETRIMENT = "gateway_detriment";
        public static final String GATEWAY_OUTSTANDING = "gateway_outstanding";
        public static final String GATEWAY_CLOSE_EARLY = "gateway_closeEarly";
        public static final String GATEWAY_FORMAL_STAGE_ASKED = "gateway_formalStageAsked";
        public static final String GATEWAY_FORMAL_STAGE = "gateway_formalStage";
        public static final String GATEWAY_EXPLANATION_NEEDED = "gateway_explanationNeeded";
        public static final String GATEWAY_GO_AHEAD = "gateway_goAhead";
        public static final String GATEWAY_EXPLAINED_FOR = "gateway_explainedFor";
        public static final String GATEWAY_FINAL_REVIEW_DUE = "gateway_finalReviewDue";
        public static final String GATEWAY_FINAL_RESULT = "gateway_finalResult";
        public static final String GATEWAY_EXTENSION_AGREED = "gateway_extensionAgreed";
        public static final String GATEWAY_MOVE_NEEDED = "gateway_moveNeeded";
        public static final String EVENT_NEXT_REVIEW = "event_nextReview";
        public static final String EVENT_REVIEW_DUE = "event_reviewDue";
        public static final String EVENT_REVIEW_OVERDUE = "event_reviewOverdue";
        public static final String EVENT_REVIEW_LATE = "event_reviewLate";
        public static final String EVENT_REVIEW_MOVED = "event_reviewMoved";
        public static final String EVENT_REVIEW_DONE = "event_reviewDone";
        public static final String EVENT_MONITORING_CONTINUED = "event_monitoringContinued";
        public static final String EVENT_OMISSION_STANDS = "event_omissionStands";
        public static final String EVENT_FINAL_REVIEW_OVERDUE = "event_finalReviewOverdue";
        public static final String EVENT_FINAL_REVIEW_LATE = "event_finalReviewLate";
        public static final String EVENT_PLAN_EXTENDED = "event_planExtended";
        public static final String EVENT_OMISSION_EXPLAINED = "event_omissionExplained";
        public static final String EVENT_EXTENSION_REFUSED = "event_extensionRefused";
        public static final String EVENT_FINAL_REVIEW_AGAIN = "event_finalReviewAgain";
        public static final String END_REVIEWER_REMINDED = "endEvent_reviewerReminded";
        public static final String END_HR_TOLD_OF_LATE_REVIEW = "endEvent_hrToldOfLateReview";
        public static final String END_MONITORING_ENDS_EARLY = "endEvent_monitoringEndsEarly";
        public static final String END_BROUGHT_FORWARD = "endEvent_broughtForward";
        public static final String END_FINAL_REVIEWER_REMINDED = "endEvent_finalReviewerReminded";
        public static final String END_HR_TOLD_OF_LATE_FINAL_REVIEW = "endEvent_hrToldOfLateFinalReview";
        public static final String END_STANDARD_MET = "endEvent_standardMet";
        public static final String END_NOT_MET = "endEvent_notMet";

        private Elements() {
        }
    }

    /** All that the model reads. */
    public static final class Variables {

        /** Boolean: Whether the review that is due is the final one; set by remindOfReview. */
        public static final String PLAN_ENDED = "planEnded";

        /** String: held, postponed or notAttended, set by the form holdProgressReview; at the end standardMet, notMet or broughtForward. */
        public static final String OUTCOME = "outcome";

        /** Boolean: Whether an urgent target not met risks serious detriment to the service (S1D-17); set by the form holdProgressReview. */
        public static final String DETRIMENT = "detriment";

        /** Boolean: Whether the final review is asked for early, all targets being met; set by the form holdProgressReview. */
        public static final String CLOSE_EARLY = "closeEarly";

        /** Boolean: Whether the colleague did not attend for the second time; set by the form holdProgressReview. */
        public static final String SECOND_NON_ATTENDANCE = "secondNonAttendance";

        /** String: Choice made; set by the forms considerFormalStage and decideOnNonAttendance. */
        public static final String DECISION = "decision";

        /** String: The decision that HR explains: formalStage or finalReview; set by the flows to the explanation. */
        public static final String EXPLANATION_FOR = "explanationFor";

        /** Boolean: Whether HR gives the go-ahead; set by the form explainOmission. */
        public static final String GO_AHEAD = "goAhead";

        /** String: standardMet, notMet, extend or explain (asks HR to explain what is outstanding); set by the form finalReview. */
        public static final String RESULT = "result";

        /** Boolean: HR's answer on the extension; set by the form agreeExtension. */
        public static final String AGREED = "agreed";

        private Variables() {
        }
    }

    /** Obstacles that the model answers. */
    public static final class Errors {

        /** The case ends before its outcome; how, the aggregate knows. */
        public static final String CASE_ENDS_EARLY = "caseEndsEarly";

        private Errors() {
        }
    }
}
