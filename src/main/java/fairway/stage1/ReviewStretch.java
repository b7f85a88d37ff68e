package fairway.stage1;

import java.time.LocalDate;
import java.util.List;

/**
 * A stretch of the plan whose reviews follow one another by its frequency.
 *
 * @param from the day from which they count
 * @param days of the reviews in order, the final review last; never empty
 */
public record ReviewStretch(LocalDate from, List<LocalDate> days) {
}
