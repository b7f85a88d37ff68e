package fairway.process.model;

/** A correction of a letter that HR confirms; the business key is the case number. */
public final class LetterCorrectionModel {

    public static final String KEY = "letterCorrection";

    private LetterCorrectionModel() {
    }

    /** Every flow node of the model. */
    public static final class Elements {

        public static final String START_CORRECTION_WRITTEN = "startEvent_correctionWritten";
        public static final String CONFIRM_CORRECTION = "userTask_confirmCorrection";
        public static final String END_CORRECTION_DECIDED = "endEvent_correctionDecided";

        private Elements() {
        }
    }

    /** All that the model's form reads. */
    public static final class Variables {

        /** String: Id of the correction; given at the start. */
        public static final String CORRECTION = "correction";

        private Variables() {
        }
    }
}
