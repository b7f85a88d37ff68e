package fairway.performancecase;

/** What a concern is about. */
public enum ConcernKind {

    allocatedTasks("Allocated tasks"),
    targets("Targets"),
    quality("Quality of work"),
    timeKeeping("Time keeping"),
    other("Something else");

    private final String label;

    ConcernKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
