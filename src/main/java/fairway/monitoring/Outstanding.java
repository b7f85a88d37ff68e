package fairway.monitoring;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * Something the Trust still owes the colleague.
 *
 * @param reference what it is about: a support item's id, a referral's id, the day of a review
 * @param what      as people read it; not kept
 */
public record Outstanding(Kind kind, String reference, String what) {

    /** Promised support not delivered, an agreed adjustment not arranged, Occupational Health advice awaited, an agreed review not held. */
    public enum Kind { support, adjustment, advice, review }

    boolean sameAs(Explained explained) {
        return kind == explained.kind() && reference.equals(explained.reference());
    }

    /** The part of it that an explanation keeps. */
    @Embeddable
    record Explained(@Enumerated(EnumType.STRING) Kind kind, String reference) {
    }
}
