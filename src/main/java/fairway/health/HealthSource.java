package fairway.health;

/** Where something about health was told. */
public enum HealthSource {
    informalConversation("Informal conversation"), stage1Meeting("Stage 1 meeting"), progressReview("Progress review"), disclosure("Disclosure"),
    occupationalHealth("Occupational Health"), adjustments("Why no adjustments, Stage 1 meeting");

    private final String label;

    HealthSource(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }
}
