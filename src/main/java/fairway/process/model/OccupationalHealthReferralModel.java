package fairway.process.model;

/** One referral to Occupational Health, which outlives its case; the business key is the case number. */
public final class OccupationalHealthReferralModel {

    public static final String KEY = "occupationalHealthReferral";

    private OccupationalHealthReferralModel() {
    }

    /** Every flow node of the model. */
    public static final class Elements {

        public static final String START_REFERRAL_AGREED = "startEvent_referralAgreed";
        public static final String START_CONSENT_WITHDRAWN = "startEvent_consentWithdrawn";
        public static final String COMPLETE_REFERRAL = "userTask_completeReferral";
        public static final String RECORD_OCCUPATIONAL_HEALTH_ADVICE = "userTask_recordOccupationalHealthAdvice";
        public static final String ARRANGE_SUPPORT = "userTask_arrangeSupport";
        public static final String SEND_REFERRAL = "serviceTask_sendReferral";
        public static final String REMIND_OF_ADVICE = "serviceTask_remindOfAdvice";
        public static final String PASS_ON_ADJUSTMENTS = "serviceTask_passOnAdjustments";
        public static final String TELL_OF_OVERDUE_SUPPORT = "serviceTask_tellOfOverdueSupport";
        public static final String TELL_PROVIDER_TO_STOP = "serviceTask_tellProviderToStop";
        public static final String STOP_REFERRAL = "serviceTask_stopReferral";
        public static final String GATEWAY_CONSENT = "gateway_consent";
        public static final String GATEWAY_ADVICE_AWAITED = "gateway_adviceAwaited";
        public static final String GATEWAY_REFERRAL_STATE = "gateway_referralState";
        public static final String GATEWAY_ADJUSTMENT_PROMISED = "gateway_adjustmentPromised";
        public static final String EVENT_SUPPORT_OVERDUE = "event_supportOverdue";
        public static final String EVENT_CASE_ENDED = "event_caseEnded";
        public static final String EVENT_ADVICE_OVERDUE = "event_adviceOverdue";
        public static final String SUB_PROCESS_CONSENT_WITHDRAWN = "subProcess_consentWithdrawn";
        public static final String END_REFERRAL_DECLINED = "endEvent_referralDeclined";
        public static final String END_REMINDED_OF_ADVICE = "endEvent_remindedOfAdvice";
        public static final String END_ADVICE_RECORDED = "endEvent_adviceRecorded";
        public static final String END_TOLD_OF_OVERDUE_SUPPORT = "endEvent_toldOfOverdueSupport";
        public static final String END_SUPPORT_ARRANGED = "endEvent_supportArranged";
        public static final String END_SUPPORT_CLOSED = "endEvent_supportClosed";
        public static final String END_REFERRAL_WITHDRAWN = "endEvent_referralWithdrawn";
        public static final String END_CONSENT_WITHDRAWN = "endEvent_consentWithdrawn";

        private Elements() {
        }
    }

    /** All that the model reads. */
    public static final class Variables {

        /** String: Id of the referral; given at the start. */
        public static final String REFERRAL = "referral";

        /** String: given or declined; set by the form completeReferral. */
        public static final String CONSENT = "consent";

        /** String: appointment, adviceReceived or withdrawn; set by the form recordOccupationalHealthAdvice. */
        public static final String STATE = "state";

        /** String: Id of the adjustment that is to be arranged, null where there is none; set by passOnAdjustments. */
        public static final String SUPPORT_ITEM = "supportItem";

        private Variables() {
        }
    }

    /** What is told to a running instance from outside. */
    public static final class Messages {

        /** The colleague withdraws their consent. */
        public static final String CONSENT_WITHDRAWN = "consentWithdrawn";

        /** The case has ended: what is to be arranged is closed with it. */
        public static final String CASE_ENDED = "caseEnded";

        private Messages() {
        }
    }
}
