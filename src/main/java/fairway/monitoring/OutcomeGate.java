package fairway.monitoring;

import java.util.List;
import java.util.stream.Collectors;

import fairway.form.Refusals;

/**
 * What must have happened before monitoring may come to an outcome: the letter and the plan were sent (S1A-01, S1A-02), and nothing that the
 * Trust promised is outstanding unless HR explained why (S1A-05).
 *
 * @param lettersSent outcome letter and plan were sent to the colleague
 * @param unexplained what is outstanding without an explanation of HR that lets the step be taken
 */
record OutcomeGate(boolean lettersSent, List<Outstanding> unexplained) {

    void checkLetters(String field, Refusals refusals) {
        refusals.when(!lettersSent, field, "letterNotSent", "S1A-02",
                "There is no outcome before the outcome letter and the plan were sent to the colleague. Approve the letter first.");
    }

    void checkOutstanding(String field, String whatToDo, Refusals refusals) {
        refusals.when(!unexplained.isEmpty(), field, "outstanding", "S1A-05", "The Trust still owes the colleague: " + listed() + ". " + whatToDo);
    }

    boolean somethingOutstanding() {
        return !unexplained.isEmpty();
    }

    private String listed() {
        return unexplained.stream().map(Outstanding::what).collect(Collectors.joining("; "));
    }
}
