package fairway.process;

import java.time.Clock;
import java.util.Date;
import java.util.Date;

import fairway.correspondence.ReceiptPages;
import fairway.performancecase.Cases;
import fairway.trust.TrustSettings;
import fairway.trust.WorkingDays;
import org.camunda.bpm.engine.delegate.DelegateExecution;
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
    private final ReceiptPages receipts;

    Clocks(Clock clock, WorkingDays days, TrustSettings trust, ReceiptPages receipts) {
        this.clock = clock;
        this.days = days;
        this.trust = trust;
        this.receipts = receipts;
    }

    /** The morning after the last day on which the colleague can confirm in time that a letter has arrived (S1A-02). */
    public Date receiptDue(DelegateExecution execution) {
        return receipts.periodEnd(Long.parseLong((String) execution.getVariable("delivery"))).map(last -> Times.morningOf(last.plusDays(1))).orElse(Times.NEVER);
    }
}
