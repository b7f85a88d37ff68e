package fairway.health;

/** Where a referral to Occupational Health stands (S1A-06). */
public enum ReferralState {
    discussed("discussed, not agreed yet"), agreed("agreed, not sent yet"), sent("sent"), appointment("appointment made"), adviceReceived("advice received"), declined("declined by the colleague"),
    withdrawn("withdrawn");

    private final String label;

    ReferralState(String label) {
        this.label = label;
    }

    /** As people read it, in the middle of a sentence. */
    public String label() {
        return label;
    }

    /** Whether advice is still to come. */
    public boolean isOpen() {
        return this == discussed || this == agreed || this == sent || this == appointment;
    }
}
