package fairway.stage1;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;

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

class ReviewDatesTest {

    private static final WorkingDays ENGLAND = new WorkingDays(new Binder(new MapConfigurationPropertySource()).bindOrCreate("fairway.trust", TrustSettings.class));
    private final ReviewDates dates = new ReviewDates(ENGLAND);

    @Test
    void fortnightlyReviewsOfAnEightWeekPlan_S1D15() {
        assertThat(dates.series(day("2027-01-11"), Period.ofWeeks(2), day("2027-03-08")))
                .containsExactly(day("2027-01-25"), day("2027-02-08"), day("2027-02-22"), day("2027-03-08"));
    }

    @Test
    void aReviewOnABankHolidayIsHeldEarlier_S1D15() {
        // Boxing Day 2026 is a Saturday: Friday 25th and Monday 28th are holidays.
        assertThat(dates.next(day("2026-12-18"), Period.ofWeeks(1), day("2027-02-18"))).isEqualTo(day("2026-12-24"));
        assertThat(dates.next(day("2026-12-21"), Period.ofWeeks(1), day("2027-02-18"))).isEqualTo(day("2026-12-24"));
    }

    @Test
    void aDailyReviewGoesOverTheWeekend_S1D15() {
        assertThat(dates.series(day("2027-01-14"), Period.ofDays(1), day("2027-01-20")))
                .containsExactly(day("2027-01-15"), day("2027-01-18"), day("2027-01-19"), day("2027-01-20"));
    }

    @Test
    void aMonthlyReviewFromTheEndOfAMonthStaysWithinTheMonth_S1D15() {
        assertThat(dates.next(day("2028-01-31"), Period.ofMonths(1), day("2028-04-28"))).isEqualTo(day("2028-02-29"));
    }

    @Test
    void aPlanThatEndsOnASundayHasItsFinalReviewOnTheFridayBefore_S1A04() {
        assertThat(dates.finalReview(day("2027-03-07"))).isEqualTo(day("2027-03-05"));
        List<LocalDate> series = dates.series(day("2027-01-11"), Period.ofWeeks(2), day("2027-03-07"));
        assertThat(series).last().isEqualTo(day("2027-03-05"));
    }

    @Property(tries = 1000)
    void reviewsAreOnWorkingDaysAsOftenAsAgreedAndNeverPastTheEnd_S1D15_S1A04(@ForAll("meetings") LocalDate meeting, @ForAll("frequencies") Period every,
            @ForAll @IntRange(min = 7, max = 200) int length) {
        LocalDate end = meeting.plusDays(length);
        List<LocalDate> series = dates.series(meeting, every, end);
        assertThat(series).isNotEmpty().doesNotHaveDuplicates().isSorted();
        assertThat(series).allMatch(ENGLAND::isWorkingDay).allMatch(day -> !day.isAfter(end)).allMatch(day -> day.isAfter(meeting));
        LocalDate before = meeting;
        for (LocalDate review : series) {
            boolean inTime = !review.isAfter(before.plus(every));
            boolean nothingSooner = ENGLAND.between(before, review) == 1;
            assertThat(inTime || nothingSooner).as("%s after %s, every %s", review, before, every).isTrue();
            before = review;
        }
        assertThat(ENGLAND.between(before, end)).as("the final review is on the last working day of the plan").isZero();
    }

    @Provide
    Arbitrary<LocalDate> meetings() {
        return Dates.dates().between(LocalDate.of(2025, 1, 1), LocalDate.of(2032, 12, 31));
    }

    @Provide
    Arbitrary<Period> frequencies() {
        return Arbitraries.oneOf(Arbitraries.integers().between(1, 28).map(Period::ofDays), Arbitraries.of(Period.ofWeeks(1), Period.ofWeeks(2), Period.ofMonths(1)));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
