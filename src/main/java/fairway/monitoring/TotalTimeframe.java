package fairway.monitoring;

import java.time.LocalDate;
import java.time.Period;

import fairway.performancecase.CaseClock;

/**
 * How long a plan with all its extensions may last before HR has to give a written reason (Trust setting), absences and pauses not counted.
 *
 * @param startsOn day of the Stage 1 meeting
 * @param longest  as the Trust set it
 */
record TotalTimeframe(LocalDate startsOn, Period longest, CaseClock clock) {

    /** Whether a plan that ends on that day lasts longer; the last day of the period is within. */
    boolean isExceededBy(LocalDate endsOn) {
        return clock.shift(startsOn, startsOn.plus(longest)).map(endsOn::isAfter).orElse(false);
    }
}
