package fairway.process;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Date;

import fairway.trust.WorkingDays;

/** London dates and times as the engine wants them. */
public final class Times {

    /** When a clock that stands still for an unknown time would ring: never; it is asked anew once the clock goes on. */
    public static final Date NEVER = at(LocalDateTime.of(2999, 12, 31, 12, 0));

    private Times() {
    }

    /** Five in the afternoon of the day: when a task of that day is due. */
    public static Date endOf(LocalDate day) {
        return at(day.atTime(LocalTime.of(17, 0)));
    }

    /** Eight in the morning of the day: when a reminder of that day goes out. */
    public static Date morningOf(LocalDate day) {
        return at(day.atTime(LocalTime.of(8, 0)));
    }

    /** That moment on a London clock. */
    public static Date at(LocalDateTime local) {
        return Date.from(local.atZone(WorkingDays.LONDON).toInstant());
    }
}
