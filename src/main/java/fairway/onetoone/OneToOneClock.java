package fairway.onetoone;

import java.time.LocalDate;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fairway.staff.Absences;
import fairway.staff.Line;
import fairway.staff.Lines;
import fairway.staff.TimeAway;
import fairway.trust.TrustSettings;
import fairway.trust.WorkingDays;

/** When a booked one-to-one is reminded of and its record is due. Both stand still while somebody is away. */
@Service
@Transactional(readOnly = true)
public class OneToOneClock {

    private final Lines lines;
    private final Absences absences;
    private final WorkingDays workingDays;
    private final TrustSettings trust;

    OneToOneClock(Lines lines, Absences absences, WorkingDays workingDays, TrustSettings trust) {
        this.lines = lines;
        this.absences = absences;
        this.workingDays = workingDays;
        this.trust = trust;
    }

    /** The working day before the one-to-one; empty while it has no date. */
    public Optional<LocalDate> workingDayBefore(OneToOne oneToOne) {
        return oneToOne.plannedStart().map(start -> workingDays.minus(start.toLocalDate(), 1));
    }

    /** Two working days (Trust setting) after the one-to-one, days on which somebody is away not counted; empty while that cannot be said. */
    public Optional<LocalDate> recordDueBy(OneToOne oneToOne) {
        Line line = lines.find(oneToOne.lineId()).orElseThrow();
        TimeAway away = absences.of(line.managerStaffNumber(), line.colleagueStaffNumber());
        Optional<LocalDate> day = oneToOne.plannedStart().map(start -> start.toLocalDate());
        for (int left = trust.oneToOneOverdueDays(); left > 0 && day.isPresent(); left--) {
            day = away.nextWorkingDay(day.get().plusDays(1), workingDays);
        }
        return day;
    }
}
