package fairway.performancecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Time stands still while somebody is away or the case is paused, and a day that was given is given. */
class CaseClockTest {

    private static final LocalDate DAY = LocalDate.of(2027, 12, 1);

    @Property
    void exactlyTheDaysGivenPassBeforeTheEnd(@ForAll("stops") List<StandStill> stops, @ForAll @IntRange(min = 1, max = 120) int given) {
        LocalDate shifted = new CaseClock(stops).shift(DAY, DAY.plusDays(given)).orElseThrow();
        // counted here day by day
        Set<LocalDate> stopped = days(stops);
        int passed = 0;
        LocalDate day = DAY;
        while (passed < given) {
            day = day.plusDays(1);
            if (!stopped.contains(day)) {
                passed++;
            }
        }
        assertThat(shifted).isEqualTo(day);
    }

    @Property
    void overlappingAndRepeatedStopsCountOnce(@ForAll("stops") List<StandStill> stops, @ForAll @IntRange(min = 1, max = 120) int given, @ForAll long seed) {
        List<StandStill> more = new ArrayList<>(stops);
        more.addAll(stops);
        Collections.shuffle(more, new Random(seed));
        assertThat(new CaseClock(more).shift(DAY, DAY.plusDays(given))).isEqualTo(new CaseClock(stops).shift(DAY, DAY.plusDays(given)));
    }

    @Property
    void daysStoppedAreThoseOfTheCalendar(@ForAll("stops") List<StandStill> stops, @ForAll @IntRange(min = 0, max = 200) int length) {
        LocalDate to = DAY.plusDays(length);
        assertThat(new CaseClock(stops).daysStopped(DAY, to)).isEqualTo(days(stops).stream().filter(d -> d.isAfter(DAY) && !d.isAfter(to)).count());
    }

    @Property
    void aStopNeverBringsADateForward(@ForAll("stops") List<StandStill> stops, @ForAll @IntRange(min = 1, max = 120) int given) {
        assertThat(new CaseClock(stops).shift(DAY, DAY.plusDays(given)).orElseThrow()).isAfterOrEqualTo(DAY.plusDays(given));
    }

    @Example
    void whileTheReturnIsNotKnownThereIsNoEnd() {
        CaseClock clock = new CaseClock(List.of(new StandStill(DAY.plusDays(10), null)));
        assertThat(clock.shift(DAY, DAY.plusDays(9))).contains(DAY.plusDays(9));
        assertThat(clock.shift(DAY, DAY.plusDays(10))).isEmpty();
        assertThat(clock.standsStillOn(DAY.plusDays(400))).isTrue();
        assertThat(clock.standsStillOn(DAY.plusDays(9))).isFalse();
    }

    @Example
    void aLeapDayIsADayLikeAnyOther() {
        CaseClock clock = new CaseClock(List.of(new StandStill(LocalDate.of(2028, 2, 28), LocalDate.of(2028, 3, 1))));
        assertThat(clock.shift(LocalDate.of(2028, 2, 20), LocalDate.of(2028, 2, 29))).contains(LocalDate.of(2028, 3, 3));
    }

    private static Set<LocalDate> days(List<StandStill> stops) {
        Set<LocalDate> days = new HashSet<>();
        stops.forEach(stop -> stop.from().datesUntil(stop.to().plusDays(1)).forEach(days::add));
        return days;
    }

    @Provide
    Arbitrary<List<StandStill>> stops() {
        return Combinators.combine(Arbitraries.integers().between(-30, 150), Arbitraries.integers().between(0, 40))
                .as((start, length) -> new StandStill(DAY.plusDays(start), DAY.plusDays(start + length))).list().ofMaxSize(6);
    }
}
