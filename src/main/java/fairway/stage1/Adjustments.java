package fairway.stage1;

/** What came of considering reasonable adjustments (S1D-08). */
public enum Adjustments {
    agreed, awaitingAdvice, declined, noneNeeded
}
