package fairway.monitoring;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * A day on which a review was to be and was not held.
 *
 * @param day     the day on which it was to be
 * @param movedTo the new day; null when HR decides first
 */
@Embeddable
public record MissedReview(LocalDate day, @Enumerated(EnumType.STRING) ReviewOutcome outcome, @Enumerated(EnumType.STRING) Excused excused,
                           String reason, LocalDate movedTo, Instant recordedAt, String recordedBy) {

    /** Whether it counts as a non-attendance of the colleague. */
    public boolean counts() {
        return outcome == ReviewOutcome.notAttended && excused == Excused.no;
    }
}
