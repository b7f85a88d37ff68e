package fairway.form;

/**
 * The form of a step or an action that makes a letter: whoever fills it in sees the pages before they complete it.
 *
 * @param <F> the record whose components are the keys of the form
 */
public interface PreviewedForm<F extends Record> extends Form<F> {

    /**
     * The letter as it would be if the form were completed now. Nothing is kept.
     *
     * @throws Refusal as {@link #complete} would, for what stands against the letter
     */
    Preview preview(Step step, F form);

    /** What its pages are called in a sentence. */
    default String previewed(Step step) {
        return "letter";
    }

    /** Whether its pages hold texts about health: to look at them is kept as reading these. */
    default boolean showsHealth() {
        return false;
    }
}
