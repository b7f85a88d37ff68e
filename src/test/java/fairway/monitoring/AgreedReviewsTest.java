package fairway.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AgreedReviewsTest {

    private static final AgreedReviews WEEKLY = new AgreedReviews(List.of(day("2027-01-18"), day("2027-01-25"), day("2027-02-01"), day("2027-02-08")));

    @Test
    void theNextReviewIsTheFirstAgreedOneAndAtLastTheFinalOne_S1D15() {
        assertThat(WEEKLY.after(day("2027-01-11"))).isEqualTo(day("2027-01-18"));
        assertThat(WEEKLY.after(day("2027-01-18"))).isEqualTo(day("2027-01-25"));
        assertThat(WEEKLY.after(day("2027-01-20"))).isEqualTo(day("2027-01-25"));
        assertThat(WEEKLY.after(day("2027-02-20"))).isEqualTo(day("2027-02-08"));
    }

    @Test
    void aReviewHeldLateBeforeTheNextMakesItsDayGood_S1D16() {
        assertThat(WEEKLY.notHeld(List.of(day("2027-01-22")), day("2027-01-25"))).isEmpty();
    }

    @Test
    void aReviewHeldWhenTheNextWasDueLeavesTheOneBeforeUnheld_S1D16() {
        assertThat(WEEKLY.notHeld(List.of(day("2027-01-25")), day("2027-01-25"))).containsExactly(day("2027-01-18"));
    }

    @Test
    void aReviewIsNotMissedBeforeTheNextOneIsDue_S1D16() {
        assertThat(WEEKLY.notHeld(List.of(), day("2027-01-24"))).isEmpty();
        assertThat(WEEKLY.notHeld(List.of(), day("2027-01-25"))).containsExactly(day("2027-01-18"));
    }

    @Test
    void theFinalReviewIsNeverMissing_S1D14() {
        assertThat(WEEKLY.notHeld(List.of(day("2027-01-18"), day("2027-01-25"), day("2027-02-01")), day("2027-06-01"))).isEmpty();
    }

    @Property(tries = 500)
    void asManyAreMissingAsHaveNoReviewOfTheirOwn_S1D16(@ForAll("days") List<LocalDate> held, @ForAll @IntRange(min = 0, max = 60) int later) {
        LocalDate today = day("2027-01-11").plusDays(later);
        List<LocalDate> heldByToday = held.stream().filter(d -> !d.isAfter(today)).toList();
        List<LocalDate> missing = WEEKLY.notHeld(heldByToday, today);
        for (int i = 0; i < 3; i++) {
            LocalDate from = WEEKLY.days().get(i);
            LocalDate next = WEEKLY.days().get(i + 1);
            boolean over = !today.isBefore(next);
            boolean served = from.datesUntil(next).anyMatch(heldByToday::contains);
            assertThat(missing.contains(from)).as("%s held %s today %s", from, heldByToday, today).isEqualTo(over && !served);
        }
    }

    @Provide
    Arbitrary<List<LocalDate>> days() {
        return Arbitraries.integers().between(0, 40).map(n -> day("2027-01-11").plusDays(n)).list().ofMaxSize(6);
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
