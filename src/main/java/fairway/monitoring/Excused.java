package fairway.monitoring;

/** Whether a missed review counts against the colleague: sickness or an unavailable companion does not. */
public enum Excused { no, sickness, companionUnavailable }
