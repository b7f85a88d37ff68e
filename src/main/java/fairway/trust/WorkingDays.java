package fairway.trust;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import org.springframework.stereotype.Component;

/** Working days of the Trust: Monday to Friday without the bank holidays of its country. Dates only, no times of day. */
@Component
public class WorkingDays {

    /** The zone of every date and time that people read or write. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Map<String, String> REGIONS = Map.of("england", "eng", "wales", "wls", "scotland", "sct", "northern-ireland", "nir");

    private final HolidayManager holidays = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
    private final String region;
    private final Map<Integer, java.util.Set<LocalDate>> byYear = new ConcurrentHashMap<>();

    public WorkingDays(TrustSettings settings) {
        this.region = REGIONS.get(settings.country());
        if (region == null) {
            throw new IllegalArgumentException("fairway.trust.country must be one of england, wales, scotland, northern-ireland, but is " + settings.country());
        }
    }

    public boolean isBankHoliday(LocalDate date) {
        return byYear.computeIfAbsent(date.getYear(), year -> holidays.getHolidays(java.time.Year.of(year), region).stream()
                .map(Holiday::getDate).collect(java.util.stream.Collectors.toUnmodifiableSet())).contains(date);
    }

    public boolean isWorkingDay(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY && !isBankHoliday(date);
    }

    /** The day itself if it is a working day, or the next one. */
    public LocalDate onOrAfter(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The day itself if it is a working day, or the last one before it. */
    public LocalDate onOrBefore(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The n-th working day after the date, which itself does not count; n of 0 or more. */
    public LocalDate plus(LocalDate date, int workingDays) {
        LocalDate day = date;
        for (int left = workingDays; left > 0; left--) {
            day = onOrAfter(day.plusDays(1));
        }
        return day;
    }

    /** The n-th working day before the date, which itself does not count; n of 0 or more. */
    public LocalDate minus(LocalDate date, int workingDays) {
        LocalDate day = date;
        for (int left = workingDays; left > 0; left--) {
            day = onOrBefore(day.minusDays(1));
        }
        return day;
    }

    /** How many working days lie after {@code from} up to and including {@code to}; 0 if {@code to} is not later. */
    public int between(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                days++;
            }
        }
        return days;
    }
}
