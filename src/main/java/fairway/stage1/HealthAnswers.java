package fairway.stage1;

/** Where the health answer of the Stage 1 meeting goes: the restricted part, which implements it. Nothing of it stays in Stage 1 (S1D-07). */
public interface HealthAnswers {

    /** Keeps what was told about health, in the caller's transaction; nothing happens when the text is null. */
    void keep(String caseNumber, String text, String userId);

    /** Keeps why no adjustment was needed or wanted, in the caller's transaction; nothing happens when the text is null (S1D-08). */
    void keepReason(String caseNumber, String text, String userId);

    /** Keeps that a referral to Occupational Health was offered and not wanted (S1D-09). */
    void referralDeclined(String caseNumber, String userId);
}
