package fairway.onetoone;

/**
 * The copy of a note that went to the colleague, in its newest version.
 *
 * @param standing what has become of it, in words, e.g. {@code Sent, Monday 05/10/2026 at 11:02}
 * @param link     of its page, with its versions; null before it was sent
 */
public record NoteCopy(String standing, String link) {
}
