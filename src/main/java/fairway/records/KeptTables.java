package fairway.records;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every table with somebody's data in it, and which of its rows are about a person. {@code :person} is the staff number, {@code :user} the user id,
 * {@code :keys} case numbers and keys of lines that are about them, {@code :lines} the lines' ids. A test holds it against all tables that there are.
 */
final class KeptTables {

    /** @param where which rows are about the person */
    record Kept(KeptPart part, String title, String table, String where) {
    }

    private static final String DELIVERIES = "delivery_id in (select id from delivery where business_key in (:keys) or to_staff_number = :person)";

    private static final String CORRECTIONS = "replaces_id in (select id from delivery where business_key in (:keys))";

    static final List<Kept> ABOUT_A_PERSON = List.of(
            kept(KeptPart.STAFF_LIST, "The staff list", "staff_member", "staff_number = :person"),
            kept(KeptPart.STAFF_LIST, "Absence", "absence", "staff_number = :person"),
            kept(KeptPart.STAFF_LIST, "Sign-in", "sign_in", "user_id = :user"),
            kept(KeptPart.STAFF_LIST, "Account at the sign-in provider", "provided_user", "user_id = :user"),
            kept(KeptPart.ONE_TO_ONES, "Your line", "line", "id in (:lines)"),
            kept(KeptPart.ONE_TO_ONES, "One-to-one", "one_to_one", "line_id in (:lines)"),
            kept(KeptPart.ONE_TO_ONES, "One-to-one that was put off", "postponement", "one_to_one_id in (select id from one_to_one where line_id in (:lines))"),
            kept(KeptPart.ONE_TO_ONES, "Note of a one-to-one", "note", "colleague = :person"),
            kept(KeptPart.ONE_TO_ONES, "Task in a note", "note_task", "note_id in (select id from note where colleague = :person)"),
            kept(KeptPart.ONE_TO_ONES, "Action agreed in a note", "note_action", "note_id in (select id from note where colleague = :person)"),
            kept(KeptPart.ONE_TO_ONES, "Example", "example", "colleague = :person"),
            kept(KeptPart.ONE_TO_ONES, "Support", "support_record", "colleague = :person"),
            kept(KeptPart.CASES, "The case", "performance_case", "number in (:keys)"),
            ofCase("Who managed the case", "performance_case_manager"),
            ofCase("Further concern", "performance_case_concern"),
            ofCase("Example taken as evidence", "performance_case_example"),
            ofCase("Support taken as evidence", "performance_case_support"),
            ofCase("Evidence that was missing", "performance_case_missing"),
            ofCase("Support agreed", "performance_case_agreed_support"),
            ofCase("Pause", "performance_case_pause"),
            ofCase("Conflict of interest", "performance_case_conflict"),
            ofCase("Entry of the chronology", "performance_case_entry"),
            ofCase("Stage 1 meeting", "stage1_meeting"),
            ofCase("Date of the meeting that did not hold", "stage1_meeting_day"),
            ofCase("Companion", "stage1_companion"),
            ofCase("Present at the meeting", "stage1_present"),
            ofCase("Example discussed", "stage1_example"),
            ofCase("Standard expected", "stage1_standard"),
            ofCase("Factor", "stage1_factor"),
            ofCase("Signposted", "stage1_signpost"),
            ofCase("Outcome letter", "stage1_letter"),
            ofCase("Document of the outcome letter", "stage1_letter_document"),
            ofCase("Improvement Action Plan", "improvement_action_plan"),
            kept(KeptPart.CASES, "Target", "target", "plan_id in (select id from improvement_action_plan where case_number in (:keys))"),
            ofCase("Promised support", "support_item"),
            kept(KeptPart.CASES, "Support for a target", "target_support", "target_id in (select t.id from target t join improvement_action_plan p on p.id = t.plan_id where p.case_number in (:keys))"),
            ofCase("Review", "monitoring_review"),
            kept(KeptPart.CASES, "Target in a review", "review_target", "review_id in (select id from monitoring_review where case_number in (:keys))"),
            kept(KeptPart.CASES, "Support in a review", "review_support", "review_id in (select id from monitoring_review where case_number in (:keys))"),
            kept(KeptPart.CASES, "Review that did not take place", "review_missed", "review_id in (select id from monitoring_review where case_number in (:keys))"),
            ofCase("New end of the plan", "plan_end"),
            ofCase("HR's account of what was outstanding", "omission_explanation"),
            kept(KeptPart.CASES, "What was outstanding", "omission_explained", "explanation_id in (select id from omission_explanation where case_number in (:keys))"),
            ofCase("HR's decision on the formal stage", "formal_stage_consideration"),
            ofCase("Health: what was told", "health_note"),
            ofCase("Health: referral to Occupational Health", "referral"),
            kept(KeptPart.CASES, "Health: what the referral shared", "referral_shared", "referral_id in (select id from referral where case_number in (:keys))"),
            ofCase("Protected factors", "performance_case_protected"),
            kept(KeptPart.LETTERS, "Message", "delivery", "business_key in (:keys) or to_staff_number = :person"),
            kept(KeptPart.LETTERS, "Copy of a message", "delivery_copy", DELIVERIES),
            kept(KeptPart.LETTERS, "Letter with a message", "delivery_document", DELIVERIES),
            kept(KeptPart.LETTERS, "Attempt to send a message", "delivery_attempt", DELIVERIES),
            kept(KeptPart.LETTERS, "Link to your page", "delivery_token", DELIVERIES),
            kept(KeptPart.LETTERS, "Code for your page", "personal_code", "token_hash in (select token_hash from delivery_token where " + DELIVERIES + ")"),
            kept(KeptPart.LETTERS, "Opened page", "personal_session", "token_hash in (select token_hash from delivery_token where " + DELIVERIES + ")"),
            kept(KeptPart.LETTERS, "Your comment", "colleague_comment", DELIVERIES),
            kept(KeptPart.LETTERS, "Date that you proposed", "other_date", DELIVERIES),
            kept(KeptPart.LETTERS, "Document", "document", "business_key in (:keys)"),
            kept(KeptPart.LETTERS, "Calendar entry", "calendar_entry", "business_key in (:keys)"),
            kept(KeptPart.LETTERS, "Invited", "calendar_attendee", "uid in (select uid from calendar_entry where business_key in (:keys)) or staff_number = :person"),
            kept(KeptPart.LETTERS, "Series of meetings", "calendar_series", "business_key in (:keys)"),
            kept(KeptPart.LETTERS, "Correction of a letter", "letter_correction", CORRECTIONS),
            kept(KeptPart.LETTERS, "Text of a correction", "letter_correction_text", "correction_id in (select id from letter_correction where " + CORRECTIONS + ")"),
            kept(KeptPart.LETTERS, "Document of a correction", "letter_correction_document", "correction_id in (select id from letter_correction where " + CORRECTIONS + ")"),
            kept(KeptPart.DRAFTS, "Form that was not sent", "form_draft", "user_id = :user or place in (:tasks)"),
            kept(KeptPart.READINGS, "Entry of the access log", "access_log", "user_id = :user or subject ~ :named"),
            kept(KeptPart.UPKEEP, "Legal hold", "legal_hold", "case_number in (:keys)"),
            kept(KeptPart.UPKEEP, "Retention", "retention_item", "key in (:keys)"),
            kept(KeptPart.UPKEEP, "Subject access request", "subject_access_request", "staff_number = :person"));

