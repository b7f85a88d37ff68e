package fairway.performancecase;

/** Where health text of a case goes: the restricted part, which implements it. Nothing of it stays with the case. */
public interface Disclosures {

    /** Keeps what was told about health in the informal conversation, in the caller's transaction. */
    void keep(String caseNumber, String text, String userId);
}
