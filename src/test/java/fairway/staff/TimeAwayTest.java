package fairway.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import fairway.staff.TimeAway.Period;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimeAwayTest {

    private static final LocalDate DAY = LocalDate.parse("2026-10-05");

    private static TimeAway away(String first, String last) {
        return new TimeAway(List.of(new Period(LocalDate.parse(first), last == null ? null : LocalDate.parse(last))));
    }

    @Test
    void daysAwayAreNotCounted() {
        assertThat(TimeAway.NONE.plusDaysPresent(DAY, 14)).contains(LocalDate.parse("2026-10-19"));
        assertThat(away("2026-10-06", "2026-10-08").plusDaysPresent(DAY, 14)).contains(LocalDate.parse("2026-10-22"));
        assertThat(away("2026-10-19", "2026-10-25").plusDaysPresent(DAY, 14)).contains(LocalDate.parse("2026-10-26"));
        assertThat(away("2026-10-20", "2026-10-25").plusDaysPresent(DAY, 14)).contains(LocalDate.parse("2026-10-19"));
    }

    @Test
    void aReturnThatIsNotKnownHasNoAnswer() {
        assertThat(away("2026-10-10", null).plusDaysPresent(DAY, 14)).isEmpty();
        assertThat(away("2026-10-20", null).plusDaysPresent(DAY, 14)).contains(LocalDate.parse("2026-10-19"));
        assertThat(away("2026-10-10", null).backOn(LocalDate.parse("2026-10-12"))).isEmpty();
        assertThat(away("2026-10-10", null).backOn(DAY)).contains(DAY);
    }

    @Test
    void absencesThatFollowEachOtherAreOne() {
        TimeAway both = new TimeAway(List.of(new Period(LocalDate.parse("2026-10-13"), LocalDate.parse("2026-10-20")),
                new Period(LocalDate.parse("2026-10-05"), LocalDate.parse("2026-10-12"))));
        assertThat(both.backOn(DAY)).contains(LocalDate.parse("2026-10-21"));
        assertThat(both.daysBetween(DAY.minusDays(1), LocalDate.parse("2026-10-31"))).isEqualTo(16);
    }

    @Provide
    Arbitrary<TimeAway> absences() {
        Arbitrary<Period> period = Combinators.combine(Arbitraries.integers().between(-20, 60), Arbitraries.integers().between(0, 30))
                .as((from, length) -> new Period(DAY.plusDays(from), DAY.plusDays(from + length)));
        return period.list().ofMaxSize(4).map(TimeAway::new);
    }

    @Property
    void asManyDaysPresentAsAskedForLieBetween(@ForAll("absences") TimeAway away, @ForAll @IntRange(min = 1, max = 40) int days) {
        LocalDate end = away.plusDaysPresent(DAY, days).orElseThrow();
        assertThat(away.covers(end)).isFalse();
        assertThat(DAY.plusDays(1).datesUntil(end.plusDays(1)).filter(d -> !away.covers(d)).count()).isEqualTo(days);
        assertThat(away.daysBetween(DAY, end)).isEqualTo((int) (end.toEpochDay() - DAY.toEpochDay()) - days);
    }
}
