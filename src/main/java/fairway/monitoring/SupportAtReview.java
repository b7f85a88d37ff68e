package fairway.monitoring;

/** How promised support stands at a review; {@code declined} means that the colleague did not want it. */
public enum SupportAtReview {
    delivered("Delivered"), notYet("Not yet delivered"), declined("Declined");

    private final String label;

    SupportAtReview(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }
}
