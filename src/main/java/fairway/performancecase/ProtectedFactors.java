package fairway.performancecase;

/** Whether a grievance, protected disclosure, discrimination complaint, pregnancy or union activity is in play. HR only. */
public enum ProtectedFactors {
    none("None known"),
    present("In play");

    private final String label;

    ProtectedFactors(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
