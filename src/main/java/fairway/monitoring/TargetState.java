package fairway.monitoring;

/** How a target of the plan stands at a review. */
public enum TargetState { met, onTrack, notMet }
