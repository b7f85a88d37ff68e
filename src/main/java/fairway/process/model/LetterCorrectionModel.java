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
        public static final String SEND_CORRECTED_LETTER = "serviceTask_sendCorrectedLetter";
        public static final String TELL_OF_REFUSED_CORRECTION = "serviceTask_tellOfRefusedCorrection";
        public static final String GATEWAY_CORRECTION_CONFIRMED = "gateway_correctionConfirmed";
        public static final String END_CORRECTED_LETTER_ON_ITS_WAY = "endEvent_correctedLetterOnItsWay";
        public static final String END_SENT_LETTER_STANDS = "endEvent_sentLetterStands";

        private Elements() {
        }
    }

    /** All that the model and its form read. */
    public static final class Variables {

        /** String: Id of the correction; given at the start. */
        public static final String CORRECTION = "correction";

        /** Boolean: HR's answer; set by the form confirmCorrection. */
        public static final String CONFIRMED = "confirmed";

        private Variables() {
        }
    }
}
