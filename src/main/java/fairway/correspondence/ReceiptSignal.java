package fairway.correspondence;

/** Hears that a receipt was confirmed, so that nobody hands over a paper copy any more. */
public interface ReceiptSignal {

    void receiptConfirmed(long delivery);
}
