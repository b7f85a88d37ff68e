package fairway.performancecase;

/** Whether a grievance, protected disclosure, discrimination complaint, pregnancy or union activity is in play. HR only. */
public enum ProtectedFactors {
    none, present
}
