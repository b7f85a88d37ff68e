package fairway.secrecy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every column that is encrypted: the one list of where texts about health and other restricted texts are kept. What is sealed is bound to its
 * column and to the row's case (or whatever else names its row), so that it cannot be moved to another.
 */
public enum SealedColumn {

    /** The keys of single cases and documents, with which all else is sealed but drafts that belong to none. */
    OWN_KEY("sealing_key", "wrapped", "name"),
    HEALTH_NOTE("health_note", "note", "case_number"),
    REFERRAL_REASON("referral", "reason", "case_number"),
    REFERRAL_QUESTIONS("referral", "questions", "case_number"),
    REFERRAL_FITNESS("referral", "fitness", "case_number"),
    REFERRAL_ADJUSTMENTS("referral", "adjustments", "case_number"),
    REFERRAL_RESTRICTED_NOTE("referral", "restricted_note", "case_number"),
    REFERRAL_SHARED("referral_shared", "what", "(select r.case_number from referral r where r.id = referral_shared.referral_id)"),
    PROTECTED_FACTORS("performance_case_protected", "factors", "case_number"),
    PROTECTED_NOTE("performance_case_protected", "note", "case_number"),
    /** An adjustment that letters do not name. */
    ADJUSTMENT("support_item", "sealed_what", "case_number"),
    ADJUSTMENT_DETAIL("support_item", "sealed_detail", "case_number"),
    ADJUSTMENTS_CONSIDERED("monitoring_review", "adjustments_considered", "case_number"),
    /** Drafts of forms, whatever they hold; those that belong to a case or an access request with the key of that. */
    DRAFT("form_draft", "body", "place || ' ' || user_id"),
    /** Issued documents of the restricted kinds: referrals. */
    DOCUMENT("document_content", "sealed_content", "sha256"),
    /** By which a start recognises whether its keys are those of the database. */
    PROOF("sealed_with", "proof", "'proof'"),
    /** What was collected to answer a subject access request, until it is answered. */
    SUBJECT_ACCESS_PACK("subject_access_request", "pack", "number"),
    /** What was taken out of the answer, and why. */
    SUBJECT_ACCESS_REDACTIONS("subject_access_request", "redactions", "number");

    private final String table;
    private final String column;
    private final String row;

    SealedColumn(String table, String column, String row) {
        this.table = table;
        this.column = column;
        this.row = row;
    }

    String table() {
        return table;
    }

    String column() {
        return column;
    }

    /** The sealed column of this name; empty for a column that is not sealed. */
    public static Optional<SealedColumn> find(String table, String column) {
        return Arrays.stream(values()).filter(sealed -> sealed.table.equals(table) && sealed.column.equals(column)).findFirst();
    }

    /** What names the row, in SQL. */
    public String row() {
        return row;
    }

    /**
     * Whether its texts are sealed with a key of their own, that of the case or document which names the row: with that key destroyed, no copy of them
     * can be read any more.
     */
    boolean hasOwnKeys() {
        return this != DRAFT && this != PROOF && this != OWN_KEY;
    }

    /** Beside what the text is sealed; it does not change as long as the text is kept. */
    String place(String rowName) {
        return table + "." + column + " " + rowName;
    }

    /** As people read it. */
    String label() {
        return name().toLowerCase(Locale.UK).replace('_', ' ');
    }
}
