package fairway.stage1;

/** Where a version of a plan stands. At most one version of a case is in force. */
public enum PlanState {
    /** Written, and waiting for HR to agree its timeframe (S1D-14). */
    proposed,
    inForce,
    /** HR did not agree its timeframe. */
    refused,
    superseded
}
