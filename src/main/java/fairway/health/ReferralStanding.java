package fairway.health;

import java.time.LocalDate;

/**
 * Where a referral stands, without a word of what it says.
 *
 * @param agreedOn         the day on which it was agreed, or first discussed
 * @param sentOn           null before it was sent
 * @param closedOn         null while advice is still to come
 * @param consentWithdrawn whether the colleague withdrew their consent
 * @param appointmentOn    the day of the appointment; null where there is none, or its day is not known
 */
public record ReferralStanding(long id, ReferralState state, LocalDate agreedOn, LocalDate sentOn, LocalDate closedOn, boolean consentWithdrawn,
                               LocalDate appointmentOn) {
}
