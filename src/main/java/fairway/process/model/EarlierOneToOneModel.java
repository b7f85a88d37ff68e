package fairway.process.model;

/** A one-to-one that was held before Fairway, or on the way; the business key is the line. */
public final class EarlierOneToOneModel {

    public static final String KEY = "earlierOneToOne";

    private EarlierOneToOneModel() {
    }

    /** Every flow node of the model. */
    public static final class Elements {

        public static final String START_EARLIER_ONE_TO_ONE = "startEvent_earlierOneToOne";
        public static final String END_EARLIER_ONE_TO_ONE_KEPT = "endEvent_earlierOneToOneKept";

        private Elements() {
        }
    }
}
