package fairway.performancecase;

/** Refers to Occupational Health; implemented by the restricted part. */
public interface OccupationalHealth {

    /** The colleague agreed to a referral: it begins now, in the caller's transaction, and outlives the case (S1A-06). */
    void referralAgreed(String caseNumber, String userId);

    /** The colleague was offered a referral and did not want it (S1D-09). */
    void referralDeclined(String caseNumber, String userId);
}
