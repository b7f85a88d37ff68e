package fairway.records;

/**
 * The kinds of record that Fairway keeps, each with what is in it, from when its time counts, and where the default of that time comes from. The defaults
 * are to be reviewed by the Trust's HR before anything is erased by them.
 */
public enum RecordKind {

    WENT_NO_FURTHER("wentNoFurther", "Case that went no further", "concern, evidence, meetings, letters and their editable copies, messages, calendar entries, steps in the engine",
            "the end of the case: not instigated, withdrawn or routed elsewhere",
            "No kind of its own in the NHS Records Management Code of Practice (2023). UK GDPR Art. 5(1)(e): no longer than needed; beyond the time limit of a tribunal claim."),
    CLOSED_CASE("closedCase", "Closed case", "concern, evidence, meetings, plan, promised support, reviews, letters and their editable copies, messages, calendar entries, steps in the engine",
            "the end of the case",
            "NHS Records Management Code of Practice (2023), Appendix II, disciplinary records: 6 years. The nearest kind; an informal case may need less."),
    REFERRED_CASE("referredCase", "Case that went on to the formal stage", "as a closed case, with the hand-over pack",
            "the end of the informal part",
            "NHS Records Management Code of Practice (2023), Appendix II, disciplinary records: 6 years. Set a legal hold where the formal stage lasts longer."),
    HEALTH("health", "Health part of a case", "disclosures, referrals and advice, adjustments kept apart, protected factors, drafts of forms of the case; their key is destroyed with them",
            "the end of the case",
            "UK GDPR Art. 5(1)(e) and 9: as short as possible; beyond the time limit of a claim under the Equality Act 2010, s. 123. Occupational Health keeps its own report."),
    LINKS("links", "Personal links", "the colleague's links to their letters, with codes and sessions",
            "the end of the case",
            "Trust setting fairway.trust.link-period: the links open nothing any more."),
    ONE_TO_ONES("oneToOnes", "One-to-ones", "notes, agreed actions, examples, support records, letters, messages and calendar entries of a line",
            "the day of the one-to-one; never before the case that they are evidence in",
            "No kind of its own in the NHS Records Management Code of Practice (2023). Limitation Act 1980, s. 5: 6 years."),
    ONE_TO_ONE_STEPS("oneToOneSteps", "Steps of finished one-to-ones", "the engine's history; it holds no text",
            "the end of the one-to-one",
            "UK GDPR Art. 5(1)(e): needed for failures only."),
    DRAFTS("drafts", "Drafts of forms", "what was typed and not sent",
            "the last save",
            "UK GDPR Art. 5(1)(e): a draft goes with its step; this is for those that were forgotten."),
    ABSENCES("absences", "Absences", "first and last day, no reason",
            "the last day; never while a case of theirs runs",
            "Needed for the clocks of running cases only; the Trust's absence record is elsewhere."),
    SUBJECT_ACCESS_ANSWERS("subjectAccessAnswers", "Answer to a subject access request", "the pack as it was sent with its keys, and what was taken out of it; that it was sent, and when, stays with the request",
            "the day on which it was sent; sooner where the case that it quotes, or the health part of that, is erased",
            "UK GDPR Art. 5(1)(e): the person has it; what it quotes is kept where it stands, and erased there in its time."),
    SUBJECT_ACCESS("subjectAccess", "Subject access request", "the request, what was decided, and the letters about it; what was collected goes with the answer",
            "the end of the request",
            "NHS Records Management Code of Practice (2023), Appendix II, subject access requests: 3 years."),
    STAFF("staff", "People who have left", "name, address, post and line; sign-in, groups and account at the provider",
            "the last day at the Trust; never before the last record that names them",
            "Limitation Act 1980, s. 5: 6 years. The staff record itself (NHS Code: until the 75th birthday) is in the Trust's HR system."),
    WAITING_LISTS("waitingLists", "Staff lists not applied", "the uploaded file",
            "the upload",
            "UK GDPR Art. 5(1)(e)."),
    APPLIED_LISTS("appliedLists", "Staff lists that were applied", "name of the file, who uploaded and applied it and when, how many people it changed; the list itself goes when it is applied",
            "the day on which it was applied",
            "UK GDPR Art. 5(1)(e): needed to trace a change that was wrong; who applied it when is in the access log too."),
    ACCESS_LOG("accessLog", "Access log", "who looked at what, by user and case number; no text",
            "",
            "It accounts for what was done with all other records."),
    RUNS("runs", "Record of destruction", "kind, case number, day and rule of what was erased",
            "the run",
            "NHS Records Management Code of Practice (2023), Appendix II, destruction certificates: 20 years.");

    private final String id;
    private final String label;
    private final String holds;
    private final String countedFrom;
    private final String source;

    RecordKind(String id, String label, String holds, String countedFrom, String source) {
        this.id = id;
        this.label = label;
        this.holds = holds;
        this.countedFrom = countedFrom;
        this.source = source;
    }

    /** Name of its setting below {@code fairway.retention}, and how runs name it. */
    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    public String holds() {
        return holds;
    }

    public String countedFrom() {
        return countedFrom;
    }

    public String source() {
        return source;
    }

    /** Whether its records are single cases. */
    boolean isCase() {
        return this == WENT_NO_FURTHER || this == CLOSED_CASE || this == REFERRED_CASE;
    }

    /** Whether its records are erased at all: the database lets nobody take entries of the access log out. */
    boolean isErased() {
        return this != ACCESS_LOG;
    }

    static RecordKind ofId(String id) {
        for (RecordKind kind : values()) {
            if (kind.id.equals(id)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(id);
    }
}
