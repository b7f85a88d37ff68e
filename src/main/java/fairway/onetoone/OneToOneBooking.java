package fairway.onetoone;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import fairway.staff.Absences;
import fairway.staff.Line;
import fairway.staff.Lines;
import fairway.staff.Slot;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.staff.TimeAway;
import fairway.trust.TrustSettings;

/** Books the one-to-ones of a line and keeps them where they belong: within the longest interval, on working days, never while somebody is away. */
@Service
@Transactional
public class OneToOneBooking {

    private static final LocalTime FIRST_OTHER_TIME = LocalTime.of(9, 0);
    private static final int OTHER_TIMES = 15;
    private static final int MINUTES_BETWEEN_TIMES = 30;

    private final OneToOneRepository oneToOnes;
    private final NoteRepository notes;
    private final Lines lines;
    private final Staff staff;
    private final Absences absences;
    private final BookingRule rule;
    private final OneToOneFrequency frequency;
    private final TrustSettings trust;
    private final Clock clock;
    private final ObjectProvider<OneToOneCalendar> calendar;
    private final ObjectProvider<LineProcess> process;

    OneToOneBooking(OneToOneRepository oneToOnes, NoteRepository notes, Lines lines, Staff staff, Absences absences, BookingRule rule,
            OneToOneFrequency frequency, TrustSettings trust, Clock clock, ObjectProvider<OneToOneCalendar> calendar, ObjectProvider<LineProcess> process) {
        this.oneToOnes = oneToOnes;
        this.notes = notes;
        this.lines = lines;
        this.staff = staff;
        this.absences = absences;
        this.rule = rule;
        this.frequency = frequency;
        this.trust = trust;
        this.clock = clock;
        this.calendar = calendar;
        this.process = process;
    }

    /** Books the next one-to-one of the line and invites both (OTO-09); the one that is booked already if there is one. */
    public OneToOne bookNext(String lineKey) {
        Line line = lines.require(lineKey);
        return planned(line).orElseGet(() -> {
            OneToOne next = oneToOnes.save(new OneToOne(line.id(), nextStart(line).orElse(null), line.usualSlot().minutes()));
            calendar.getObject().update(line, next);
            return next;
        });
    }

    /** The booked one-to-one of the line. */
    @Transactional(readOnly = true)
    public Optional<OneToOne> planned(Line line) {
        return oneToOnes.findPlanned(line.id());
    }

    /** The last day to which the booked one-to-one may be put off (OTO-02 to OTO-04); empty while a return is not known. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> lastDayToPutOffTo(Line line) {
        return rule.lastDayToPutOffTo(lastHeld(line), longestInterval(line), away(line), LocalDate.now(clock));
    }

    /** In words how often the one-to-ones of the line are held at least. */
    @Transactional(readOnly = true)
    public String frequencyInWords(Line line) {
        Period shortest = longestInterval(line).shortest();
        if (shortest.equals(Period.ofMonths(1))) {
            return "at least monthly";
        }
        int days = shortest.getMonths() * 30 + shortest.getDays();
        return days % 7 == 0 && shortest.getMonths() == 0 ? days == 7 ? "at least every week" : "at least every " + days / 7 + " weeks"
                : "at least every " + (shortest.getMonths() == 0 ? days + " days" : shortest.getMonths() + " months");
    }

    /** The clause that limits the interval of the line: {@code OTO-02}, {@code OTO-03} or {@code OTO-04}. */
    @Transactional(readOnly = true)
    public String clauseOfInterval(Line line) {
        return line.additionalSupport() ? "OTO-04" : staff.isManagerOrAbove(staff.require(line.colleagueStaffNumber())) ? "OTO-02" : "OTO-03";
    }

    /**
     * Finds another date for the booked one-to-one where it has none, falls on a day on which somebody is away, or lies beyond the longest
     * interval. Nothing changes otherwise.
     */
    public void keepWithinRules(Line line) {
        planned(line).filter(o -> !isWithinRules(line, o)).ifPresent(o -> rebook(line, o));
    }

