package fairway.form;

/**
 * The place at which a form is filled in.
 *
 * @param formId      the form's id, e.g. {@code recordOneToOne}
 * @param businessKey case number or line id; null while a start form is open
 * @param subject     what the step is about beside the case (a support item, a referral, a delivery …); may be null
 * @param userId      who fills it in (user id of the sign-in)
 */
public record Step(String formId, String businessKey, String subject, String userId) {

    /** {@link #subject()} as the number of a row. */
    public long subjectId() {
        return Long.parseLong(subject);
    }
}
