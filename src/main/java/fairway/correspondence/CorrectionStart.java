package fairway.correspondence;

/** Starts what gets HR's word on a correction, in the caller's transaction. */
public interface CorrectionStart {

    /**
     * @param number     of the case
     * @param correction number of the correction
     */
    void start(String number, long correction);

    /** Whether the running process sends what HR confirmed, and tells of what HR did not, in steps of its own: those that began on an earlier version of the model do not. */
    boolean followsUp(long correction);
}
