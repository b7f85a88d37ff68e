package fairway.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

class SlotTest {

    private static final Slot TUESDAY_AT_TEN = new Slot(DayOfWeek.TUESDAY, LocalTime.of(10, 0), 60);

    private static boolean overlaps(String start, int minutes) {
        return TUESDAY_AT_TEN.overlaps(LocalDateTime.parse(start), minutes);
    }

    @Test
    void theUsualSlotIsThatTimeInAnyWeek_PM06() {
        assertThat(overlaps("2026-10-06T10:00", 60)).isTrue();
        assertThat(overlaps("2027-03-02T10:30", 60)).isTrue();
        assertThat(overlaps("2026-10-06T09:30", 31)).isTrue();
        assertThat(overlaps("2026-10-06T09:00", 180)).isTrue();
    }

    @Test
    void directlyBeforeAndAfterIsFree_PM06() {
        assertThat(overlaps("2026-10-06T09:00", 60)).isFalse();
        assertThat(overlaps("2026-10-06T11:00", 60)).isFalse();
        assertThat(overlaps("2026-10-07T10:00", 60)).isFalse();
    }

    @Test
    void aSlotIsReadInWords() {
        assertThat(TUESDAY_AT_TEN.inWords()).isEqualTo("Tuesdays, 10:00 to 11:00");
    }

    @Test
    void newLinesOfOneManagerGetDifferentSlots() {
        UsualSlots slots = new UsualSlots();
        Set<Slot> given = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            given.add(slots.freeFor("10001", "1100" + i));
        }
        assertThat(given).hasSize(40);
        assertThat(slots.freeFor("10001", "12000")).isIn(given);
    }

    @Test
    void aNewLineLeavesTheColleaguesOwnReportsTheirSlots() {
        UsualSlots slots = new UsualSlots();
        slots.take("10002", "10003", new Slot(DayOfWeek.TUESDAY, LocalTime.of(10, 30), 30));
        assertThat(slots.freeFor("10001", "10002")).isEqualTo(new Slot(DayOfWeek.WEDNESDAY, LocalTime.of(10, 0), 60));
    }
}
