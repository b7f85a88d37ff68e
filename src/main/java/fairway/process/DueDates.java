package fairway.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;

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

/** Due and follow-up dates of tasks ({@code #{dueDates.…(execution)}} in the models); due at five in the afternoon, London time. */
@Component("dueDates")
public class DueDates {

    private final Clock clock;
    private final WorkingDays days;
    private final TrustSettings trust;
    private final OneToOnes oneToOnes;
    private final OneToOneClock oneToOneClock;
    private final Cases cases;
    private final Stage1Days stage1;
    private final Monitoring monitoring;
    private final ReferralSteps referrals;
    private final SubjectAccess requests;

    DueDates(Clock clock, WorkingDays days, TrustSettings trust, OneToOnes oneToOnes, OneToOneClock oneToOneClock, Cases cases, Stage1Days stage1, Monitoring monitoring,
            ReferralSteps referrals, SubjectAccess requests) {
        this.clock = clock;
        this.days = days;
        this.trust = trust;
        this.oneToOnes = oneToOnes;
        this.oneToOneClock = oneToOneClock;
        this.cases = cases;
        this.stage1 = stage1;
        this.monitoring = monitoring;
        this.referrals = referrals;
        this.requests = requests;
    }

    /** When the one-to-one is; null while it has no date because somebody is away. */
    public Date oneToOneHeld(DelegateExecution execution) {
        return oneToOne(execution).plannedStart().map(Times::at).orElse(null);
    }

    /** The second working day after the one-to-one (Trust setting); null while it has no date. */
    public Date oneToOneRecorded(DelegateExecution execution) {
        return oneToOneClock.recordDueBy(oneToOne(execution)).map(Times::endOf).orElse(null);
    }

    private OneToOne oneToOne(DelegateExecution execution) {
        return oneToOnes.require((Long) execution.getVariable("oneToOne"));
    }

    /** The last day for the answer to an access request (UK GDPR Art. 12(3)). */
    public Date subjectAccess(DelegateExecution execution) {
        return requests.lastDay(execution.getProcessBusinessKey()).map(Times::endOf).orElseGet(() -> usual(execution));
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
    public Date now(DelegateExecution execution) {
        return Date.from(clock.instant());
    }

    /** The day on which the time given to improve is over (S1P-02); far off while it stands still. */
    public Date improveBy(DelegateExecution execution) {
        return cases.improveBy(execution.getProcessBusinessKey()).map(Times::morningOf).orElse(Times.NEVER);
    }

    /** When the improvement has to be reviewed: the working days of a usual step after the time given (S1P-02). */
    public Date improvementReview(DelegateExecution execution) {
        return cases.improveBy(execution.getProcessBusinessKey()).map(day -> Times.endOf(days.plus(day, trust.taskDays()))).orElse(Times.NEVER);
    }

    /** The day on which HR decides how it goes on after the pause. */
    public Date pauseReview(DelegateExecution execution) {
        return cases.require(execution.getProcessBusinessKey()).pause().map(pause -> Times.endOf(pause.reviewOn())).orElseGet(() -> now(execution));
    }

    /** The start of the arranged Stage 1 meeting. */
    public Date stage1MeetingHeld(DelegateExecution execution) {
        return stage1.meeting(execution.getProcessBusinessKey());
    }

    /** Some working days after the Stage 1 meeting (Trust setting). */
    public Date stage1MeetingRecorded(DelegateExecution execution) {
        return stage1.meetingRecorded(execution.getProcessBusinessKey());
    }

    /** The end of the day by which the support item of variable {@code supportItem} was promised (S1A-05). */
    public Date supportItem(DelegateExecution execution) {
        return stage1.supportDue(execution.getProcessBusinessKey(), (String) execution.getVariable("supportItem"));
    }

    /** The end of the day of the review that is due, the final one included (S1D-15). */
    public Date review(DelegateExecution execution) {
        return Times.endOf(monitoring.reviewDay(execution.getProcessBusinessKey()));
    }

    /** The day on which Occupational Health's advice is asked after (Trust setting, S1A-06). */
    public Date occupationalHealthAdvice(DelegateExecution execution) {
        return Times.endOf(referrals.adviceDueOn(execution.getProcessBusinessKey(), Long.parseLong((String) execution.getVariable("referral"))));
    }
}
