package fairway.performancecase;

/** One thing that the evidence gate finds missing; the names are the outputs of the decision table {@code evidenceGate}. */
public enum MissingEvidence {

    /** A dated example from a one-to-one note (PM-02, PM-07). */
    example("PM-02"),
    /** A support record dated before the latest example (PM-03). */
    support("PM-03"),
    /** The date on which the decline was raised, and what shows it (S1P-01). */
    raised("S1P-01");

    private final String clause;

    MissingEvidence(String clause) {
        this.clause = clause;
    }

    public String clause() {
        return clause;
    }
}
