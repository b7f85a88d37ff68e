package fairway.performancecase;

/** What kind of support was agreed in the informal conversation. */
public enum SupportKind {

    training("Training"),
    shadowing("Shadowing"),
    mentoring("Mentoring"),
    coaching("Coaching"),
    prioritisation("Help with prioritisation"),
    other("Something else");

    private final String label;

    SupportKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
