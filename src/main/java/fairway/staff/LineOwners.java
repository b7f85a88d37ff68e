package fairway.staff;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import fairway.access.LineParties;

/** Answers {@code access} who owns a line now. */
@Component
class LineOwners implements LineParties {

    private final Lines lines;
    private final LineRepository all;

    LineOwners(Lines lines, LineRepository all) {
        this.lines = lines;
        this.all = all;
    }

    @Override
    public Optional<LineParties.Line> ofLine(String lineId) {
        if (!fairway.staff.Line.isKey(lineId)) {
            return Optional.empty();
        }
        return lines.find(fairway.staff.Line.idOf(lineId)).filter(line -> !line.hasEnded())
                .map(line -> new LineParties.Line(lineId, line.managerStaffNumber(), line.colleagueStaffNumber()));
    }

    @Override
    public Optional<LineParties.Line> after(String lineId) {
        if (lineId == null || !lineId.matches("L-[0-9]{1,18}")) {
            return Optional.empty();
        }
        return lines.find(fairway.staff.Line.idOf(lineId)).filter(fairway.staff.Line::hasEnded).flatMap(line -> lines.latestOf(line.colleagueStaffNumber()))
                .flatMap(latest -> ofLine(latest.businessKey()));
    }

    @Override
    public Set<String> aboutAnyOf(Set<String> colleagues) {
        return all.findByColleagueStaffNumberIn(colleagues).stream().map(fairway.staff.Line::businessKey).collect(Collectors.toSet());
    }
}
