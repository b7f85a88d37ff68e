package fairway.health;

/** Nothing is asked here: a colleague needs no reason to withdraw their consent. */
public record WithdrawConsent() {
}
