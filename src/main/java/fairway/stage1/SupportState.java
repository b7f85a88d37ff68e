package fairway.stage1;

/** Where a promise of support stands. */
public enum SupportState {
    toArrange("to be arranged"), arranged("arranged"), delivered("delivered"), declined("declined by the colleague"), closed("closed with the case");

    private final String label;

    SupportState(String label) {
        this.label = label;
    }

    /** As people read it, in the middle of a sentence. */
    public String label() {
        return label;
    }

    /** Whether the promise is still to be kept. */
    public boolean isOpen() {
        return this == toArrange || this == arranged;
    }
}
