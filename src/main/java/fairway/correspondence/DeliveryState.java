package fairway.correspondence;

/** What has become of a message. */
public enum DeliveryState {

    waiting("Waiting"),
    sent("Sent"),
    failed("Failed"),
    received("Receipt confirmed"),
    printed("Printed and handed over"),
    stopped("Stopped, not sent");

    private final String label;

    DeliveryState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
