package fairway.correspondence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How the days of a series follow one another, in the few rules that every calendar understands (RFC 5545, 3.3.10).
 *
 * @param unit     days, weeks or months
 * @param every    how many of them, 1 or more
 * @param weekdays for weeks, the days of them; empty otherwise
 */
record Rhythm(Unit unit, int every, SortedSet<DayOfWeek> weekdays) {

    /** The last day that every month has. */
    private static final int LAST_DAY_OF_EVERY_MONTH = 28;

    enum Unit {
        DAILY, WEEKLY, MONTHLY
    }

    Rhythm {
        weekdays = new TreeSet<>(weekdays);
        if (every < 1 || (unit == Unit.WEEKLY) == weekdays.isEmpty()) {
            throw new IllegalArgumentException(unit + " every " + every + " on " + weekdays);
        }
    }

    static Rhythm days(int every) {
        return new Rhythm(Unit.DAILY, every, new TreeSet<>());
    }

    static Rhythm weeks(int every, Set<DayOfWeek> weekdays) {
        return new Rhythm(Unit.WEEKLY, every, new TreeSet<>(weekdays));
    }

    /** On the same day of every month, which each of them must have. */
    static Rhythm months() {
        return new Rhythm(Unit.MONTHLY, 1, new TreeSet<>());
    }

    /** Whether a series in this rhythm can begin on that day. */
    boolean canBeginOn(LocalDate day) {
        return switch (unit) {
            case DAILY -> true;
            case WEEKLY -> weekdays.contains(day.getDayOfWeek());
            case MONTHLY -> day.getDayOfMonth() <= LAST_DAY_OF_EVERY_MONTH;
        };
    }

    /** The slot after a slot. */
    LocalDate after(LocalDate slot) {
        return switch (unit) {
            case DAILY -> slot.plusDays(every);
            case WEEKLY -> weekdays.tailSet(slot.getDayOfWeek()).stream().skip(1).findFirst().map(day -> slot.with(TemporalAdjusters.next(day)))
                    .orElseGet(() -> monday(slot).plusWeeks(every).with(TemporalAdjusters.nextOrSame(weekdays.first())));
            case MONTHLY -> slot.plusMonths(every);
        };
    }

    /** The slot before a slot. */
    LocalDate before(LocalDate slot) {
        return switch (unit) {
            case DAILY -> slot.minusDays(every);
            case WEEKLY -> weekdays.headSet(slot.getDayOfWeek()).isEmpty() ? monday(slot).minusWeeks(every).with(TemporalAdjusters.nextOrSame(weekdays.last()))
                    : slot.with(TemporalAdjusters.previous(weekdays.headSet(slot.getDayOfWeek()).last()));
            case MONTHLY -> slot.minusMonths(every);
        };
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** As the RRULE of a calendar file, without an end, e.g. {@code FREQ=WEEKLY;INTERVAL=2;BYDAY=TH}. */
    String rule() {
        String days = weekdays.stream().map(day -> day.name().substring(0, 2)).collect(Collectors.joining(","));
        return "FREQ=" + unit + (every == 1 ? "" : ";INTERVAL=" + every) + (days.isEmpty() ? "" : ";BYDAY=" + days);
    }

    /** The rhythm of a {@link #rule()}. */
    static Rhythm of(String rule) {
        Map<String, String> parts = Arrays.stream(rule.split(";")).map(part -> part.split("=")).collect(Collectors.toMap(part -> part[0], part -> part[1]));
        Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
        if (parts.containsKey("BYDAY")) {
            Set<String> named = Set.of(parts.get("BYDAY").split(","));
            Arrays.stream(DayOfWeek.values()).filter(day -> named.contains(day.name().substring(0, 2))).forEach(weekdays::add);
        }
        return new Rhythm(Unit.valueOf(parts.get("FREQ")), Integer.parseInt(parts.getOrDefault("INTERVAL", "1")), new TreeSet<>(weekdays));
    }
}
