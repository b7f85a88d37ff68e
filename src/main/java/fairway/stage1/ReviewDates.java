package fairway.stage1;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

import fairway.performancecase.CaseClock;
import fairway.trust.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * On which days a plan is reviewed (S1D-15, S1D-16, S1A-04): never later than one frequency after the day before it, on working days, earlier
 * rather than later, and never past the plan's end. The last of them is the final review.
 */
@Component
public class ReviewDates {

    private static final CaseClock RUNNING = new CaseClock(List.of());

    private final WorkingDays workingDays;

    public ReviewDates(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /** As {@link #next(LocalDate, Period, LocalDate, CaseClock)}, while nobody is away. */
    public LocalDate next(LocalDate after, Period every, LocalDate endsOn) {
        return next(after, every, endsOn, RUNNING);
    }

    /**
     * The review after a day: the last working day that is no further away than the frequency, days on which the clock stands still not counted.
     * Only where there is no working day so soon (a daily review on a Friday) is it the next working day. The final review where that comes first,
     * or has come already.
     *
     * @param after  day of the meeting, or of the review before
     * @param every  from a day to a month
     * @param endsOn last day of the plan as it stands now, absences and pauses so far included
     * @param clock  absences and pauses of the case; while one lasts for an unknown time, the answer is as if it did not
     */
    public LocalDate next(LocalDate after, Period every, LocalDate endsOn, CaseClock clock) {
        LocalDate day = latest(clock.shift(after, after.plus(every)).orElse(after.plus(every)), clock);
        if (!day.isAfter(after)) {
            day = earliest(after.plusDays(1), clock);
        }
        LocalDate last = finalReview(endsOn, clock);
        return day.isBefore(last) ? day : last;
    }

    /** As {@link #series(LocalDate, Period, LocalDate, CaseClock)}, while nobody is away. */
    public List<LocalDate> series(LocalDate after, Period every, LocalDate endsOn) {
        return series(after, every, endsOn, RUNNING);
    }

    /** All review dates of a plan that are left after a day, in order, the final review last; never empty. */
    public List<LocalDate> series(LocalDate after, Period every, LocalDate endsOn, CaseClock clock) {
        LocalDate last = finalReview(endsOn, clock);
        List<LocalDate> dates = new ArrayList<>();
        for (LocalDate day = next(after, every, endsOn, clock); day.isBefore(last); day = next(day, every, endsOn, clock)) {
            dates.add(day);
        }
        dates.add(last);
        return List.copyOf(dates);
    }

    /** The day of the final review: the plan's last day, or the last working day before it. */
    public LocalDate finalReview(LocalDate endsOn) {
        return finalReview(endsOn, RUNNING);
    }

    /** The day of the final review: the plan's last day, or the last working day before it on which nobody is away. */
    public LocalDate finalReview(LocalDate endsOn, CaseClock clock) {
        return latest(endsOn, clock);
    }

    private LocalDate latest(LocalDate limit, CaseClock clock) {
        LocalDate day = workingDays.onOrBefore(limit);
        while (isDayAway(day, clock)) {
            day = workingDays.onOrBefore(day.minusDays(1));
        }
        return day;
    }

    private LocalDate earliest(LocalDate from, CaseClock clock) {
        LocalDate day = workingDays.onOrAfter(from);
        while (isDayAway(day, clock)) {
            day = workingDays.onOrAfter(day.plusDays(1));
        }
        return day;
    }

    /** Somebody is away on that day, and comes back on a day that is known. */
    private static boolean isDayAway(LocalDate day, CaseClock clock) {
        return clock.standsStillOn(day) && clock.shift(day.minusDays(1), day).isPresent();
    }
}
