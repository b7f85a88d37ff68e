package fairway.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is away when. Clocks stand still meanwhile, so every limit leaves these days out. */
@Service
@Transactional(readOnly = true)
public class Absences {

    private final AbsenceRepository absences;
    private final ApplicationEventPublisher events;

    Absences(AbsenceRepository absences, ApplicationEventPublisher events) {
        this.absences = absences;
        this.events = events;
    }

    /**
     * Records that a person is away, both days included. An absence with the same first day is corrected; one whose return was not known
     * and that began earlier ends on the given last day.
     *
     * @param to null while the return is not known
     */
    @Transactional
    public void record(String staffNumber, LocalDate from, LocalDate to) {
        List<Absence> all = absences.findAllByStaffNumberInOrderByFirstDay(List.of(staffNumber));
        Optional<Absence> same = all.stream().filter(a -> a.firstDay().equals(from)).findFirst();
        Optional<Absence> open = all.stream().filter(a -> a.isOpen() && a.firstDay().isBefore(from)).findFirst();
        if (same.isPresent()) {
            same.get().endOn(to);
        } else if (open.isPresent()) {
            open.get().endOn(to);
        } else {
            absences.save(new Absence(staffNumber, from, to));
        }
        events.publishEvent(new AbsenceChanged(staffNumber));
    }

    public boolean absent(String staffNumber, LocalDate day) {
        return of(staffNumber).covers(day);
    }

    /** The first day from the given one on which the person is there; empty while the return is not known. */
    public Optional<LocalDate> backOn(String staffNumber, LocalDate day) {
        return of(staffNumber).backOn(day);
    }

    /** Calendar days away after {@code from} up to and including {@code to}. */
    public int daysAbsent(String staffNumber, LocalDate from, LocalDate to) {
        return of(staffNumber).daysBetween(from, to);
    }

    /** The absences of all these people taken together. */
    public TimeAway of(String... staffNumbers) {
        return new TimeAway(absences.findAllByStaffNumberInOrderByFirstDay(List.of(staffNumbers)).stream()
                .map(a -> new TimeAway.Period(a.firstDay(), a.lastDay())).toList());
    }

    /** Absences that last on this day or begin later, the earliest first. */
    public List<Absence> from(String staffNumber, LocalDate day) {
        return absences.findFrom(staffNumber, day);
    }
}
