package fairway.records;

import java.time.LocalDate;

/**
 * Somebody's request for what is kept about them.
 *
 * @param number        {@code SAR-2026-000001}; the business key of its process
 * @param handledBy     user id of whoever of HR answers it
 * @param dueOn         last day for the answer, as the request came in
 * @param extendedUntil last day after the extension; null without one
 * @param state         review, issued, refused or withdrawn
 * @param identityChecked how it was made sure that it is them; null until then
 * @param sendTo        mail address for the answer where it goes to another than the staff mailbox; null for none
 */
record SubjectAccessRequest(String number, String staffNumber, LocalDate receivedOn, String identityChecked, String scope, String sendTo, String handledBy, LocalDate dueOn, LocalDate extendedUntil, String extensionReason,
                            String state, String decisionReason, LocalDate endedOn) {

    boolean isOpen() {
        return endedOn == null;
    }

    /** The last day that holds now. */
    LocalDate lastDay() {
        return extendedUntil == null ? dueOn : extendedUntil;
    }
}
