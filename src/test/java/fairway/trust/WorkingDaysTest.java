package fairway.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Working days against the bank holidays that the government published, and against counting day by day. */
public class WorkingDaysTest {

    private static final WorkingDays ENGLAND = of("england");

    public static TrustSettings settings(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("fairway.trust", TrustSettings.class);
    }

    static WorkingDays of(String country) {
        return new WorkingDays(settings(Map.of("fairway.trust.country", country)));
    }

    private static List<LocalDate> dates(String... dates) {
        return java.util.Arrays.stream(dates).map(LocalDate::parse).toList();
    }

    private static List<LocalDate> weekdaysOffIn(int year, WorkingDays days) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(d -> d.getDayOfWeek() != DayOfWeek.SATURDAY && d.getDayOfWeek() != DayOfWeek.SUNDAY && !days.isWorkingDay(d)).toList();
    }

    @Test
    void bankHolidaysOfEnglandIn2026WithTheSubstituteOfBoxingDay() {
        assertThat(weekdaysOffIn(2026, ENGLAND)).isEqualTo(dates("2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31",
                "2026-12-25", "2026-12-28"));
    }

    @Test
    void bankHolidaysOfEnglandIn2027WithBothSubstitutesOfChristmas() {
        assertThat(weekdaysOffIn(2027, ENGLAND)).isEqualTo(dates("2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30",
                "2027-12-27", "2027-12-28"));
    }

    @Test
    void bankHolidaysOfEnglandIn2028WithTheSubstituteOfNewYear() {
        assertThat(weekdaysOffIn(2028, ENGLAND)).isEqualTo(dates("2028-01-03", "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-29", "2028-08-28",
                "2028-12-25", "2028-12-26"));
    }

    @Test
    void scotlandAndNorthernIrelandHaveTheirOwn() {
        assertThat(of("scotland").isWorkingDay(LocalDate.parse("2026-08-31"))).isTrue();
        assertThat(of("scotland").isWorkingDay(LocalDate.parse("2026-08-03"))).isFalse();
        assertThat(of("northern-ireland").isWorkingDay(LocalDate.parse("2026-03-17"))).isFalse();
        assertThat(ENGLAND.isWorkingDay(LocalDate.parse("2026-03-17"))).isTrue();
        assertThat(weekdaysOffIn(2026, of("wales"))).isEqualTo(weekdaysOffIn(2026, ENGLAND));
    }

    @Test
    void anUnknownCountryDoesNotStartUp() {
        assertThatThrownBy(() -> of("atlantis")).hasMessageContaining("fairway.trust.country").hasMessageContaining("atlantis");
    }

    @Test
    void theLeapDayIsAWorkingDayLikeAnyOther() {
        assertThat(ENGLAND.plus(LocalDate.parse("2028-02-28"), 1)).isEqualTo("2028-02-29");
        assertThat(ENGLAND.plus(LocalDate.parse("2028-02-29"), 1)).isEqualTo("2028-03-01");
        assertThat(ENGLAND.minus(LocalDate.parse("2028-03-01"), 1)).isEqualTo("2028-02-29");
    }

    @Test
    void christmasIsCountedOver() {
        assertThat(ENGLAND.plus(LocalDate.parse("2026-12-24"), 1)).isEqualTo("2026-12-29");
        assertThat(ENGLAND.minus(LocalDate.parse("2026-12-29"), 1)).isEqualTo("2026-12-24");
        assertThat(ENGLAND.onOrAfter(LocalDate.parse("2026-12-25"))).isEqualTo("2026-12-29");
        assertThat(ENGLAND.onOrBefore(LocalDate.parse("2026-12-28"))).isEqualTo("2026-12-24");
        assertThat(ENGLAND.between(LocalDate.parse("2026-12-24"), LocalDate.parse("2026-12-29"))).isEqualTo(1);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 5_000).map(n -> LocalDate.of(2024, 1, 1).plusDays(n));
    }

    @Property
    void plusMinusAndBetweenAgree(@ForAll("days") LocalDate from, @ForAll @IntRange(min = 1, max = 60) int n) {
        LocalDate to = ENGLAND.plus(from, n);
        assertThat(ENGLAND.isWorkingDay(to)).isTrue();
        assertThat(ENGLAND.between(from, to)).isEqualTo(n);
        assertThat(from.plusDays(1).datesUntil(to.plusDays(1)).filter(ENGLAND::isWorkingDay).count()).isEqualTo(n);
        assertThat(ENGLAND.minus(to, n)).isEqualTo(ENGLAND.onOrBefore(from));
    }

    @Property
    void onOrAfterAndOnOrBeforeSkipOnlyDaysOff(@ForAll("days") LocalDate day) {
        assertThat(day.datesUntil(ENGLAND.onOrAfter(day)).filter(ENGLAND::isWorkingDay)).isEmpty();
        assertThat(ENGLAND.onOrBefore(day).plusDays(1).datesUntil(day.plusDays(1)).filter(ENGLAND::isWorkingDay)).isEmpty();
    }
}
