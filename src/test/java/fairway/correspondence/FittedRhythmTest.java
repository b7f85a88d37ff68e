package fairway.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import fairway.stage1.ReviewDates;
import fairway.trust.TrustSettings;
import fairway.trust.WorkingDays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FittedRhythmTest {

    private static final WorkingDays ENGLAND = new WorkingDays(new Binder(new MapConfigurationPropertySource()).bindOrCreate("fairway.trust", TrustSettings.class));
    private final ReviewDates dates = new ReviewDates(ENGLAND);

    @Test
    void weeklyReviewsAreWeeklyAndFortnightlyOnesFortnightly_S1A04() {
        assertThat(rule(dates.series(day("2026-10-15"), Period.ofWeeks(1), day("2026-12-10")))).isEqualTo("FREQ=WEEKLY;BYDAY=TH");
        assertThat(rule(dates.series(day("2027-01-11"), Period.ofWeeks(2), day("2027-03-08")))).isEqualTo("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO");
        assertThat(rule(dates.series(day("2027-01-14"), Period.ofDays(1), day("2027-02-12")))).isEqualTo("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
        assertThat(rule(dates.series(day("2026-10-15"), Period.ofDays(3), day("2026-12-07")))).isEqualTo("FREQ=WEEKLY;BYDAY=MO,TH,FR");
        assertThat(rule(days("2027-01-13", "2027-02-12", "2027-03-12", "2027-04-13", "2027-05-13"))).as("one exception, 12/03/2027").isEqualTo("FREQ=DAILY;INTERVAL=30");
        assertThat(rule(days("2027-01-12", "2027-02-12", "2027-04-12", "2027-05-12"))).isEqualTo("FREQ=MONTHLY");
    }

    @Test
    void aDayEarlierForABankHolidayIsAnException_S1D15() {
        FittedRhythm fitted = FittedRhythm.of(days("2026-12-11", "2026-12-18", "2026-12-24", "2027-01-01", "2027-01-08"));
        assertThat(fitted.rhythm().rule()).isEqualTo("FREQ=WEEKLY;BYDAY=FR");
        assertThat(fitted.slots()).containsExactlyElementsOf(days("2026-12-11", "2026-12-18", "2026-12-25", "2027-01-01", "2027-01-08"));
    }

    @Test
    void weeksAwayAreLeftOut_S1D15() {
        FittedRhythm fitted = FittedRhythm.of(days("2026-10-22", "2026-10-29", "2026-11-19", "2026-11-26"));
        assertThat(fitted.rhythm().rule()).isEqualTo("FREQ=WEEKLY;BYDAY=TH");
        assertThat(fitted.slots()).containsExactlyElementsOf(days("2026-10-22", "2026-10-29", "2026-11-19", "2026-11-26"));
    }

    @Test
    void aRuleThatIsKeptIsTheSameWhenReadAgain() {
        for (Rhythm rhythm : List.of(Rhythm.days(3), Rhythm.months(), Rhythm.weeks(2, EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)))) {
            assertThat(Rhythm.of(rhythm.rule())).isEqualTo(rhythm);
        }
    }

    @Property(tries = 500)
    void theReviewsOfAnyPlanHaveARule_S1A04(@ForAll("meetings") LocalDate meeting, @ForAll("frequencies") Period every, @ForAll @IntRange(min = 7, max = 120) int length) {
        List<LocalDate> days = dates.series(meeting, every, meeting.plusDays(length));
        FittedRhythm fitted = FittedRhythm.of(days);
        assertThat(fitted.slots()).hasSameSizeAs(days).isSorted().doesNotHaveDuplicates();
        List<LocalDate> slots = Stream.iterate(fitted.slots().get(0), fitted.rhythm()::after).takeWhile(slot -> !slot.isAfter(fitted.slots().get(days.size() - 1))).toList();
        assertThat(slots).as("slots are of the rule").containsAll(fitted.slots());
        slots.stream().skip(1).forEach(slot -> assertThat(fitted.rhythm().after(fitted.rhythm().before(slot))).isEqualTo(slot));
        if (every.equals(Period.ofWeeks(1)) && days.size() > 2) {
            long exceptions = IntStream.range(0, days.size()).filter(i -> !days.get(i).equals(fitted.slots().get(i))).count();
            long rhythms = days.stream().map(LocalDate::getDayOfWeek).distinct().count();
            assertThat(exceptions).as("weekly reviews on one day of the week have no exception: %s", days).satisfiesAnyOf(n -> assertThat(n).isZero(), n -> assertThat(rhythms).isGreaterThan(1));
        }
    }

    @Provide
    Arbitrary<LocalDate> meetings() {
        return Dates.dates().between(day("2026-01-01"), day("2029-12-31")).filter(ENGLAND::isWorkingDay);
    }

    @Provide
    Arbitrary<Period> frequencies() {
        return Arbitraries.of(Period.ofDays(1), Period.ofDays(2), Period.ofDays(3), Period.ofWeeks(1), Period.ofDays(10), Period.ofWeeks(2), Period.ofWeeks(4), Period.ofMonths(1));
    }

    private static String rule(List<LocalDate> days) {
        return FittedRhythm.of(days).rhythm().rule();
    }

    private static List<LocalDate> days(String... days) {
        return Arrays.stream(days).map(LocalDate::parse).toList();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
