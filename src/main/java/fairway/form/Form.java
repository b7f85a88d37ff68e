package fairway.form;

import java.util.List;
import java.util.Map;

/**
 * A form of {@code forms/<id>.form}: its record, what is filled in beforehand, and what completing it does.
 * Exactly one of {@link TaskForm}, {@link StartForm} and {@link CaseActionForm} is implemented.
 *
 * @param <F> the record whose components are the keys of the form
 */
public interface Form<F extends Record> {

    /** The form's id: file name without ending, and the key of its user task without prefix. */
    String id();

    Class<F> type();

    /** What the system knows already, by key; dates as ISO text, lists of rows as lists of maps. */
    default Map<String, Object> prefill(Step step) {
        return Map.of();
    }

    /** The choices of the fields that offer things of the case, by the name that the schema gives: {@code =options.<name>}. */
    default Map<String, List<Option>> options(Step step) {
        return Map.of();
    }

    /**
     * Applies the form in the transaction of the step. The record has passed Jakarta Validation.
     *
     * @throws Refusal naming every field and rule that stands against it; nothing has changed then
     */
    Answer complete(Step step, F form);

    /**
     * What was chosen and the process does not hear of, by name, for the record of decisions: codes, dates and numbers of people, never text that
     * somebody wrote and nothing about health.
     */
    default Map<String, ?> chosen(F form) {
        return Map.of();
    }
}
