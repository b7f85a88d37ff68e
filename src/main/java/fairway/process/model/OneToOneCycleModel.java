package fairway.process.model;

/** One one-to-one of one line (OTO-01); the business key is the line, <code>L-17</code>. */
public final class OneToOneCycleModel {

    public static final String KEY = "oneToOneCycle";

    private OneToOneCycleModel() {
    }

    /** Every flow node of the model. */
    public static final class Elements {

        public static final String START_ONE_TO_ONE_DUE = "startEvent_oneToOneDue";
        public static final String START_LINE_ENDED = "startEvent_lineEnded";
        public static final String RECORD_ONE_TO_ONE = "userTask_recordOneToOne";
        public static final String BOOK_NEXT_ONE_TO_ONE = "serviceTask_bookNextOneToOne";
        public static final String REMIND_OF_ONE_TO_ONE = "serviceTask_remindOfOneToOne";
        public static final String REMIND_OF_OVERDUE_RECORD = "serviceTask_remindOfOverdueRecord";
        public static final String MOVE_ONE_TO_ONE = "serviceTask_moveOneToOne";
        public static final String SEND_ONE_TO_ONE_NOTE = "serviceTask_sendOneToOneNote";
        public static final String START_NEXT_ONE_TO_ONE = "serviceTask_startNextOneToOne";
        public static final String CANCEL_ONE_TO_ONE = "serviceTask_cancelOneToOne";
        public static final String GATEWAY_BOOKED = "gateway_booked";
        public static final String GATEWAY_ONE_TO_ONE_OUTCOME = "gateway_oneToOneOutcome";
        public static final String GATEWAY_ONE_TO_ONE_OVER = "gateway_oneToOneOver";
        public static final String EVENT_WORKING_DAY_BEFORE = "event_workingDayBefore";
        public static final String EVENT_RECORD_OVERDUE = "event_recordOverdue";
        public static final String SUB_PROCESS_LINE_ENDED = "subProcess_lineEnded";
        public static final String END_REMINDED_OF_ONE_TO_ONE = "endEvent_remindedOfOneToOne";
        public static final String END_REMINDED_OF_OVERDUE_RECORD = "endEvent_remindedOfOverdueRecord";
        public static final String END_NEXT_ONE_TO_ONE_STARTED = "endEvent_nextOneToOneStarted";
        public static final String END_LINE_ENDED = "endEvent_lineEnded";

        private Elements() {
        }
    }

    /** All that the model reads. */
    public static final class Variables {

        /** Long: Id of the one-to-one that is booked; set by bookNextOneToOne. */
        public static final String ONE_TO_ONE = "oneToOne";

        /** String: held, postponed or notAttended; set by the form recordOneToOne. */
        public static final String OUTCOME = "outcome";

        private Variables() {
        }
    }

    /** What is told to a running instance from outside. */
    public static final class Messages {

        /** The staff list no longer has this line. */
        public static final String LINE_ENDED = "lineEnded";

        private Messages() {
        }
    }
}
