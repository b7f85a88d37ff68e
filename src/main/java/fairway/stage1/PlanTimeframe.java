package fairway.stage1;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How long a plan lasts, from the day of the meeting to its last day (S1D-14: normally 4 weeks to 3 months, both limits included).
 *
 * @param days   whole days from the meeting to the end: 28 are exactly 4 weeks
 * @param months calendar months begun between them: exactly 3 months are 3, a day more are 4; a month that is shorter ends on its last day
 */
public record PlanTimeframe(int days, int months) {

    /** Shortest plan that is normal, in days. */
    public static final int SHORTEST_DAYS = 28;
    /** Longest plan that is normal, in months begun. */
    public static final int LONGEST_MONTHS = 3;

    /** @throws IllegalArgumentException if the end is not after the meeting */
    public static PlanTimeframe of(LocalDate meeting, LocalDate end) {
        if (!end.isAfter(meeting)) {
            throw new IllegalArgumentException("a plan ends after its meeting");
        }
        int months = 0;
        while (meeting.plusMonths(months).isBefore(end)) {
            months++;
        }
        return new PlanTimeframe((int) ChronoUnit.DAYS.between(meeting, end), months);
    }

    /** Whether the policy calls this length normal; otherwise it needs a reason and HR's agreement. */
    public boolean isNormal() {
        return days >= SHORTEST_DAYS && months <= LONGEST_MONTHS;
    }
}
