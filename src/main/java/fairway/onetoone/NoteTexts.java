package fairway.onetoone;

/** The names of the texts of a note, the same for as long as it is kept: a correction says by them what it writes anew. */
public final class NoteTexts {

    public static final String VITAL_STATS = "vitalStats";

    private NoteTexts() {
    }

    /** @param nth place among the tasks of the note, from 1 */
    public static String task(int nth) {
        return "task" + nth;
    }

    /** @param nth place of its task among those of the note, from 1 */
    public static String comment(int nth) {
        return "comment" + nth;
    }

    /** @param nth place among the actions of the note, from 1 */
    public static String action(int nth) {
        return "action" + nth;
    }

    public static String expected(Example example) {
        return "expected" + example.id();
    }

    public static String happened(Example example) {
        return "happened" + example.id();
    }

    public static String cause(Example example) {
        return "cause" + example.id();
    }

    public static String what(SupportRecord support) {
        return "support" + support.id();
    }
}
