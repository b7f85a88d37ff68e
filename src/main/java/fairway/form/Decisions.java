package fairway.form;

import java.util.Map;
import java.util.function.Supplier;

/** Keeps what people decide with forms: each completed step, start form and case action. Implemented by the access log. */
public interface Decisions {

    /**
     * Completes the form and keeps that it was, in the same transaction.
     *
     * @param furtherChoice what was chosen beside what the process hears, by name; codes and numbers, never text; asked when it is completed
     * @return what completing it answered
     * @throws Refusal as completing it does; nothing is kept then
     */
    Answer kept(Step step, Supplier<Answer> completing, Supplier<Map<String, ?>> furtherChoice);
}
