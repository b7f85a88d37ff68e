package fairway.process.model;

/** Letter, calendar, support and Occupational Health after the meeting; called by {@link PerformanceCaseModel}. */
public final class AfterStage1MeetingModel {

    public static final String KEY = "afterStage1Meeting";

    private AfterStage1MeetingModel() {
    }

    /** Every flow node of the model. */
    public static final class Elements {

        public static final String START_STAGE1_MEETING_HELD = "startEvent_stage1MeetingHeld";
        public static final String START_SUPPORT_PROMISED = "startEvent_supportPromised";
        public static final String APPROVE_OUTCOME_LETTER = "userTask_approveOutcomeLetter";
        public static final String CONFIRM_OUTCOME_LETTER = "userTask_confirmOutcomeLetter";
        public static final String ARRANGE_SUPPORT = "userTask_arrangeSupport";
        public static final String DRAFT_OUTCOME_LETTER = "serviceTask_draftOutcomeLetter";
        public static final String ISSUE_OUTCOME_LETTER = "serviceTask_issueOutcomeLetter";
        public static final String ARRANGE_MONITORING_MEETINGS = "serviceTask_arrangeMonitoringMeetings";
        public static final String TELL_OF_OVERDUE_SUPPORT = "serviceTask_tellOfOverdueSupport";
        public static final String START_REFERRAL = "serviceTask_startReferral";
        public static final String GATEWAY_AFTER_MEETING = "gateway_afterMeeting";
        public static final String GATEWAY_LETTER_DRAFTED = "gateway_letterDrafted";
        public static final String GATEWAY_HR_ATTENDED = "gateway_hrAttended";
        public static final String GATEWAY_LETTER_CONFIRMED = "gateway_letterConfirmed";
        public static final String GATEWAY_LETTER_READY = "gateway_letterReady";
        public static final String GATEWAY_OCCUPATIONAL_HEALTH = "gateway_occupationalHealth";
        public static final String GATEWAY_REFERRAL_SEEN_TO = "gateway_referralSeenTo";
        public static final String GATEWAY_FOLLOWED_UP = "gateway_followedUp";
        public static final String EVENT_SUPPORT_OVERDUE = "event_supportOverdue";
        public static final String SUB_PROCESS_SUPPORT_ITEM = "subProcess_supportItem";
        public static final String END_TOLD_OF_OVERDUE_SUPPORT = "endEvent_toldOfOverdueSupport";
        public static final String END_SUPPORT_ARRANGED = "endEvent_supportArranged";
        public static final String END_FOLLOWED_UP = "endEvent_followedUp";

        private Elements() {
        }
    }

    /** All that the model reads. */
    public static final class Variables {

        /** Boolean: Whether HR attended the meeting (PM-05); set by draftOutcomeLetter. */
        public static final String HR_ATTENDED = "hrAttended";

        /** Boolean: HR's answer on the letter; set by the form confirmOutcomeLetter. */
        public static final String CONFIRMED = "confirmed";

        /** String: Id of the support item or adjustment, one per instance of the sub-process. */
        public static final String SUPPORT_ITEM = "supportItem";

        private Variables() {
        }
    }
}
