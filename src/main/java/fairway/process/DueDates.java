package fairway.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;

import fairway.trust.TrustSettings;
import fairway.trust.WorkingDays;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Due and follow-up dates of tasks ({@code #{dueDates.…(execution)}} in the models); due at five in the afternoon, London time. */
@Component("dueDates")
public class DueDates {

    private final Clock clock;
    private final WorkingDays days;
    private final TrustSettings trust;

    DueDates(Clock clock, WorkingDays days, TrustSettings trust) {
        this.clock = clock;
        this.days = days;
        this.trust = trust;
    }

    /** The end of the n-th working day from today. */
    public Date workingDays(DelegateExecution execution, int n) {
        return Times.endOf(days.plus(LocalDate.now(clock), n));
    }

    /** The working days that a step without a rule of its own is given (Trust setting). */
    public Date usual(DelegateExecution execution) {
        return workingDays(execution, trust.taskDays());
    }

    /** Now: the step can be taken at once. */
    public Date today(DelegateExecution execution) {
        return Date.from(clock.instant());
    }
}
