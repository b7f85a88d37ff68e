package fairway.health;

/** What a referral asks of its running process, which outlives the case. */
public interface ReferralProcess {

    /** Starts it, in the caller's transaction. */
    void start(String caseNumber, long referral);

    /** The colleague withdrew their consent: it stops wherever it is. */
    void consentWithdrawn(String caseNumber, long referral);
}
