package fairway.correspondence;

import java.util.Map;
import java.util.Set;

/** The kinds of message, as the ledger names them, and what people read for each. */
public final class Kinds {

    public static final String ONE_TO_ONE_NOTE = "oneToOneNote";
    public static final String POLICY_AND_PURPOSE = "policyAndPurpose";
    public static final String MEETING_SCRIPT = "meetingScript";
    public static final String OUTCOME_LETTER = "outcomeLetter";
    public static final String IMPROVEMENT_PLAN = "improvementPlan";
    public static final String REVIEW_NOTE = "reviewNote";
    public static final String PLAN_EXTENSION = "planExtension";
    public static final String REVISED_PLAN = "revisedPlan";
    public static final String CLOSURE_LETTER = "closureLetter";
    public static final String OCCUPATIONAL_HEALTH_REFERRAL = "occupationalHealthReferral";
    public static final String OCCUPATIONAL_HEALTH_COPY = "occupationalHealthReferralCopy";
    public static final String REFERRAL_STOP = "referralStop";
    public static final String HAND_OVER_PACK = "handOverPack";
    public static final String SUBJECT_ACCESS_PACK = "subjectAccessPack";
    public static final String SUBJECT_ACCESS_REPLY = "subjectAccessReply";
    public static final String CALENDAR_ENTRY = "calendarEntry";
    public static final String REMINDER = "reminder";
    public static final String NOTICE = "notice";

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry(ONE_TO_ONE_NOTE, "One-to-one note"),
            Map.entry(POLICY_AND_PURPOSE, "Policy and purpose of the meeting"),
            Map.entry(MEETING_SCRIPT, "Meeting script"),
            Map.entry(OUTCOME_LETTER, "Outcome letter"),
            Map.entry(IMPROVEMENT_PLAN, "Improvement Action Plan"),
            Map.entry(REVIEW_NOTE, "Review note"),
            Map.entry(PLAN_EXTENSION, "Extension of the plan"),
            Map.entry(REVISED_PLAN, "Revised plan"),
            Map.entry(CLOSURE_LETTER, "Closure letter"),
            Map.entry(OCCUPATIONAL_HEALTH_REFERRAL, "Occupational Health referral"),
            Map.entry(OCCUPATIONAL_HEALTH_COPY, "Occupational Health referral, copy for the colleague"),
            Map.entry(REFERRAL_STOP, "Stop of an Occupational Health referral"),
            Map.entry(HAND_OVER_PACK, "Hand-over pack"),
            Map.entry(SUBJECT_ACCESS_PACK, "What is kept about a person"),
            Map.entry(SUBJECT_ACCESS_REPLY, "Answer to a subject access request"),
            Map.entry(CALENDAR_ENTRY, "Calendar entry"),
            Map.entry(REMINDER, "Reminder"),
            Map.entry(NOTICE, "Notice"));

    /** What is written to the colleague and is about them. */
    static final Set<String> TO_THE_COLLEAGUE = Set.of(ONE_TO_ONE_NOTE, POLICY_AND_PURPOSE, OUTCOME_LETTER, IMPROVEMENT_PLAN, REVIEW_NOTE, PLAN_EXTENSION, REVISED_PLAN, CLOSURE_LETTER);

    /** What tells of the colleague's health: the referral, and their copy of it, which is the same document once more. */
    public static final Set<String> ABOUT_HEALTH = Set.of(OCCUPATIONAL_HEALTH_REFERRAL, OCCUPATIONAL_HEALTH_COPY);
    /** What helps people along and can be done without once its time is over. A letter is never closed unsent. */
    private static final Set<String> OVER_WITH_THEIR_TIME = Set.of(CALENDAR_ENTRY, REMINDER, NOTICE);

    private Kinds() {
    }

    /** Whether it may be closed unsent once it is no longer needed. */
    static boolean mayBeClosedUnsent(String kind) {
        return OVER_WITH_THEIR_TIME.contains(kind);
    }

    /** Whether it goes to the address that somebody gave and HR checked, and to no other that the staff list comes to have. */
    static boolean goesToTheCheckedAddress(String kind) {
        return kind.equals(SUBJECT_ACCESS_PACK) || kind.equals(SUBJECT_ACCESS_REPLY);
    }

    /** Whether documents of this kind hold texts about health: sealed in the database, and not for everybody who sees the case. */
    static boolean isRestricted(String kind) {
        return ABOUT_HEALTH.contains(kind) || kind.equals(SUBJECT_ACCESS_PACK);
    }

    /** Whether it is a letter of a case to the colleague, which comes with a link to their own page. */
    static boolean isLetterOfACase(String kind) {
        return TO_THE_COLLEAGUE.contains(kind) && !kind.equals(ONE_TO_ONE_NOTE);
    }

    /** Whether an answer to it belongs to whoever signs it: a letter or a note to the colleague, or the answer to an access request. */
    static boolean isAnsweredByItsSender(String kind) {
        return TO_THE_COLLEAGUE.contains(kind) || kind.equals(SUBJECT_ACCESS_PACK) || kind.equals(SUBJECT_ACCESS_REPLY);
    }

    /** Whether it is written to the colleague and about them: such a message has a page of its own, and can be corrected. */
    static boolean isToTheColleague(String kind) {
        return TO_THE_COLLEAGUE.contains(kind);
    }

    /** What a message of this kind calls itself in a sentence. */
    static String noun(String kind) {
        return kind.equals(ONE_TO_ONE_NOTE) ? "note" : "letter";
    }

    /** What people read for a kind. */
    public static String label(String kind) {
        return LABELS.getOrDefault(kind, "Message");
    }

    /** The same of one version of a letter, e.g. "Outcome letter, version 2"; the first is not numbered. */
    static String label(String kind, int version) {
        return label(kind) + (version > 1 ? ", version " + version : "");
    }
}
