package fairway.staff;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Gives a new line a usual slot that is free in both people's week, until its manager chooses another. */
final class UsualSlots {

    private static final int MINUTES = 60;
    // Mondays and Fridays last: many bank holidays are on one of them.
    private static final List<DayOfWeek> WEEKDAYS = List.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final List<LocalTime> TIMES = Stream.of("10:00", "11:00", "14:00", "15:00", "09:00", "13:00", "16:00", "12:00").map(LocalTime::parse).toList();

    private final Map<String, Set<Slot>> taken = new HashMap<>();

    void take(String manager, String colleague, Slot slot) {
        taken.computeIfAbsent(manager, k -> new HashSet<>()).add(slot);
        taken.computeIfAbsent(colleague, k -> new HashSet<>()).add(slot);
    }

    /** A slot in which neither has another one-to-one; where a week has no room left, slots are shared. The answer counts as taken. */
    Slot freeFor(String manager, String colleague) {
        Set<Slot> others = new HashSet<>(taken.getOrDefault(manager, Set.of()));
        int shared = others.size();
        others.addAll(taken.getOrDefault(colleague, Set.of()));
        List<Slot> all = TIMES.stream().flatMap(time -> WEEKDAYS.stream().map(day -> new Slot(day, time, MINUTES))).toList();
        Slot slot = all.stream().filter(s -> others.stream().noneMatch(o -> overlap(o, s))).findFirst().orElseGet(() -> all.get(shared % all.size()));
        take(manager, colleague, slot);
        return slot;
    }

    private static boolean overlap(Slot a, Slot b) {
        return a.weekday() == b.weekday() && a.time().isBefore(b.time().plusMinutes(b.minutes())) && b.time().isBefore(a.time().plusMinutes(a.minutes()));
    }
}
