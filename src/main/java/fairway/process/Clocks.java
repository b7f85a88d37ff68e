package fairway.process;

import java.time.Clock;
import java.util.Date;

import fairway.correspondence.ReceiptPages;
import fairway.onetoone.OneToOne;
import fairway.onetoone.OneToOneClock;
import fairway.onetoone.OneToOnes;
import fairway.performancecase.Cases;
import fairway.trust.TrustSettings;
import fairway.trust.WorkingDays;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * When timers fire ({@code #{clocks.…(execution)}} in the models): answered from the aggregates, asked anew whenever these change. While a
 * clock stands still for an unknown time, a timer waits at {@link Times#NEVER}.
 */
@Component("clocks")
public class Clocks {

    private final Clock clock;
    private final WorkingDays days;
    private final TrustSettings trust;
    private final Cases cases;
    private final ReceiptPages receipts;
    private final OneToOnes oneToOnes;
    private final OneToOneClock oneToOneClock;

    Clocks(Clock clock, WorkingDays days, TrustSettings trust, Cases cases, ReceiptPages receipts, OneToOnes oneToOnes, OneToOneClock oneToOneClock) {
        this.clock = clock;
        this.days = days;
        this.trust = trust;
        this.cases = cases;
        this.receipts = receipts;
        this.oneToOnes = oneToOnes;
        this.oneToOneClock = oneToOneClock;
    }

    /** The morning of the working day before the one-to-one. */
    public Date workingDayBefore(DelegateExecution execution) {
        return oneToOneClock.workingDayBefore(oneToOne(execution)).map(Times::morningOf).orElse(Times.NEVER);
    }

    /** When the record of the one-to-one is overdue: at the end of the second working day after it (Trust setting). */
    public Date recordOverdue(DelegateExecution execution) {
        return oneToOneClock.recordDueBy(oneToOne(execution)).map(Times::endOf).orElse(Times.NEVER);
    }

    private OneToOne oneToOne(DelegateExecution execution) {
        return oneToOnes.require((Long) execution.getVariable("oneToOne"));
    }

    /** The morning after the last day on which the colleague can confirm in time that a letter has arrived (S1A-02). */
    public Date receiptDue(DelegateExecution execution) {
        return receipts.periodEnd(Long.parseLong((String) execution.getVariable("delivery"))).map(last -> Times.morningOf(last.plusDays(1))).orElse(Times.NEVER);
    }

    /** The morning of the day on which the time given to improve is over (S1P-02). */
    public Date timeGivenOver(DelegateExecution execution) {
        return cases.improveBy(execution.getProcessBusinessKey()).map(Times::morningOf).orElse(Times.NEVER);
    }

    /** The morning after the last day of the watch (Trust setting). */
    public Date watchOver(DelegateExecution execution) {
        return cases.watchUntil(execution.getProcessBusinessKey()).map(last -> Times.morningOf(last.plusDays(1))).orElse(Times.NEVER);
    }
}
