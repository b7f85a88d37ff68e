package fairway.monitoring;

/** How promised support stands at a review; {@code declined} means that the colleague did not want it. */
public enum SupportAtReview { delivered, notYet, declined }
