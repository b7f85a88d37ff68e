package fairway.performancecase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fairway.correspondence.CaseEnd;
import fairway.staff.Absences;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.staff.TimeAway;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a case's clock together: its pauses, the absences of the colleague, and those of each manager while they were manager. */
@Component
@Transactional(readOnly = true)
class CaseClocks implements fairway.correspondence.StandStill, CaseEnd {

    private final PerformanceCases cases;
    private final Absences absences;
    private final Staff staff;

    CaseClocks(PerformanceCases cases, Absences absences, Staff staff) {
        this.cases = cases;
        this.absences = absences;
        this.staff = staff;
    }

    CaseClock of(PerformanceCase about) {
        List<StandStill> stops = new ArrayList<>();
        about.pauses().forEach(pause -> stops.add(pause.standStill()));
        addAbsences(stops, about.colleague(), LocalDate.MIN, null);
        List<ManagerTime> managers = about.managers();
        for (int i = 0; i < managers.size(); i++) {
            LocalDate next = i + 1 < managers.size() ? managers.get(i + 1).from() : about.nextManagerFrom();
            addAbsences(stops, managers.get(i).staffNumber(), i == 0 ? LocalDate.MIN : managers.get(i).from(), next == null ? null : next.minusDays(1));
        }
        if (about.nextManager() != null) {
            addAbsences(stops, about.nextManager(), about.nextManagerFrom(), null);
        }
        return new CaseClock(stops);
    }

    @Override
    public boolean standsStill(String key, LocalDate day) {
        return key != null && cases.findById(key).map(found -> of(found).standsStillOn(day)).orElse(false);
    }

    @Override
    public Optional<LocalDate> endedOn(String key) {
        return cases.findById(key).map(PerformanceCase::endedOn);
    }

    /** Nobody is away any more once they have left: others act for them then. */
    private void addAbsences(List<StandStill> stops, String staffNumber, LocalDate first, LocalDate last) {
        LocalDate left = staff.find(staffNumber).map(StaffMember::leftOn).orElse(null);
        LocalDate until = last == null || left != null && left.isBefore(last) ? left : last;
        for (TimeAway.Period away : absences.of(staffNumber).periods()) {
            LocalDate from = away.first().isBefore(first) ? first : away.first();
            LocalDate to = until != null && (away.last() == null || away.last().isAfter(until)) ? until : away.last();
            if (to == null || !to.isBefore(from)) {
                stops.add(new StandStill(from, to));
            }
        }
    }
}
