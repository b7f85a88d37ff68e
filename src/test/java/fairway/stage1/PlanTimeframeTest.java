package fairway.stage1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTimeframeTest {

    @ParameterizedTest(name = "{0} to {1}: {2} days, {3} months begun, normal: {4}")
    @CsvSource({
            // exactly 4 weeks is inside, a day less is not
            "2026-11-23, 2026-12-21, 28, 1, true",
            "2026-11-23, 2026-12-20, 27, 1, false",
            "2027-02-01, 2027-03-01, 28, 1, true",
            "2028-02-01, 2028-02-29, 28, 1, true",
            "2028-02-01, 2028-03-01, 29, 1, true",
            // exactly 3 months is inside, a day more is not
            "2026-11-23, 2027-02-23, 92, 3, true",
            "2026-11-23, 2027-02-24, 93, 4, false",
            // a shorter month ends on its last day, leap years included
            "2026-11-30, 2027-02-28, 90, 3, true",
            "2026-11-30, 2027-03-01, 91, 4, false",
            "2027-11-30, 2028-02-29, 91, 3, true",
            "2027-11-29, 2028-02-29, 92, 3, true",
            "2027-11-29, 2028-03-01, 93, 4, false",
            "2028-02-29, 2028-05-29, 90, 3, true",
            "2028-02-29, 2028-05-30, 91, 4, false",
            "2027-01-31, 2027-04-30, 89, 3, true",
            "2027-01-31, 2027-05-01, 90, 4, false",
            // over the turn of the year and the change to summer time
            "2026-12-31, 2027-03-31, 90, 3, true",
            "2027-03-01, 2027-03-29, 28, 1, true" })
    void fourWeeksToThreeMonthsAreNormalBothLimitsIncluded_S1D14(LocalDate meeting, LocalDate end, int days, int months, boolean normal) {
        PlanTimeframe timeframe = PlanTimeframe.of(meeting, end);
        assertThat(timeframe).isEqualTo(new PlanTimeframe(days, months));
        assertThat(timeframe.isNormal()).isEqualTo(normal);
    }

    @Test
    void aPlanEndsAfterItsMeeting_S1D14() {
        LocalDate meeting = LocalDate.of(2026, 11, 23);
        assertThatThrownBy(() -> PlanTimeframe.of(meeting, meeting)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PlanTimeframe.of(meeting, meeting.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Counted in the test's own way: by stepping from day to day and looking at the calendar. */
    @Property(tries = 2000)
    void aPlanIsNormalIfAndOnlyIfItLastsFourWeeksToThreeCalendarMonths_S1D14(@ForAll("meetings") LocalDate meeting, @ForAll @IntRange(min = 1, max = 130) int days) {
        LocalDate end = meeting.plusDays(days);
        int year = meeting.getYear() + (meeting.getMonthValue() + 3 > 12 ? 1 : 0);
        int month = (meeting.getMonthValue() + 2) % 12 + 1;
        int length = java.time.YearMonth.of(year, month).lengthOfMonth();
        LocalDate latest = LocalDate.of(year, month, Math.min(meeting.getDayOfMonth(), length));
        boolean expected = days >= 28 && end.compareTo(latest) <= 0;
        assertThat(PlanTimeframe.of(meeting, end).isNormal()).as("%s to %s", meeting, end).isEqualTo(expected);
    }

    /** A day longer never begins fewer months. */
    @Property
    void monthsNeverDecrease(@ForAll("meetings") LocalDate meeting, @ForAll @IntRange(min = 1, max = 800) int days) {
        PlanTimeframe shorter = PlanTimeframe.of(meeting, meeting.plusDays(days));
        PlanTimeframe longer = PlanTimeframe.of(meeting, meeting.plusDays(days + 1));
        assertThat(longer.months()).isBetween(shorter.months(), shorter.months() + 1);
        assertThat(meeting.plusMonths(shorter.months())).isAfterOrEqualTo(meeting.plusDays(days));
    }

    @Provide
    Arbitrary<LocalDate> meetings() {
        Arbitrary<LocalDate> any = Dates.dates().between(LocalDate.of(2020, 1, 1), LocalDate.of(2040, 12, 31));
        Arbitrary<LocalDate> monthEnds = any.map(day -> day.withDayOfMonth(day.lengthOfMonth()));
        Arbitrary<LocalDate> leapDays = Arbitraries.of(LocalDate.of(2024, 2, 29), LocalDate.of(2028, 2, 29), LocalDate.of(2032, 2, 29), LocalDate.of(2027, 11, 29),
                LocalDate.of(2027, 11, 30));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, any), net.jqwik.api.Tuple.of(3, monthEnds), net.jqwik.api.Tuple.of(1, leapDays));
    }
}
