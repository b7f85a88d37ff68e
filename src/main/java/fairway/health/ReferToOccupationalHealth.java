package fairway.health;

/** Nothing is asked here: the referral itself is completed together with the colleague. */
public record ReferToOccupationalHealth() {
}
