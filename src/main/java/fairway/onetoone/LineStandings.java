package fairway.onetoone;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fairway.staff.Absences;
import fairway.staff.Line;
import fairway.staff.Lines;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.InWords;

/** How lines stand: next date, overdue record, or stalled and why (OTO-01). */
@Service
@Transactional(readOnly = true)
public class LineStandings {

    private final Lines lines;
    private final Staff staff;
    private final Absences absences;
    private final OneToOneRepository oneToOnes;
    private final NoteRepository notes;
    private final OneToOneClock oneToOneClock;
    private final Clock clock;

    LineStandings(Lines lines, Staff staff, Absences absences, OneToOneRepository oneToOnes, NoteRepository notes, OneToOneClock oneToOneClock, Clock clock) {
        this.lines = lines;
        this.staff = staff;
        this.absences = absences;
        this.oneToOnes = oneToOnes;
        this.notes = notes;
        this.oneToOneClock = oneToOneClock;
        this.clock = clock;
    }

    public LineStanding of(Line line) {
        Optional<OneToOne> planned = oneToOnes.findPlanned(line.id());
        Optional<LocalDateTime> next = planned.flatMap(OneToOne::plannedStart);
        boolean overdue = planned.flatMap(oneToOneClock::recordDueBy).filter(day -> day.isBefore(LocalDate.now(clock))).isPresent();
        return new LineStanding(line, next, notes.findLastHeld(line.id()), overdue, next.isPresent() ? Optional.empty() : Optional.of(whyStalled(line)));
    }

    /** The lines of this manager. */
    public List<LineStanding> ofManager(String managerStaffNumber) {
        return lines.ofManager(managerStaffNumber).stream().map(this::of).toList();
    }

    /** The lines without a next date in the divisions of this HR person, at most so many. */
    public List<LineStanding> stalledFor(StaffMember hr, int atMost) {
        return oneToOnes.findLinesWithoutDate(hr.hrDivisions().contains("*"), hr.hrDivisions(), Limit.of(atMost)).stream().map(this::of).toList();
    }

    private String whyStalled(Line line) {
        if (!line.running() && !staff.require(line.managerStaffNumber()).hasSignIn()) {
            return "The manager has no sign-in. The Trust’s Fairway administrator gives one.";
        }
        return awayWithoutReturn(line.managerStaffNumber()).map(since -> "The manager is away from " + since + ", and the return is not known yet.")
                .or(() -> awayWithoutReturn(line.colleagueStaffNumber()).map(since -> "The colleague is away from " + since + ", and the return is not known yet."))
                .orElse("The next one-to-one is being booked.");
    }

    private Optional<String> awayWithoutReturn(String staffNumber) {
        return absences.from(staffNumber, LocalDate.now(clock)).stream().filter(absence -> absence.lastDay() == null).findFirst()
                .map(absence -> InWords.of(absence.firstDay()));
    }
}
