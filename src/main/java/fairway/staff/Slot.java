package fairway.staff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Locale;

/** The usual place of a line's one-to-ones in any week, due or not. @param minutes length, 15 to 240 */
public record Slot(DayOfWeek weekday, LocalTime time, int minutes) {

    /** Shortest and longest one-to-one, in minutes. */
    public static final int SHORTEST = 15;
    public static final int LONGEST = 240;

    public LocalDateTime on(LocalDate day) {
        return day.atTime(time);
    }

    /** Whether a meeting of that length shares time with this slot in the week of the meeting. */
    public boolean overlaps(LocalDateTime start, int lengthInMinutes) {
        return overlapsOn(start.toLocalDate(), start, lengthInMinutes)
                || overlapsOn(start.plusMinutes(lengthInMinutes).toLocalDate(), start, lengthInMinutes);
    }

    private boolean overlapsOn(LocalDate day, LocalDateTime start, int lengthInMinutes) {
        return day.getDayOfWeek() == weekday && on(day).isBefore(start.plusMinutes(lengthInMinutes)) && start.isBefore(on(day).plusMinutes(minutes));
    }

    /** As people read it: {@code Tuesdays, 10:00 to 11:00}. */
    public String inWords() {
        return weekday.getDisplayName(TextStyle.FULL, Locale.UK) + "s, " + time + " to " + time.plusMinutes(minutes);
    }
}
