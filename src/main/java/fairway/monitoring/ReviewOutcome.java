package fairway.monitoring;

/** What became of a review on its day. */
public enum ReviewOutcome { held, postponed, notAttended }
