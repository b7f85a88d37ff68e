package fairway.records;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Every table with somebody's data in it, and which of its rows are about a person. {@code :person} is the staff number, {@code :user} the user id,
 * {@code :keys} case numbers and keys of lines that are about them, {@code :lines} the lines' ids; {@code :named} and {@code :account} match what the access
 * log says of these, of their access requests, and of the person themselves. A test holds it against all tables that there are.
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
            kept(KeptPart.DRAFTS, "Form that was not sent", "form_draft", "user_id = :signIn and saved_at >= :from and saved_at < :until and place like 'start:%' or place in (:tasks)"),
            kept(KeptPart.READINGS, "Entry of the access log", "access_log", "((:signIn in (user_id, on_behalf_of) or subject ~ :account) and at >= (:from at time zone 'Europe/London') "
                    + "and at < (:until at time zone 'Europe/London')) or 'staff:' || :person in (user_id, on_behalf_of) or subject ~ :named or subject ~ :exported"),
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

    /** Columns that say nothing about anybody, by table: numbers of rows, hashes, places in lists, what another row of the pack says. A test holds them against the database. */
    static final Map<String, Set<String>> TECHNICAL = technical("""
            absence: id
            access_log: id about
            calendar_attendee: uid position
            calendar_entry: uid business_key sequence version series_uid
            calendar_series: uid business_key sequence rule version
            colleague_comment: id delivery_id
            delivery: id business_key occurrence message_id round version replaces_id
            delivery_attempt: id delivery_id round
            delivery_copy: delivery_id position
            delivery_document: delivery_id position document_id
            delivery_token: token_hash delivery_id
            document: id business_key media_type sha256 editable_id
            example: id note_id
            form_draft: id place
            formal_stage_consideration: id case_number
            health_note: id case_number
            improvement_action_plan: id case_number version
            legal_hold: id case_number
            letter_correction: id replaces_id version
            letter_correction_document: correction_id position document_id sha256
            letter_correction_text: correction_id
            line: id
            monitoring_review: id case_number occurrence
            note: id line_id one_to_one_id
            note_action: note_id position
            note_task: note_id position
            omission_explained: explanation_id position reference
            omission_explanation: id case_number
            one_to_one: id line_id
            other_date: id delivery_id
            performance_case: version
            performance_case_agreed_support: case_number
            performance_case_concern: id case_number
            performance_case_conflict: case_number
            performance_case_entry: id case_number
            performance_case_example: case_number example_id
            performance_case_manager: case_number
            performance_case_missing: case_number
            performance_case_pause: case_number
            performance_case_protected: id case_number
            performance_case_support: case_number support_id
            personal_code: id token_hash code_hash
            personal_session: session_hash token_hash
            plan_end: id case_number
            postponement: id one_to_one_id
            referral: id case_number
            referral_shared: referral_id position
            retention_item: id run_id
            review_missed: review_id position
            review_support: review_id support_item_id
            review_target: review_id target_id
            staff_member: email_in_use user_id_in_use
            stage1_companion: case_number position
            stage1_example: case_number example_id
            stage1_factor: case_number position
            stage1_letter: case_number
            stage1_letter_document: case_number position document_id sha256
            stage1_meeting: case_number
            stage1_meeting_day: case_number position
            stage1_present: case_number position
            stage1_signpost: case_number
            stage1_standard: case_number position
            subject_access_request: pack redactions
            support_item: id case_number
            support_record: id note_id
            target: id plan_id position
            target_support: target_id support_item_id
            """);

    /** Columns that hold a staff number or a user id; elsewhere, the same characters are a word. A test holds it against the references to the staff list. */
    private static final Pattern OF_PEOPLE = Pattern.compile("(?:\\w+_)?(?:staff_number|user_id)|by_user|\\w+_by|(?:next_)?(?:manager|adviser)|colleague|deputy|reviewer|on_behalf_of");

    static boolean holdsPeople(String column) {
        return OF_PEOPLE.matcher(column).matches();
    }

    /** The case or line that a row belongs to, in SQL over the row {@code its}; null for what belongs to none. */
    static String keyOf(String table) {
        return switch (table) {
            case "line" -> "'L-' || its.id";
            case "one_to_one", "note" -> "'L-' || its.line_id";
            case "postponement" -> "(select 'L-' || o.line_id from one_to_one o where o.id = its.one_to_one_id)";
            case "note_task", "note_action", "example", "support_record" -> "(select 'L-' || n.line_id from note n where n.id = its.note_id)";
            case "performance_case" -> "its.number";
            case "target" -> "(select p.case_number from improvement_action_plan p where p.id = its.plan_id)";
            case "target_support" -> "(select p.case_number from target g join improvement_action_plan p on p.id = g.plan_id where g.id = its.target_id)";
            case "review_target", "review_support", "review_missed" -> "(select r.case_number from monitoring_review r where r.id = its.review_id)";
            case "omission_explained" -> "(select o.case_number from omission_explanation o where o.id = its.explanation_id)";
            case "referral_shared" -> "(select r.case_number from referral r where r.id = its.referral_id)";
            case "delivery", "document", "calendar_entry", "calendar_series" -> "its.business_key";
            case "delivery_copy", "delivery_document", "delivery_attempt", "colleague_comment", "other_date" -> "(select d.business_key from delivery d where d.id = its.delivery_id)";
            case "letter_correction" -> "(select d.business_key from delivery d where d.id = its.replaces_id)";
            case "calendar_attendee" -> "(select e.business_key from calendar_entry e where e.uid = its.uid)";
            default -> TECHNICAL.getOrDefault(table, Set.of()).contains("case_number") ? "its.case_number" : "null";
        };
    }

    private static Map<String, Set<String>> technical(String lines) {
        Map<String, Set<String>> columns = new TreeMap<>();
        lines.lines().map(line -> line.split(": ")).forEach(line -> columns.put(line[0], Set.of(line[1].split(" "))));
        return columns;
    }

    private KeptTables() {
    }

    private static Kept kept(KeptPart part, String title, String table, String where) {
        return new Kept(part, title, table, where);
    }

    private static Kept ofCase(String title, String table) {
        return kept(KeptPart.CASES, title, table, "case_number in (:keys)");
    }
}
