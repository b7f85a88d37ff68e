package fairway.correspondence;

/**
 * How a target stood at a review.
 *
 * @param state in words: "Met", "On track", "Not met"
 * @param seen  what was seen; may be null
 */
public record ReviewedTarget(String objective, boolean urgent, String state, String seen) {
}
