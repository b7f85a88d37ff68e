package fairway.onetoone;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

import fairway.staff.AbsenceChanged;
import fairway.staff.Line;
import fairway.staff.Lines;
import fairway.staff.Staff;
import fairway.staff.StaffChanged;

/**
 * Keeps a one-to-one cycle running for every line whose manager has a sign-in, and for no other (OTO-01). Cycles are started and ended after the
 * staff list was applied, in transactions of their own, so that a list of a whole Trust is in at once; whatever is interrupted is taken up by the
 * next round.
 */
@Component
public class LineCycles {

    private static final int LINES_AT_ONCE = 200;

    private final Lines lines;
    private final Staff staff;
    private final OneToOneBooking booking;
    private final LineProcess process;
    private final TransactionTemplate ownTransaction;

    LineCycles(Lines lines, Staff staff, OneToOneBooking booking, LineProcess process, PlatformTransactionManager transactions) {
        this.lines = lines;
        this.staff = staff;
        this.booking = booking;
        this.process = process;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** New sign-ins get their manager's open tasks; whoever became a manager has one-to-ones every 2 weeks from now on (OTO-02). */
    @EventListener
    void follow(StaffChanged changed) {
        lines.runningOf(changed.changedSignIn()).stream().filter(line -> changed.changedSignIn().contains(line.managerStaffNumber())).forEach(process::ownerChanged);
        Set<String> underAnotherManager = new HashSet<>(changed.joined());
        underAnotherManager.addAll(changed.changedManager());
        Set<String> withAnotherInterval = new HashSet<>(staff.managersOf(underAnotherManager));
        withAnotherInterval.addAll(changed.moved());
        lines.runningOf(withAnotherInterval).stream().filter(line -> withAnotherInterval.contains(line.colleagueStaffNumber())).forEach(booking::keepWithinRules);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void afterwards(StaffChanged changed) {
        bringIntoStep();
    }

    /** What is booked moves out of the absence; reminders and the date by which it is recorded stand still meanwhile. */
    @EventListener
    void follow(AbsenceChanged changed) {
        Stream.concat(lines.currentOf(changed.staffNumber()).stream(), lines.ofManager(changed.staffNumber()).stream()).filter(Line::running).forEach(line -> {
            booking.keepWithinRules(line);
            process.datesChanged(line);
        });
    }

    /** Starts every cycle that should run and ends every one that should not; nothing happens where all is as it should be. */
    @Scheduled(cron = "${fairway.staff.in-step-at:0 15 * * * *}", zone = "Europe/London")
    public void bringIntoStep() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(ownTransaction.execute(status -> bringSomeIntoStep()));
        }
    }

    private boolean bringSomeIntoStep() {
        List<Line> outOfStep = lines.outOfStep(LINES_AT_ONCE);
        for (Line line : outOfStep) {
            if (line.running()) {
                process.end(line);
            } else {
                process.start(line);
            }
            line.markRunning(!line.running());
        }
        return outOfStep.size() == LINES_AT_ONCE;
    }
}
