package fairway.form;

/** One choice of a list that comes from the case: what is submitted, and what a person reads. */
public record Option(String value, String label) {
}
