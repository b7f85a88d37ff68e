package fairway.process;

import java.time.Clock;
import java.util.Date;

import fairway.correspondence.ReceiptPages;
import fairway.health.ReferralSteps;
import fairway.monitoring.Monitoring;
import fairway.onetoone.OneToOne;
import fairway.onetoone.OneToOneClock;
import fairway.onetoone.OneToOnes;
import fairway.performancecase.Cases;
import fairway.process.stage1.Stage1Days;
import fairway.records.SubjectAccess;
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
    private final Stage1Days stage1;
    private final ReferralSteps referrals;
    private final Monitoring monitoring;
    private final SubjectAccess requests;

    Clocks(Clock clock, WorkingDays days, TrustSettings trust, Cases cases, ReceiptPages receipts, OneToOnes oneToOnes, OneToOneClock oneToOneClock, Stage1Days stage1, ReferralSteps referrals, Monitoring monitoring,
            SubjectAccess requests) {
        this.clock = clock;
        this.days = days;
        this.trust = trust;
        this.cases = cases;
        this.receipts = receipts;
        this.oneToOnes = oneToOnes;
        this.oneToOneClock = oneToOneClock;
        this.stage1 = stage1;
        this.referrals = referrals;
        this.monitoring = monitoring;
        this.requests = requests;
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

    /** Some working days after the Stage 1 meeting (Trust setting). */
    public Date stage1RecordOverdue(DelegateExecution execution) {
        return stage1.meetingRecordOverdue(execution.getProcessBusinessKey());
    }

    /** The morning after the day by which the support item of variable {@code supportItem} was promised (S1A-05). */
    public Date supportOverdue(DelegateExecution execution) {
        return stage1.supportOverdue(execution.getProcessBusinessKey(), (String) execution.getVariable("supportItem"));
    }

    /** Some working days after the referral was sent (Trust setting, S1A-06). */
    public Date adviceOverdue(DelegateExecution execution) {
        return Times.endOf(referrals.adviceDueOn(execution.getProcessBusinessKey(), Long.parseLong((String) execution.getVariable("referral"))));
    }

    /** The morning of a day shortly before the last day for the answer to an access request (Trust setting). */
    public Date subjectAccessDueSoon(DelegateExecution execution) {
        return requests.remindOn(execution.getProcessBusinessKey()).map(Times::morningOf).orElse(Times.NEVER);
    }

    /** The morning after the last day for the answer (UK GDPR Art. 12(3)). */
    public Date subjectAccessOverdue(DelegateExecution execution) {
        return requests.lastDay(execution.getProcessBusinessKey()).map(last -> Times.morningOf(last.plusDays(1))).orElse(Times.NEVER);
    }

    /** The morning of the next review, in the past if it should have been (S1D-15). */
    public Date nextReview(DelegateExecution execution) {
        return monitoring.nextReview(execution.getProcessBusinessKey()).map(Times::morningOf).orElse(Times.NEVER);
    }

    /** When the reviewer is reminded of a review that is not recorded (Trust setting, 3 working days). */
    public Date reviewOverdue(DelegateExecution execution) {
        return Times.morningOf(monitoring.reviewOverdueOn(execution.getProcessBusinessKey()));
    }

    /** When HR is told of a review that is not recorded (Trust setting, 10 working days). */
    public Date reviewLate(DelegateExecution execution) {
        return Times.morningOf(monitoring.reviewLateOn(execution.getProcessBusinessKey()));
    }
}
