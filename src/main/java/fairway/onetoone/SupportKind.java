package fairway.onetoone;

/** What kind of support was given or offered (OTO-07); constants as the forms submit them. */
public enum SupportKind {
    training("Training"),
    shadowing("Shadowing"),
    mentoring("Mentoring"),
    coaching("Coaching or guidance"),
    prioritisation("Help with prioritisation"),
    other("Other support");

    private final String label;

    SupportKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
