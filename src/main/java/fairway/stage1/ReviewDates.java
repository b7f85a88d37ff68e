package fairway.stage1;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

import fairway.trust.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * On which days a plan is reviewed (S1D-15, S1D-16, S1A-04): never later than one frequency after the day before it, on working days, earlier
 * rather than later, and never past the plan's end. The last of them is the final review.
 */
@Component
public class ReviewDates {

    private final WorkingDays workingDays;

    public ReviewDates(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /**
     * The review after a day: the last working day that is no further away than the frequency. Only where there is no working day so soon
     * (a daily review on a Friday) is it the next working day. The final review where that comes first, or has come already.
     *
     * @param after  day of the meeting, or of the review before
     * @param every  from a day to a month
     * @param endsOn last day of the plan
     */
    public LocalDate next(LocalDate after, Period every, LocalDate endsOn) {
        LocalDate day = workingDays.onOrBefore(after.plus(every));
        if (!day.isAfter(after)) {
            day = workingDays.onOrAfter(after.plusDays(1));
        }
        LocalDate last = finalReview(endsOn);
        return day.isBefore(last) ? day : last;
    }

    /** All review dates of a plan that are left after a day, in order, the final review last; never empty. */
    public List<LocalDate> series(LocalDate after, Period every, LocalDate endsOn) {
        LocalDate last = finalReview(endsOn);
        List<LocalDate> dates = new ArrayList<>();
        for (LocalDate day = next(after, every, endsOn); day.isBefore(last); day = next(day, every, endsOn)) {
            dates.add(day);
        }
        dates.add(last);
        return List.copyOf(dates);
    }

    /** The day of the final review: the plan's last day, or the last working day before it. */
    public LocalDate finalReview(LocalDate endsOn) {
        return workingDays.onOrBefore(endsOn);
    }
}
