package fairway.onetoone;

/** How an allocated task stands (OTO-05); constants as the forms submit them. */
public enum TaskState {
    onTrack("On track"),
    done("Done"),
    missed("Missed");

    private final String label;

    TaskState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
