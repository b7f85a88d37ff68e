package fairway.staff;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reporting lines of the Trust, as the staff list gives them. */
@Service
@Transactional(readOnly = true)
public class Lines {

    private final LineRepository lines;

    Lines(LineRepository lines) {
        this.lines = lines;
    }

    /** @throws IllegalArgumentException if there is no such line */
    public Line require(String businessKey) {
        return find(Line.idOf(businessKey)).orElseThrow(() -> new IllegalArgumentException("no line " + businessKey));
    }

    public Optional<Line> find(long id) {
        return lines.findById(id);
    }

    /** The line in which this colleague stands now. */
    public Optional<Line> currentOf(String colleagueStaffNumber) {
        return lines.findOpenOf(colleagueStaffNumber);
    }

    /** The line in which this colleague stands now, or stood last. */
    public Optional<Line> latestOf(String colleagueStaffNumber) {
        return lines.findFirstByColleagueStaffNumberOrderByIdDesc(colleagueStaffNumber);
    }

    /** The lines that this manager has now. */
    public List<Line> ofManager(String managerStaffNumber) {
        return lines.findOpenUnder(managerStaffNumber);
    }

    /** All lines that last. */
    public List<Line> open() {
        return lines.findOpen();
    }

    /** The lines whose one-to-one cycle runs and in which one of these people stands, on either side. */
    public List<Line> runningOf(Collection<String> people) {
        return List.copyOf(InParts.of(people, lines::findRunningOf));
    }

    /** The lines that last without a one-to-one cycle, because their manager has no sign-in (OTO-01). */
    public List<Line> notRunning() {
        return lines.findNotRunning();
    }

    /**
     * Lines whose one-to-one cycle is not as it should be: it is to be started (the line lasts and its manager has a sign-in), or to be ended.
     * At most so many at once, the oldest first, locked for the present transaction.
     */
    @Transactional
    public List<Line> outOfStep(int atMost) {
        return lines.findOutOfStep(atMost);
    }
}
