package fairway.stage1;

/** What kind of support was agreed (S1D-12, OTO-07). */
public enum SupportKind {
    training("Training"), shadowing("Shadowing"), mentoring("Mentoring"), coaching("Coaching"), prioritisation("Help with prioritisation"), other("Other");

    private final String label;

    SupportKind(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }
}
