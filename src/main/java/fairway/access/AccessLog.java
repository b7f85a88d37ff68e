package fairway.access;

/**
 * Keeps who looked at what, who decided what, and what was refused to whom: an append-only table, whose rows are chained by {@code fairway.audit}. Write it
 * before the data goes out; an entry that cannot be written stops what it stands for. Keys are case numbers, line ids, paths or ids, never text that a
 * person wrote; a key that is about a case or a line holds its number.
 */
public interface AccessLog {

    /** What was read. */
    enum Kind {
        CASE_FILE,
        /** The list of cases, with names and stages. */
        REGISTER,
        HEALTH_RECORD, LETTER, LINE, EXPORT,
        /** A form of a case, as it was opened with what is known of the case. */
        FORM,
        /** The colleague's own page, read by whoever opened it. */
        PERSONAL_PAGE,
        /** This record itself. */
        AUDIT
    }

    /** Somebody reads a case file, a health datum, a letter … */
    void read(Kind kind, String key, String userId);

    /** An attempt was refused; kept even when the transaction of the attempt is rolled back. */
    void refused(String what, String key, String userId);

    /** A program signs in by HTTP Basic, as it does with every request: kept once an hour for each user and address. */
    void signedInByBasic(String userId);

    /** Something out of the ordinary was done, e.g. a repair by operations, a sign-in, a change of a password. */
    void done(String what, String key, String userId);
}
