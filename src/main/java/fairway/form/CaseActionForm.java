package fairway.form;

/** A form that can be used on a case at any time, from the page of the case; one that corrects what was sent, from the page of a line too. */
public interface CaseActionForm<F extends Record> extends Form<F> {

    /** What a person reads on the button: verb and object. */
    String label();

    /** The same on the page of this case or line. */
    default String label(String key) {
        return label();
    }

    /** Whether this user may use it on this case now; {@link #complete} refuses all the same. */
    boolean offered(Step step);
}
