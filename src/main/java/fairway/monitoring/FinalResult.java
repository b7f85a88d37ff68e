package fairway.monitoring;

/** Result of a final review; {@code explain} is a "not met" that waits for HR's explanation of what the Trust still owes. */
public enum FinalResult { standardMet, extend, notMet, explain }