    /** Holds the line's one-to-ones in another slot from the next one on. */
    public void useSlot(Line line, Slot slot) {
        line.useSlot(slot);
        planned(line).filter(o -> o.plannedStart().filter(start -> start.isAfter(LocalDateTime.now(clock))).isPresent()).ifPresent(o -> rebook(line, o));
    }

    /** Cancels the booked one-to-one of a line that has ended or can no longer be held. */
    public void cancel(String lineKey) {
        Line line = lines.require(lineKey);
        planned(line).ifPresent(o -> {
            o.cancel();
            calendar.getObject().update(line, o);
        });
    }

    private boolean isWithinRules(Line line, OneToOne planned) {
        if (planned.plannedStart().isEmpty()) {
            return false;
        }
        LocalDateTime start = planned.plannedStart().get();
        if (away(line).covers(start.toLocalDate())) {
            return false;
        }
        boolean isOver = !start.isAfter(LocalDateTime.now(clock));
        return isOver || lastDayToPutOffTo(line).filter(last -> !start.toLocalDate().isAfter(last)).isPresent();
    }

    private void rebook(Line line, OneToOne planned) {
        LocalDateTime start = nextStart(line).orElse(null);
        int minutes = line.usualSlot().minutes();
        if (planned.minutes() != minutes || !planned.plannedStart().equals(Optional.ofNullable(start))) {
            planned.moveTo(start, minutes);
            calendar.getObject().update(line, planned);
            process.getObject().datesChanged(line);
        }
    }

    private Optional<LocalDateTime> nextStart(Line line) {
        return rule.next(lastHeld(line), longestInterval(line), line.usualSlot(), away(line), LocalDate.now(clock)).map(start -> atFreeTime(line, start));
    }

    /** Outside the usual slot another one-to-one may stand at that time: then the nearest free time of the day. */
    private LocalDateTime atFreeTime(Line line, LocalDateTime start) {
        LocalDate day = start.toLocalDate();
        if (day.getDayOfWeek() == line.usualSlot().weekday()) {
            return start;
        }
        List<OneToOne> others = oneToOnes.findPlannedBetween(List.of(line.managerStaffNumber(), line.colleagueStaffNumber()), line.id(),
                day.atStartOfDay(), day.plusDays(1).atStartOfDay());
        int minutes = line.usualSlot().minutes();
        Stream<LocalDateTime> otherTimes = Stream.iterate(day.atTime(FIRST_OTHER_TIME), t -> t.plusMinutes(MINUTES_BETWEEN_TIMES)).limit(OTHER_TIMES)
                .sorted(Comparator.comparing(t -> java.time.Duration.between(start, t).abs()));
        return Stream.concat(Stream.of(start), otherTimes).filter(t -> others.stream().noneMatch(o -> overlaps(o, t, minutes))).findFirst().orElse(start);
    }

    private static boolean overlaps(OneToOne oneToOne, LocalDateTime start, int minutes) {
        return oneToOne.plannedStart().filter(s -> s.isBefore(start.plusMinutes(minutes)) && start.isBefore(s.plusMinutes(oneToOne.minutes()))).isPresent();
    }

    private LongestInterval longestInterval(Line line) {
        StaffMember colleague = staff.require(line.colleagueStaffNumber());
        boolean managerOrAbove = staff.isManagerOrAbove(colleague);
        return LongestInterval.of(managerOrAbove, frequency.interval(managerOrAbove, line.additionalSupport()),
                line.additionalSupport() ? trust.additionalSupportInterval() : null);
    }

    private LocalDate lastHeld(Line line) {
        return notes.findLastHeld(line.id()).filter(last -> last.isAfter(line.startedOn())).orElse(line.startedOn());
    }

    private TimeAway away(Line line) {
        return absences.of(line.managerStaffNumber(), line.colleagueStaffNumber());
    }
}
