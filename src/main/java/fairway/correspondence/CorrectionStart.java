package fairway.correspondence;

/** Starts what gets HR's word on a correction, in the caller's transaction. */
public interface CorrectionStart {

    /**
     * @param number     of the case
     * @param correction number of the correction
     */
    void start(String number, long correction);
}
