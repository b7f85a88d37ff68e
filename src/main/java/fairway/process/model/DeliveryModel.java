package fairway.process.model;

/** One letter, note or invitation on its way; the business key is the case number or the line. */
public final class DeliveryModel {

    public static final String KEY = "delivery";

    private DeliveryModel() {
    }

    /** Every flow node of the model. */
    public static final class Elements {

        public static final String START_DELIVERY_WRITTEN = "startEvent_deliveryWritten";
        public static final String RESOLVE_DELIVERY = "userTask_resolveDelivery";
        public static final String HAND_OVER_PAPER_COPY = "userTask_handOverPaperCopy";
        public static final String SEND_DELIVERY = "serviceTask_sendDelivery";
        public static final String GATEWAY_CHANNEL = "gateway_channel";
        public static final String GATEWAY_MAILING = "gateway_mailing";
        public static final String GATEWAY_RESOLVED = "gateway_resolved";
        public static final String GATEWAY_RECEIPT_NEEDED = "gateway_receiptNeeded";
        public static final String GATEWAY_AWAIT_RECEIPT = "gateway_awaitReceipt";
        public static final String GATEWAY_RECEIVED = "gateway_received";
        public static final String GATEWAY_ON_PAPER = "gateway_onPaper";
        public static final String EVENT_DELIVERY_FAILED = "event_deliveryFailed";
        public static final String EVENT_RECEIPT_CONFIRMED = "event_receiptConfirmed";
        public static final String EVENT_RECEIPT_CONFIRMED_AFTER_ALL = "event_receiptConfirmedAfterAll";
        public static final String EVENT_RECEIPT_DUE = "event_receiptDue";
        public static final String END_DELIVERED = "endEvent_delivered";
        public static final String END_CLOSED_UNSENT = "endEvent_closedUnsent";
        public static final String END_RECEIVED = "endEvent_received";
        public static final String END_HANDED_OVER = "endEvent_handedOver";
        public static final String SUB_PROCESS_DELIVERY_STOPPED = "subProcess_deliveryStopped";
        public static final String START_DELIVERY_STOPPED = "startEvent_deliveryStopped";
        public static final String END_DELIVERY_STOPPED = "endEvent_deliveryStopped";

        private Elements() {
        }
    }

    /** All that the model reads. */
    public static final class Variables {

        /** String: Id of the delivery; given at the start. */
        public static final String DELIVERY = "delivery";

        /** Boolean: Whether the recipient has an e-mail address; given at the start. */
        public static final String BY_MAIL = "byMail";

        /** Boolean: Whether a receipt is awaited; given at the start. */
        public static final String RECEIPT_NEEDED = "receiptNeeded";

        /** String: sendAgain, printed or notNeeded; set by the form resolveDelivery. */
        public static final String ACTION = "action";

        private Variables() {
        }
    }

    /** What is told to a running instance from outside. */
    public static final class Messages {

        /** The colleague has confirmed the receipt. */
        public static final String RECEIPT_CONFIRMED = "receiptConfirmed";

        /** It is not to go out any more: the colleague has left, a corrected version replaces it, or the referral was taken back. */
        public static final String DELIVERY_STOPPED = "deliveryStopped";

        private Messages() {
        }
    }

    /** Obstacles that the model answers. */
    public static final class Errors {

        /** The mail was refused, or the last try has failed. */
        public static final String DELIVERY_FAILED = "deliveryFailed";

        private Errors() {
        }
    }
}
