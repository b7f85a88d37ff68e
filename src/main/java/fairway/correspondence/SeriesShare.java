package fairway.correspondence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a series stands in one person's calendar: the meetings that they take part in, which for a manager who came later are the later ones.
 *
 * @param uid      of the series
 * @param meetings in order of their slots, as that person sees them; never empty
 */
record SeriesShare(String uid, Rhythm rhythm, List<Occurrence> meetings) {

    /**
     * A meeting of the series.
     *
     * @param slot where the rule has it, by which calendars know it (RECURRENCE-ID)
     */
    record Occurrence(LocalDateTime slot, Meeting meeting) {
    }

    SeriesShare {
        meetings = List.copyOf(meetings);
    }

    /** A single meeting needs no rule. */
    boolean isSingle() {
        return meetings.size() == 1;
    }

    Occurrence first() {
        return meetings.get(0);
    }

    Occurrence last() {
        return meetings.get(meetings.size() - 1);
    }

    /** What holds for all of them unless said otherwise: the last one's people, place and subject, in the first slot. */
    Meeting master() {
        Meeting last = last().meeting();
        return new Meeting(uid, last.key(), last.organizer(), last.attendees(), first().slot(), last.minutes(), last.place(), last.subject());
    }

    /** The slots of the rule from the first meeting to the last. */
    List<LocalDateTime> slots() {
        List<LocalDateTime> slots = new ArrayList<>();
        LocalDate last = last().slot().toLocalDate();
        for (LocalDate slot = first().slot().toLocalDate(); !slot.isAfter(last); slot = rhythm.after(slot)) {
            slots.add(slot.atTime(first().slot().toLocalTime()));
        }
        return slots;
    }

    /** Slots in which there is no meeting. */
    List<LocalDateTime> leftOut() {
        List<LocalDateTime> leftOut = slots();
        leftOut.removeAll(meetings.stream().map(Occurrence::slot).toList());
        return leftOut;
    }

    /** Meetings that differ from what holds for all. */
    List<Occurrence> exceptions() {
        Meeting master = master();
        return meetings.stream().filter(occurrence -> !as(master, occurrence.slot()).equals(as(occurrence.meeting(), occurrence.meeting().start()))).toList();
    }

    /** The same with the series' own name and people, so that meetings can be compared and written under one UID. */
    Meeting as(Meeting meeting, LocalDateTime start) {
        Meeting last = last().meeting();
        return new Meeting(uid, last.key(), last.organizer(), last.attendees(), start, meeting.minutes(), meeting.place(), meeting.subject());
    }

    List<Occurrence> after(LocalDateTime time) {
        return meetings.stream().filter(occurrence -> occurrence.meeting().start().isAfter(time)).toList();
    }
}
