package fairway.process.model;

/** Somebody asks what is kept about them; the business key is the number of the request, <code>SAR-2026-000001</code>. */
public final class SubjectAccessRequestModel {

    public static final String KEY = "subjectAccessRequest";

    private SubjectAccessRequestModel() {
    }

    /** Every flow node of the model. */
    public static final class Elements {

        public static final String START_REQUEST_RECEIVED = "startEvent_requestReceived";
        public static final String REVIEW_SUBJECT_ACCESS = "userTask_reviewSubjectAccess";
        public static final String COLLECT_SUBJECT_ACCESS_PACK = "serviceTask_collectSubjectAccessPack";
        public static final String REMIND_OF_SUBJECT_ACCESS = "serviceTask_remindOfSubjectAccess";
        public static final String TELL_OF_OVERDUE_ANSWER = "serviceTask_tellOfOverdueAnswer";
        public static final String TELL_OF_EXTENSION = "serviceTask_tellOfExtension";
        public static final String ISSUE_SUBJECT_ACCESS_PACK = "serviceTask_issueSubjectAccessPack";
        public static final String TELL_OF_REFUSED_REQUEST = "serviceTask_tellOfRefusedRequest";
        public static final String GATEWAY_COLLECT = "gateway_collect";
        public static final String GATEWAY_SUBJECT_ACCESS_ANSWER = "gateway_subjectAccessAnswer";
        public static final String EVENT_ANSWER_DUE_SOON = "event_answerDueSoon";
        public static final String EVENT_ANSWER_OVERDUE = "event_answerOverdue";
        public static final String END_REMINDED_OF_SUBJECT_ACCESS = "endEvent_remindedOfSubjectAccess";
        public static final String END_TOLD_OF_OVERDUE_ANSWER = "endEvent_toldOfOverdueAnswer";
        public static final String END_PACK_ISSUED = "endEvent_packIssued";
        public static final String END_REQUEST_REFUSED = "endEvent_requestRefused";
        public static final String END_REQUEST_WITHDRAWN = "endEvent_requestWithdrawn";

        private Elements() {
        }
    }

    /** All that the model reads. */
    public static final class Variables {

        /** String: issue, extend, refuse or withdrawn; set by the form reviewSubjectAccess. */
        public static final String DECISION = "decision";

        private Variables() {
        }
    }
}
