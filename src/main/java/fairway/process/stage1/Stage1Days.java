package fairway.process.stage1;

import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;

import fairway.performancecase.CaseClock;
import fairway.performancecase.Cases;
import fairway.process.Times;
import fairway.stage1.Stage1;
import fairway.stage1.SupportItem;
import fairway.trust.TrustSettings;
import fairway.trust.WorkingDays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Days of the Stage 1 meeting and of promised support as the engine wants them; absences and pauses of the case move them on. */
@Component
@Transactional(readOnly = true)
public class Stage1Days {

    private final Stage1 stage1;
    private final Cases cases;
    private final WorkingDays workingDays;
    private final TrustSettings trust;

    Stage1Days(Stage1 stage1, Cases cases, WorkingDays workingDays, TrustSettings trust) {
        this.stage1 = stage1;
        this.cases = cases;
        this.workingDays = workingDays;
        this.trust = trust;
    }

    public Date meeting(String number) {
        return Times.at(stage1.meetingOf(number).start());
    }

    /** The end of the day by which the meeting is to be recorded. */
    public Date meetingRecorded(String number) {
        return Times.endOf(lastDayToRecord(number).orElseGet(() -> workingDays.plus(meetingDay(number), trust.oneToOneOverdueDays())));
    }

    /** The same as a timer: never while the clock stands still for an unknown time. */
    public Date meetingRecordOverdue(String number) {
        return lastDayToRecord(number).map(Times::endOf).orElse(Times.NEVER);
    }

    private Optional<LocalDate> lastDayToRecord(String number) {
        LocalDate day = meetingDay(number);
        return cases.clock(number).shift(day, workingDays.plus(day, trust.oneToOneOverdueDays())).map(workingDays::onOrAfter);
    }

    private LocalDate meetingDay(String number) {
        return stage1.meetingOf(number).start().toLocalDate();
    }

    /** The end of the day by which the support item was promised. */
    public Date supportDue(String number, String item) {
        return Times.endOf(stage1.supportDueOn(stage1.supportItem(number, Long.parseLong(item))));
    }

    /** The morning after it; never while the clock stands still for an unknown time. */
    public Date supportOverdue(String number, String item) {
        SupportItem promised = stage1.supportItem(number, Long.parseLong(item));
        CaseClock clock = cases.clock(number);
        return clock.shift(promised.promisedOn(), promised.by()).map(due -> Times.morningOf(due.plusDays(1))).orElse(Times.NEVER);
    }
}