    /** Tables that are about nobody, and why. */
    static final Map<String, String> ABOUT_NOBODY = Map.ofEntries(
            Map.entry("fairway_schema_history", "versions of the database"),
            Map.entry("sealed_with", "a proof of the keys"),
            Map.entry("sealing_key", "keys"),
            Map.entry("audit_seal", "the chain of the access log"),
            Map.entry("wrong_password", "hashes of names and addresses that were tried"),
            Map.entry("ended_session", "hashes of sign-ins that have ended"),
            Map.entry("letter_template_set", "templates of letters"),
            Map.entry("letter_templates_of_case", "which templates a case keeps"),
            Map.entry("performance_case_number", "the last number of a year"),
            Map.entry("subject_access_number", "the last number of a year"),
            Map.entry("document_content", "the bytes of documents, which go with the pack"),
            Map.entry("retention_review", "who reviewed the schedule"),
            Map.entry("retention_run", "when the schedule ran"),
            Map.entry("staff_import", "whole lists, kept until they are applied: what they say of a person is in the staff list"));

    /** Columns that say nothing about anybody: numbers of rows, hashes, places in lists. */
    static final Set<String> TECHNICAL = Set.of("id", "version", "position", "sha256", "message_id", "uid", "sequence", "token_hash", "code_hash", "session_hash", "note_id", "line_id",
            "one_to_one_id", "review_id", "target_id", "plan_id", "support_item_id", "support_id", "example_id", "referral_id", "explanation_id", "delivery_id", "document_id", "editable_id",
            "run_id", "place", "occurrence", "business_key", "case_number", "email_in_use", "user_id_in_use", "round", "content", "pack", "redactions", "media_type", "key", "reference", "replaces_id", "series_uid", "correction_id",
            "rule", "about");

    private KeptTables() {
    }

    private static Kept kept(KeptPart part, String title, String table, String where) {
        return new Kept(part, title, table, where);
    }

    private static Kept ofCase(String title, String table) {
        return kept(KeptPart.CASES, title, table, "case_number in (:keys)");
    }
}
