package fairway.onetoone;

/** Where a one-to-one stands. */
public enum OneToOneState {
    planned, held, notAttended, cancelled
}
