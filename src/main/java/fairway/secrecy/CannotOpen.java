package fairway.secrecy;

/**
 * A sealed text cannot be read: its key is not among the keys that Fairway has now, or it is not what was sealed at this place. People are told
 * what to do; the message holds nothing of the text.
 */
public class CannotOpen extends RuntimeException {

    private final boolean keyMissing;

    CannotOpen(SealedColumn column, String row, boolean keyMissing) {
        super((keyMissing ? "the key is missing to " : "not what was sealed: ") + column.place(row));
        this.keyMissing = keyMissing;
    }

    /** What a person reads. */
    public String inWords() {
        return keyMissing
                ? "A restricted text of this case cannot be read now, because its key is missing. Nothing was changed. Tell your Fairway operations: they have to put the key back."
                : "A restricted text of this case cannot be read: it is not what was written there. Nothing was changed. Tell your Fairway operations.";
    }

    /** Whether the key is missing, rather than the text wrong. */
    public boolean isKeyMissing() {
        return keyMissing;
    }
}
