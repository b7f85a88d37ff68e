package fairway.correspondence;

/** Starts and stops what sends a message, in the caller's transaction. */
public interface DeliveryStart {

    /**
     * @param delivery      number of the delivery
     * @param key           case number or line id
     * @param byMail        whether there is a mail address
     * @param receiptNeeded whether a receipt is awaited
     */
    void start(long delivery, String key, boolean byMail, boolean receiptNeeded);

    /** Ends it wherever it stands; nothing where it has ended. */
    void stop(long delivery);

    /** Whether it can end without being sent or handed over: deliveries that began on an earlier version of the model cannot. */
    boolean canCloseUnsent(long delivery);
}
