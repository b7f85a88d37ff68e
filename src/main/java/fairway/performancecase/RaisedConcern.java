package fairway.performancecase;

/**
 * One concern of a case as it was raised (PM-11, PM-12).
 *
 * @param standard the level that is expected, from the job description (S1D-05)
 */
public record RaisedConcern(ConcernKind kind, String description, String standard) {
}
