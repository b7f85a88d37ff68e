package fairway.stage1;

/** What came of considering Occupational Health support (S1D-09). */
public enum OccupationalHealthSupport {
    notNeeded, declined, agreed
}
