package fairway.correspondence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rhythm in which given days leave the fewest exceptions. Reviews follow the plan's frequency but are on working days, earlier before a bank
 * holiday and later after an absence: each day that is not on the rule is an exception to its slot. Whatever the days are, there is a rhythm; a
 * list of single dates (RDATE) would say the same, but Outlook passes over it.
 *
 * @param slots the slot of the rule for each of the days, in their order; between two of them the rule may have slots that are left out
 */
record FittedRhythm(Rhythm rhythm, List<LocalDate> slots) {

    private static final int LONGEST_INTERVAL_IN_WEEKS = 5;
    private static final int LONGEST_INTERVAL_IN_DAYS = 31;

    /** An exception weighs more than any distance in days; one that leaves the room between its neighbours' slots weighs more still. */
    private static final long EXCEPTION = 10_000;
    private static final long OUT_OF_ROOM = 5_000;
    private static final long IMPOSSIBLE = Long.MAX_VALUE / 4;

    /** @param days in order, each once, at least one */
    static FittedRhythm of(List<LocalDate> days) {
        FittedRhythm best = null;
        long least = IMPOSSIBLE;
        for (Rhythm rhythm : rhythms(days)) {
            for (LocalDate first : firstSlots(rhythm, days)) {
                Alignment alignment = new Alignment(rhythm, first, days);
                if (alignment.weight < least) {
                    least = alignment.weight;
                    best = new FittedRhythm(rhythm, alignment.slots);
                }
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("no rhythm for " + days);
        }
        return best;
    }

    /** The simplest first: of two that fit as well, it is taken. */
    private static Set<Rhythm> rhythms(List<LocalDate> days) {
        Set<Rhythm> rhythms = new LinkedHashSet<>();
        Set<DayOfWeek> weekdays = days.stream().map(LocalDate::getDayOfWeek).collect(Collectors.toCollection(LinkedHashSet::new));
        for (int weeks = 1; weeks <= LONGEST_INTERVAL_IN_WEEKS; weeks++) {
            for (DayOfWeek weekday : weekdays) {
                rhythms.add(Rhythm.weeks(weeks, EnumSet.of(weekday)));
            }
        }
        rhythms.add(Rhythm.weeks(1, new TreeSet<>(weekdays)));
        rhythms.add(Rhythm.weeks(1, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)));
        rhythms.add(Rhythm.months());
        for (int i = 1; i < days.size(); i++) {
            long gap = ChronoUnit.DAYS.between(days.get(i - 1), days.get(i));
            if (gap <= LONGEST_INTERVAL_IN_DAYS) {
                rhythms.add(Rhythm.days((int) gap));
            }
        }
        return rhythms;
    }

    /** Where a series in that rhythm that goes through one of the days can begin: on the first day, or just before or after it. */
    private static Set<LocalDate> firstSlots(Rhythm rhythm, List<LocalDate> days) {
        Set<LocalDate> firsts = new LinkedHashSet<>();
        for (LocalDate day : days) {
            if (rhythm.canBeginOn(day)) {
                LocalDate first = day;
                while (first.isAfter(days.get(0))) {
                    first = rhythm.before(first);
                }
                firsts.add(first);
                firsts.add(rhythm.after(first));
            }
        }
        return firsts;
    }

    /** The days put to slots of one rule in order, with the least weight of exceptions and slots left out. */
    private static final class Alignment {

        private final long weight;
        private final List<LocalDate> slots;

        Alignment(Rhythm rhythm, LocalDate first, List<LocalDate> days) {
            List<LocalDate> all = new ArrayList<>(List.of(first));
            LocalDate last = days.get(days.size() - 1);
            for (LocalDate slot = rhythm.after(first); all.size() < days.size() || !slot.isAfter(last.plusDays(LONGEST_INTERVAL_IN_DAYS)); slot = rhythm.after(slot)) {
                all.add(slot);
            }
            long[][] least = new long[days.size()][all.size()];
            int[][] from = new int[days.size()][all.size()];
            for (int i = 0; i < days.size(); i++) {
                Arrays.fill(least[i], IMPOSSIBLE);
                if (i == 0) {
                    least[0][0] = weight(all, 0, days.get(0));
                    continue;
                }
                long soFar = IMPOSSIBLE;
                int best = 0;
                for (int j = i; j < all.size(); j++) {
                    soFar += soFar < IMPOSSIBLE ? EXCEPTION : 0;
                    if (least[i - 1][j - 1] < soFar) {
                        soFar = least[i - 1][j - 1];
                        best = j - 1;
                    }
                    least[i][j] = soFar < IMPOSSIBLE ? soFar + weight(all, j, days.get(i)) : IMPOSSIBLE;
                    from[i][j] = best;
                }
            }
            int end = 0;
            long[] ends = least[days.size() - 1];
            for (int j = 1; j < ends.length; j++) {
                end = ends[j] < ends[end] ? j : end;
            }
            weight = ends[end];
            List<LocalDate> taken = new ArrayList<>();
            for (int i = days.size() - 1, j = end; i >= 0; j = from[i][j], i--) {
                taken.add(all.get(j));
            }
            Collections.reverse(taken);
            slots = List.copyOf(taken);
        }

        private static long weight(List<LocalDate> all, int j, LocalDate day) {
            LocalDate slot = all.get(j);
            if (slot.equals(day)) {
                return 0;
            }
            boolean inRoom = (j == 0 || day.isAfter(all.get(j - 1))) && (j + 1 == all.size() || day.isBefore(all.get(j + 1)));
            return EXCEPTION + (inRoom ? 0 : OUT_OF_ROOM) + Math.abs(ChronoUnit.DAYS.between(slot, day));
        }
    }
}
