package fairway.performancecase;

/** What the monitoring of the Improvement Action Plan came to. */
public enum Outcome {
    standardMet, notMet, broughtForward
}
