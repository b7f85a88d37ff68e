package fairway.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One case of the demonstration: who raises it and when, and what happens then, step by step, until the day on which the visitor comes in. */
class CaseStory {

    /** One step: completed once its task is open and its day has come. The submission is made on that day; null waits for another day. */
    record Beat(String formId, int daysAfterTheLast, Function<CaseStory, String> submission) {
    }

    private final String colleague;
    private final String manager;
    private final LocalDate raisedOn;
    private final List<Beat> beats = new ArrayList<>();
    private int next;
    private LocalDate last;
    private String number;
    LocalDate meetingOn;
    LocalDate planEndsOn;
    List<String> examples = List.of();

    CaseStory(String colleague, String manager, LocalDate raisedOn) {
        this.colleague = colleague;
        this.manager = manager;
        this.raisedOn = raisedOn;
    }

    CaseStory then(String formId, int daysAfterTheLast, Function<CaseStory, String> submission) {
        beats.add(new Beat(formId, daysAfterTheLast, submission));
        return this;
    }

    String colleague() {
        return colleague;
    }

    String manager() {
        return manager;
    }

    String number() {
        return number;
    }

    boolean isToBeRaised(LocalDate today) {
        return number == null && !today.isBefore(raisedOn);
    }

    void raised(String caseNumber, LocalDate today) {
        number = caseNumber;
        last = today;
    }

    /** The step that may be taken today; null when none is due or the story is told. */
    Beat due(LocalDate today) {
        if (number == null || next == beats.size()) {
            return null;
        }
        Beat beat = beats.get(next);
        return today.isBefore(last.plusDays(beat.daysAfterTheLast())) ? null : beat;
    }

    void told(LocalDate today) {
        next++;
        last = today;
    }

    String waitingFor() {
        return next == beats.size() ? null : beats.get(next).formId();
    }
}
