package fairway.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;

import fairway.performancecase.CaseClock;
import fairway.performancecase.StandStill;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TotalTimeframeTest {

    private static final LocalDate MEETING = LocalDate.of(2027, 8, 31);
    private static final Period HALF_A_YEAR = Period.ofMonths(6);

    @Test
    void exactlySixMonthsAreWithinAlsoInALeapYear_S1D14() {
        TotalTimeframe total = new TotalTimeframe(MEETING, HALF_A_YEAR, new CaseClock(List.of()));
        assertThat(total.isExceededBy(LocalDate.of(2028, 2, 29))).isFalse();
        assertThat(total.isExceededBy(LocalDate.of(2028, 3, 1))).isTrue();
    }

    @Test
    void absenceIsNotCounted_S1D14() {
        TotalTimeframe total = new TotalTimeframe(MEETING, HALF_A_YEAR,
                new CaseClock(List.of(new StandStill(LocalDate.of(2027, 10, 1), LocalDate.of(2027, 10, 10)))));
        assertThat(total.isExceededBy(LocalDate.of(2028, 3, 10))).isFalse();
        assertThat(total.isExceededBy(LocalDate.of(2028, 3, 11))).isTrue();
    }

    @Test
    void whileSomebodyIsAwayForAnUnknownTimeNothingIsBeyond_S1D14() {
        TotalTimeframe total = new TotalTimeframe(MEETING, HALF_A_YEAR, new CaseClock(List.of(new StandStill(LocalDate.of(2027, 10, 1), null))));
        assertThat(total.isExceededBy(LocalDate.of(2029, 1, 1))).isFalse();
    }

    @Property(tries = 300)
    void theDaysThatCountDecide_S1D14(@ForAll @IntRange(min = 1, max = 150) int from, @ForAll @IntRange(min = 0, max = 60) int length,
            @ForAll @IntRange(min = 1, max = 300) int end) {
        StandStill away = new StandStill(MEETING.plusDays(from), MEETING.plusDays(from + length));
        LocalDate endsOn = MEETING.plusDays(end);
        long counted = MEETING.plusDays(1).datesUntil(endsOn.plusDays(1)).filter(d -> d.isBefore(away.from()) || d.isAfter(away.to())).count();
        long allowed = MEETING.plusDays(1).datesUntil(MEETING.plus(HALF_A_YEAR).plusDays(1)).count();
        boolean endsOnADayAway = !endsOn.isBefore(away.from()) && !endsOn.isAfter(away.to());
        boolean exceeded = new TotalTimeframe(MEETING, HALF_A_YEAR, new CaseClock(List.of(away))).isExceededBy(endsOn);
        if (!endsOnADayAway) {
            assertThat(exceeded).isEqualTo(counted > allowed);
        }
    }
}
