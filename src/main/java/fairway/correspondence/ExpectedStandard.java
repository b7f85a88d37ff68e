package fairway.correspondence;

/**
 * The standard of one concern (S1D-05, S1D-11).
 *
 * @param concern        what it is about
 * @param jobDescription what the job description says
 * @param expected       what is expected
 */
public record ExpectedStandard(String concern, String jobDescription, String expected) {
}
