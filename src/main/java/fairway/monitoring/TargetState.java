package fairway.monitoring;

/** How a target of the plan stands at a review. */
public enum TargetState {
    met("Met"), onTrack("On track"), notMet("Not met");

    private final String label;

    TargetState(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }
}
