package fairway.stage1;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import fairway.performancecase.CaseClock;
import fairway.performancecase.StandStill;
import fairway.trust.TrustSettings;
import fairway.trust.WorkingDays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ReviewDatesWhileSomebodyIsAwayTest {

    private static final WorkingDays ENGLAND = new WorkingDays(new Binder(new MapConfigurationPropertySource()).bindOrCreate("fairway.trust", TrustSettings.class));
    private static final LocalDate FAR = day("2028-12-29");
    private final ReviewDates dates = new ReviewDates(ENGLAND);

    @Test
    void anAbsenceIsNotCounted_S1D15() {
        // Monday 11 January, weekly; away from Wednesday to Tuesday: seven days that do not count.
        assertThat(dates.next(day("2027-01-11"), Period.ofWeeks(1), FAR, away("2027-01-13", "2027-01-19"))).isEqualTo(day("2027-01-25"));
    }

    @Test
    void aReviewNeverFallsOnADayAway_S1D16() {
        // Due on Monday 18 January; away on that day alone: Tuesday is the seventh day that counts.
        assertThat(dates.next(day("2027-01-11"), Period.ofWeeks(1), FAR, away("2027-01-18", "2027-01-18"))).isEqualTo(day("2027-01-19"));
        // Away from Monday to Sunday, due on the Monday after: held then.
        assertThat(dates.next(day("2027-01-11"), Period.ofWeeks(1), FAR, away("2027-01-18", "2027-01-24"))).isEqualTo(day("2027-01-25"));
    }

    @Test
    void theFinalReviewIsBeforeAnAbsenceThatReachesThePlansEnd_S1D14() {
        assertThat(dates.finalReview(day("2027-03-10"), away("2027-03-09", "2027-03-10"))).isEqualTo(day("2027-03-08"));
    }

    @Test
    void anAbsenceWithoutAnEndStillHasAnAnswer() {
        CaseClock gone = new CaseClock(List.of(new StandStill(day("2027-01-12"), null)));
        assertThat(dates.next(day("2027-01-11"), Period.ofWeeks(1), FAR, gone)).isEqualTo(day("2027-01-18"));
    }

    @Property(tries = 1000)
    void noReviewIsFurtherAwayThanAgreedWhenDaysAwayAreNotCounted_S1D15(@ForAll("days") LocalDate after, @ForAll("frequencies") Period every,
            @ForAll("absences") List<int[]> absences) {
        List<StandStill> away = absences.stream().map(a -> new StandStill(after.plusDays(a[0]), after.plusDays(a[0] + a[1]))).toList();
        LocalDate review = dates.next(after, every, after.plusYears(3), new CaseClock(away));

        assertThat(review).isAfter(after).matches(ENGLAND::isWorkingDay);
        assertThat(isAway(away, review)).isFalse();
        long allowed = ChronoUnit.DAYS.between(after, after.plus(every));
        boolean inTime = daysThatCount(away, after, review) <= allowed;
        boolean nothingSooner = daysBetween(after, review).stream().noneMatch(d -> ENGLAND.isWorkingDay(d) && !isAway(away, d));
        assertThat(inTime || nothingSooner).as("%s after %s, every %s, away %s", review, after, every, away).isTrue();
        boolean later = daysBetween(review, review.plusDays(40)).stream()
                .anyMatch(d -> ENGLAND.isWorkingDay(d) && !isAway(away, d) && daysThatCount(away, after, d) <= allowed);
        assertThat(later).as("no earlier than needed").isFalse();
    }

    private static long daysThatCount(List<StandStill> away, LocalDate after, LocalDate to) {
        return after.plusDays(1).datesUntil(to.plusDays(1)).filter(d -> !isAway(away, d)).count();
    }

    /** The days after the one and before the other. */
    private static List<LocalDate> daysBetween(LocalDate after, LocalDate before) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = after.plusDays(1); day.isBefore(before); day = day.plusDays(1)) {
            days.add(day);
        }
        return days;
    }

    private static boolean isAway(List<StandStill> away, LocalDate day) {
        return away.stream().anyMatch(a -> !day.isBefore(a.from()) && !day.isAfter(a.to()));
    }

    private static CaseClock away(String from, String to) {
        return new CaseClock(List.of(new StandStill(day(from), day(to))));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.of(2026, 1, 1), LocalDate.of(2032, 12, 31));
    }

    @Provide
    Arbitrary<Period> frequencies() {
        return Arbitraries.oneOf(Arbitraries.integers().between(1, 28).map(Period::ofDays), Arbitraries.of(Period.ofWeeks(2), Period.ofMonths(1)));
    }

    @Provide
    Arbitrary<List<int[]>> absences() {
        Arbitrary<int[]> absence = Combinators.combine(Arbitraries.integers().between(-20, 60), Arbitraries.integers().between(0, 30)).as((from, days) -> new int[] {from, days});
        return absence.list().ofMaxSize(4);
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
