package fairway.health;

/** What a referral asks of its running process, which outlives the case. */
public interface ReferralProcess {

    /** Starts it, in the caller's transaction. */
    void start(String caseNumber, long referral);

    /** The colleague withdrew their consent: it stops wherever it is. */
    void consentWithdrawn(String caseNumber, long referral);

    /** Whether it tells the provider of a withdrawal in a step of its own: referrals that began on an earlier version of the model do not. */
    boolean tellsProvider(String caseNumber, long referral);
}
