package fairway.onetoone;

/** What an example is about (PM-11); constants as the forms submit them. */
public enum ExampleKind {
    allocatedTask("Allocated task not carried out"),
    quality("Quality of work"),
    lateness("Lateness"),
    other("Something else");

    private final String label;

    ExampleKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
