package fairway.correspondence;

/**
 * Somebody in a letter.
 *
 * @param role job title or what they did there, e.g. "note taker"; may be null
 */
public record Named(String name, String role) {
}
