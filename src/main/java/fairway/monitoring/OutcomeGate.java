package fairway.monitoring;

import java.util.List;
import java.util.stream.Collectors;

import fairway.correspondence.Deliveries;
import fairway.form.Refusals;

/**
 * What must have happened before monitoring may come to an outcome: the letter and the plan have reached the colleague, by mail or on paper (S1A-01, S1A-02),
 * and nothing that the Trust promised is outstanding unless HR explained why (S1A-05).
 *
 * @param letters     how far outcome letter and plan have come on their way to the colleague
 * @param unexplained what is outstanding without an explanation of HR that lets the step be taken
 */
record OutcomeGate(Deliveries.Progress letters, List<Outstanding> unexplained) {

    void checkLetters(String field, Refusals refusals) {
        refusals.when(letters != Deliveries.Progress.reached, field, "letterNotSent", "S1A-02",
                "There is no outcome before the outcome letter and the plan have reached the colleague. " + whatToDo());
    }

    private String whatToDo() {
        return switch (letters) {
            case notWritten -> "Approve the letter first.";
            case onItsWay -> "They are on their way by e-mail: wait until the page of the case says that they were sent.";
            case onPaper -> "Hand over the paper copy and record it in Tasklist, in \u201cHand over the paper copy\u201d.";
            case failed -> "They could not be sent by e-mail. Your Fairway operations send them again, or have you hand over a paper copy; wait for that, and record it in Tasklist.";
            case stopped -> "They were stopped because the colleague has left. Speak to HR.";
            case reached -> "";
        };
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
