package fairway.health;

import java.time.Instant;

/**
 * Something about health that was told in a case, for whoever may read it.
 *
 * @param writtenBy user id
 */
public record RestrictedNote(HealthSource source, String text, String writtenBy, Instant writtenAt) {

    /** Without the text. */
    @Override
    public String toString() {
        return "RestrictedNote[" + source + "]";
    }
}
