package fairway.onetoone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fairway.staff.Slot;
import fairway.staff.TimeAway;
import fairway.trust.WorkingDays;
import fairway.trust.WorkingDaysTest;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BookingRuleTest {

    private static final WorkingDays DAYS = new WorkingDays(WorkingDaysTest.settings(Map.of()));
    private static final BookingRule RULE = new BookingRule(DAYS);
    private static final LongestInterval MANAGER = LongestInterval.of(true, Period.ofDays(14), null);
    private static final LongestInterval JUNIOR = LongestInterval.of(false, Period.ofMonths(1), null);
    private static final LongestInterval SUPPORTED = LongestInterval.of(false, Period.ofDays(7), Period.ofDays(7));
    private static final Slot TUESDAY = new Slot(DayOfWeek.TUESDAY, LocalTime.of(10, 0), 60);

    private static LocalDateTime next(String last, LongestInterval interval, TimeAway away) {
        return RULE.next(LocalDate.parse(last), interval, TUESDAY, away, LocalDate.parse(last)).orElse(null);
    }

    private static TimeAway away(String first, String last) {
        return new TimeAway(List.of(new TimeAway.Period(LocalDate.parse(first), last == null ? null : LocalDate.parse(last))));
    }

    @Test
    void aManagerIsBookedInTheUsualSlotTwoWeeksLater_OTO02() {
        assertThat(next("2026-10-06", MANAGER, TimeAway.NONE)).isEqualTo("2026-10-20T10:00");
    }

    @Test
    void juniorStaffAreBookedInTheUsualSlotWithinAMonth_OTO03() {
        assertThat(next("2026-10-06", JUNIOR, TimeAway.NONE)).isEqualTo("2026-11-03T10:00");
    }

    @Test
    void additionalSupportMeansEveryWeek_OTO04() {
        assertThat(next("2026-10-06", SUPPORTED, TimeAway.NONE)).isEqualTo("2026-10-13T10:00");
    }

    @Test
    void heldOnAnotherDayTheNextOneReturnsToTheUsualSlot() {
        assertThat(next("2026-10-08", MANAGER, TimeAway.NONE)).isEqualTo("2026-10-20T10:00");
    }

    @Test
    void aBankHolidayMovesItEarlierNeverLater_OTO02() {
        Slot monday = new Slot(DayOfWeek.MONDAY, LocalTime.of(10, 0), 60);
        assertThat(RULE.next(LocalDate.parse("2026-08-17"), MANAGER, monday, TimeAway.NONE, LocalDate.parse("2026-08-17"))).contains(LocalDateTime.parse("2026-08-28T10:00"));
    }

    @Test
    void overChristmasItComesBeforeTheHolidays() {
        Slot monday = new Slot(DayOfWeek.MONDAY, LocalTime.of(10, 0), 60);
        assertThat(RULE.next(LocalDate.parse("2026-12-14"), MANAGER, monday, TimeAway.NONE, LocalDate.parse("2026-12-14"))).contains(LocalDateTime.parse("2026-12-24T10:00"));
    }

    @Test
    void theHourStaysTheSameWhenTheClocksChange() {
        assertThat(next("2026-10-20", MANAGER, TimeAway.NONE)).isEqualTo("2026-11-03T10:00");
        assertThat(next("2027-03-23", MANAGER, TimeAway.NONE)).isEqualTo("2027-04-06T10:00");
    }

    @Test
    void aMonthFromTheLastOfJanuaryEndsWithFebruary_OTO03() {
        Slot wednesday = new Slot(DayOfWeek.WEDNESDAY, LocalTime.of(10, 0), 60);
        assertThat(JUNIOR.lastDayAfter(LocalDate.parse("2028-01-31"), TimeAway.NONE)).contains(LocalDate.parse("2028-02-29"));
        assertThat(JUNIOR.lastDayAfter(LocalDate.parse("2027-01-31"), TimeAway.NONE)).contains(LocalDate.parse("2027-02-28"));
        assertThat(RULE.next(LocalDate.parse("2028-01-31"), JUNIOR, TUESDAY, TimeAway.NONE, LocalDate.parse("2028-01-31"))).contains(LocalDateTime.parse("2028-02-29T10:00"));
        assertThat(RULE.next(LocalDate.parse("2028-01-31"), JUNIOR, wednesday, TimeAway.NONE, LocalDate.parse("2028-01-31"))).contains(LocalDateTime.parse("2028-02-23T10:00"));
    }

    @Test
    void daysAwayAreNotCounted() {
        assertThat(next("2026-10-06", MANAGER, away("2026-10-12", "2026-10-25"))).isEqualTo("2026-11-03T10:00");
    }

    @Test
    void nothingIsBookedWhileTheReturnIsNotKnown() {
        assertThat(next("2026-10-06", MANAGER, away("2026-10-12", null))).isNull();
    }

    @Test
    void awayOnTheUsualDayItIsEarlierThatWeek() {
        assertThat(next("2026-10-06", SUPPORTED, away("2026-10-14", "2026-10-16"))).isEqualTo("2026-10-13T10:00");
        assertThat(next("2026-10-07", MANAGER, away("2026-10-20", "2026-10-20"))).isEqualTo("2026-10-19T10:00");
    }

    @Test
    void theDayAfterTheLastOneIsTooSoonForAWeeklyOne() {
        assertThat(next("2026-10-05", SUPPORTED, TimeAway.NONE)).isEqualTo("2026-10-12T10:00");
    }

    @Test
    void whereTheIntervalHasPassedItIsWithinFiveWorkingDays() {
        assertThat(RULE.next(LocalDate.parse("2026-01-05"), MANAGER, TUESDAY, TimeAway.NONE, LocalDate.parse("2026-10-07"))).contains(LocalDateTime.parse("2026-10-13T10:00"));
    }

    @Test
    void thePolicysLimitHoldsWhateverTheTableSays_OTO02_OTO03() {
        LocalDate last = LocalDate.parse("2026-10-06");
        assertThat(LongestInterval.of(true, Period.ofMonths(6), null).lastDayAfter(last, TimeAway.NONE)).contains(LocalDate.parse("2026-10-20"));
        assertThat(LongestInterval.of(false, Period.ofMonths(6), null).lastDayAfter(last, TimeAway.NONE)).contains(LocalDate.parse("2026-11-06"));
        assertThat(LongestInterval.of(true, Period.ofDays(10), null).lastDayAfter(last, TimeAway.NONE)).contains(LocalDate.parse("2026-10-16"));
        assertThat(LongestInterval.of(true, Period.ofDays(14), Period.ofDays(30)).lastDayAfter(last, TimeAway.NONE)).contains(LocalDate.parse("2026-10-20"));
        assertThat(LongestInterval.of(false, Period.ofMonths(1), Period.ofDays(5)).lastDayAfter(last, TimeAway.NONE)).contains(LocalDate.parse("2026-10-11"));
        assertThatThrownBy(() -> LongestInterval.of(true, Period.ZERO, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itCanBePutOffToTheEndOfTheInterval_OTO02() {
        assertThat(putOff("2026-10-06", MANAGER, TimeAway.NONE, "2026-10-20")).contains(LocalDate.parse("2026-10-20"));
        assertThat(putOff("2026-10-06", MANAGER, away("2026-10-12", "2026-10-13"), "2026-10-15")).contains(LocalDate.parse("2026-10-22"));
    }

    @Test
    void afterTheIntervalItCanBePutOffByFiveWorkingDays_OTO02() {
        assertThat(putOff("2026-10-06", MANAGER, TimeAway.NONE, "2026-10-21")).contains(LocalDate.parse("2026-10-28"));
        assertThat(putOff("2026-12-01", MANAGER, TimeAway.NONE, "2026-12-23")).contains(LocalDate.parse("2027-01-04"));
        assertThat(putOff("2026-10-06", MANAGER, away("2026-10-22", "2026-10-23"), "2026-10-21")).contains(LocalDate.parse("2026-10-30"));
    }

    private static Optional<LocalDate> putOff(String last, LongestInterval interval, TimeAway away, String today) {
        return RULE.lastDayToPutOffTo(LocalDate.parse(last), interval, away, LocalDate.parse(today));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 2_500).map(n -> LocalDate.of(2026, 1, 1).plusDays(n));
    }

    @Provide
    Arbitrary<LongestInterval> intervals() {
        Arbitrary<Period> table = Arbitraries.of(Period.ofDays(3), Period.ofDays(7), Period.ofDays(10), Period.ofDays(14), Period.ofMonths(1), Period.ofMonths(3));
        return Combinators.combine(Arbitraries.of(true, false), table, Arbitraries.of(Period.ofDays(7), Period.ofDays(3)).injectNull(0.5)).as(LongestInterval::of);
    }

    @Provide
    Arbitrary<Slot> slots() {
        return Combinators.combine(Arbitraries.of(DayOfWeek.class), Arbitraries.integers().between(7, 18)).as((day, hour) -> new Slot(day, LocalTime.of(hour, 0), 60));
    }

    /** Offsets of absences from the last one-to-one: begin and length. */
    @Provide
    Arbitrary<List<int[]>> absences() {
        return Combinators.combine(Arbitraries.integers().between(-10, 40), Arbitraries.integers().between(0, 25)).as((from, length) -> new int[] {from, length})
                .list().ofMaxSize(3);
    }

    @Property(tries = 3_000)
    void neverBeyondTheLimitAlwaysAWorkingDayAndNobodyIsAway(@ForAll("days") LocalDate last, @ForAll("intervals") LongestInterval interval,
            @ForAll("slots") Slot usual, @ForAll("absences") List<int[]> offsets, @ForAll @IntRange(max = 45) int recordedAfter) {
        TimeAway away = new TimeAway(offsets.stream().map(o -> new TimeAway.Period(last.plusDays(o[0]), last.plusDays(o[0] + o[1]))).toList());
        LocalDate today = last.plusDays(recordedAfter);

        LocalDateTime start = RULE.next(last, interval, usual, away, today).orElseThrow();

        LocalDate day = start.toLocalDate();
        assertThat(start.toLocalTime()).isEqualTo(usual.time());
        assertThat(day).isAfter(today).isAfter(last);
        assertThat(DAYS.isWorkingDay(day)).isTrue();
        assertThat(away.covers(day)).isFalse();
        LocalDate limit = countedLimit(last, interval, away);
        boolean roomBeforeTheLimit = today.plusDays(1).datesUntil(limit.isAfter(today) ? limit.plusDays(1) : today.plusDays(1))
                .anyMatch(d -> DAYS.isWorkingDay(d) && !away.covers(d));
        if (roomBeforeTheLimit) {
            assertThat(day).isBeforeOrEqualTo(limit);
        } else {
            assertThat(today.plusDays(1).datesUntil(day.plusDays(1)).filter(d -> DAYS.isWorkingDay(d) && !away.covers(d)).count())
                    .isLessThanOrEqualTo(BookingRule.DAYS_TO_CATCH_UP);
        }
    }

    @Property(tries = 2_000)
    void withoutAbsenceNeverLaterThanTheUsualDayBeforeTheLimit(@ForAll("days") LocalDate last, @ForAll("slots") Slot usual, @ForAll boolean managerOrAbove) {
        LongestInterval interval = managerOrAbove ? MANAGER : JUNIOR;
        LocalDate limit = countedLimit(last, interval, TimeAway.NONE);
        LocalDate usualDay = limit;
        while (usualDay.getDayOfWeek() != usual.weekday()) {
            usualDay = usualDay.minusDays(1);
        }
        LocalDate day = RULE.next(last, interval, usual, TimeAway.NONE, last).orElseThrow().toLocalDate();
        assertThat(day).isEqualTo(DAYS.onOrBefore(usualDay));
    }

    /** The limit counted by the test in its own way: day by day, days away left out. */
    private static LocalDate countedLimit(LocalDate last, LongestInterval interval, TimeAway away) {
        long shortest = interval.periods().stream().mapToLong(p -> last.datesUntil(last.plus(p)).count()).min().orElseThrow();
        LocalDate day = last;
        for (long counted = 0; counted < shortest; ) {
            day = day.plusDays(1);
            if (!away.covers(day)) {
                counted++;
            }
        }
        return day;
    }
}
