package fairway.health;

import java.time.Instant;

/**
 * What Occupational Health advised, for whoever may read it. Each text may be null.
 *
 * @param referral  number of the referral
 * @param writtenBy user id
 */
public record RestrictedAdvice(long referral, String fitness, String adjustments, String restrictedNote, String writtenBy, Instant writtenAt) {

    /** Without the texts. */
    @Override
    public String toString() {
        return "RestrictedAdvice[" + referral + "]";
    }
}
