package fairway.audit;

/** What the entries of the access log are about, as people search them. */
enum EntryKind {

    DECISIONS("Decisions", "(outcome = 'decided' or what like 'POST task/%' or what in ('usual-slot', 'line-absence'))"),
    CASE_FILES("Case files and forms read", "outcome = 'read' and what in ('CASE_FILE', 'REGISTER', 'FORM')"),
    HEALTH("Health data read", "outcome = 'read' and what = 'HEALTH_RECORD'"),
    LETTERS("Letters read", "outcome = 'read' and what = 'LETTER'"),
    LINES("One-to-ones read", "outcome = 'read' and what = 'LINE'"),
    PERSONAL_PAGES("Colleagues’ own pages", "(what in ('PERSONAL_PAGE', 'personal-page') or what like 'letter-%')"),
    EXPORTS("Exports", "what = 'EXPORT'"),
    SIGN_INS("Sign-ins", "(what like 'sign-%' or what like 'password-%' or what like 'session-%' or what = 'back-channel-log-out')"),
    PEOPLE("Users, roles and staff list", "(what ~ '^(POST|PUT|DELETE) (user|group|authorization)' or what in ('staff list applied', 'staff-list-rights', 'password-given', 'role-change'))"),
    RECORDS("Retention, legal holds and access requests", "(what in ('destroyed', 'retention-reviewed', 'retention-run') or what like 'legal-hold-%' or what like 'subject-access-%')"),
    OPERATIONS("Operations", "(what ~ '^[A-Z]+ (job|process-instance|incident)' or what like 'health-keys-%')"),
    REFUSED("Refused", "outcome = 'refused'"),
    THIS_RECORD("This record read", "what = 'AUDIT'");

    private final String label;
    private final String condition;

    EntryKind(String label, String condition) {
        this.label = label;
        this.condition = condition;
    }

    public String label() {
        return label;
    }

    /** As a condition of SQL on a row of {@code access_log}. */
    String condition() {
        return condition;
    }
}
