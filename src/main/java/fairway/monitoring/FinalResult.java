package fairway.monitoring;

/** Result of a final review; {@code explain} is a "not met" that waits for HR's explanation of what the Trust still owes. */
public enum FinalResult {
    standardMet("The standard is met."), extend("The plan is to be extended."), notMet("The standard is not met."),
    explain("The standard is not met; HR explains first what is outstanding.");

    private final String label;

    FinalResult(String label) {
        this.label = label;
    }

    /** A sentence. */
    public String label() {
        return label;
    }
}
