package fairway.staff;

import java.util.Optional;

import org.springframework.stereotype.Component;

import fairway.access.LineParties;

/** Answers {@code access} who owns a line now. */
@Component
class LineOwners implements LineParties {

    private final Lines lines;

    LineOwners(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Optional<LineParties.Line> ofLine(String lineId) {
        if (lineId == null || !lineId.matches("L-[0-9]{1,18}")) {
            return Optional.empty();
        }
        return lines.find(fairway.staff.Line.idOf(lineId)).filter(line -> !line.hasEnded())
                .map(line -> new LineParties.Line(lineId, line.managerStaffNumber(), line.colleagueStaffNumber()));
    }
}
