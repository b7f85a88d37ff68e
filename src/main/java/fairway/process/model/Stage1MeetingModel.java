package fairway.process.model;

/** Preparation and Stage 1 meeting, up to the agreed plan; called by {@link PerformanceCaseModel}. */
public final class Stage1MeetingModel {

    public static final String KEY = "stage1Meeting";

    private Stage1MeetingModel() {
    }

    /** Every flow node of the model. */
    public static final class Elements {

        public static final String START_STAGE1_NEEDED = "startEvent_stage1Needed";
        public static final String ARRANGE_STAGE1_MEETING = "userTask_arrangeStage1Meeting";
        public static final String SHARE_POLICY = "userTask_sharePolicy";
        public static final String PREPARE_SCRIPT = "userTask_prepareScript";
        public static final String RECORD_STAGE1_MEETING = "userTask_recordStage1Meeting";
        public static final String DECIDE_ON_NON_ATTENDANCE = "userTask_decideOnNonAttendance";
        public static final String AGREE_IMPROVEMENT_PLAN = "userTask_agreeImprovementPlan";
        public static final String AGREE_TIMEFRAME = "userTask_agreeTimeframe";
        public static final String INVITE_TO_STAGE1_MEETING = "serviceTask_inviteToStage1Meeting";
        public static final String SEND_POLICY = "serviceTask_sendPolicy";
        public static final String DRAFT_SCRIPT = "serviceTask_draftScript";
        public static final String REMIND_OF_STAGE1_RECORD = "serviceTask_remindOfStage1Record";
        public static final String MOVE_STAGE1_MEETING = "serviceTask_moveStage1Meeting";
        public static final String CHECK_TIMEFRAME = "ruleTask_checkTimeframe";
        public static final String GATEWAY_TO_PREPARE = "gateway_toPrepare";
        public static final String GATEWAY_PREPARE = "gateway_prepare";
        public static final String GATEWAY_TO_ARRANGE = "gateway_toArrange";
        public static final String GATEWAY_ARRANGED = "gateway_arranged";
        public static final String GATEWAY_TO_SHARE = "gateway_toShare";
        public static final String GATEWAY_SHARED = "gateway_shared";
        public static final String GATEWAY_TO_SCRIPT = "gateway_toScript";
        public static final String GATEWAY_SCRIPTED = "gateway_scripted";
        public static final String GATEWAY_PREPARED = "gateway_prepared";
        public static final String GATEWAY_DATE_STANDS = "gateway_dateStands";
        public static final String GATEWAY_STAGE1_OUTCOME = "gateway_stage1Outcome";
        public static final String GATEWAY_NEW_DATE = "gateway_newDate";
        public static final String GATEWAY_SECOND_NON_ATTENDANCE = "gateway_secondNonAttendance";
        public static final String GATEWAY_NON_ATTENDANCE = "gateway_nonAttendance";
        public static final String GATEWAY_PLAN_NEEDED = "gateway_planNeeded";
        public static final String GATEWAY_TIMEFRAME = "gateway_timeframe";
        public static final String GATEWAY_TIMEFRAME_AGREED = "gateway_timeframeAgreed";
        public static final String GATEWAY_PLAN_STANDS = "gateway_planStands";
        public static final String EVENT_STAGE1_RECORD_OVERDUE = "event_stage1RecordOverdue";
        public static final String END_REMINDED_OF_STAGE1_RECORD = "endEvent_remindedOfStage1Record";
        public static final String END_STAGE1_ENDS_EARLY = "endEvent_stage1EndsEarly";
        public static final String END_PLAN_AGREED = "endEvent_planAgreed";

        private Elements() {
        }
    }

    /** All that the model reads. */
    public static final class Variables {

        /** String: held, moved or notAttended; set by the form recordStage1Meeting. */
        public static final String OUTCOME = "outcome";

        /** Boolean: Whether the colleague did not attend for the second time, sickness and unavailable companions not counted; set by the form recordStage1Meeting. */
        public static final String SECOND_NON_ATTENDANCE = "secondNonAttendance";

        /** String: What follows the non-attendance; set by the form decideOnNonAttendance. */
        public static final String DECISION = "decision";

        /** Integer: Days from the meeting to the end of the plan; set by the form agreeImprovementPlan. */
        public static final String PLAN_DAYS = "planDays";

        /** Integer: Begun months from the meeting to the end of the plan; set by the form agreeImprovementPlan. */
        public static final String PLAN_MONTHS = "planMonths";

        /** String: within or outside the normal timeframe (S1D-14); set by the decision table and recordTimeframeCheck, which holds the policy's limits whatever the table says. */
        public static final String TIMEFRAME = "timeframe";

        /** Boolean: HR's answer on the timeframe; set by the form agreeTimeframe. */
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
