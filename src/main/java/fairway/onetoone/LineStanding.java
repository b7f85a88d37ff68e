package fairway.onetoone;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

import fairway.staff.Line;

/**
 * How the one-to-ones of a line stand now.
 *
 * @param next       when the next one is; empty while there is no date
 * @param lastHeld   when the last one was held; empty if none is noted
 * @param overdue    whether its record is overdue (OTO-11: for the manager's eyes alone)
 * @param stalled    why the line has no next date (OTO-01), as people read it; empty if it has one
 */
public record LineStanding(Line line, Optional<LocalDateTime> next, Optional<LocalDate> lastHeld, boolean overdue, Optional<String> stalled) {
}
