package fairway.correspondence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fairway.trust.InWords;
import fairway.trust.TrustSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Meetings that repeat, as one series in people's calendars (S1A-04): one UID and one invitation for all of them, with a rule and its exceptions. A
 * change of one meeting is sent as that meeting alone (RECURRENCE-ID); a change of several as the whole series anew, because a meeting can only be
 * moved between its neighbours in Outlook, and they may move too. Each message has a sequence higher than all before, and each person gets at most
 * one for a change, so that the order in which they are opened does not matter. Meetings that are past stay as they were, with whom they were.
 */
@Service
@Transactional
public class MeetingSeries {

    private final CalendarSeriesRepository series;
    private final CalendarEntryRepository entries;
    private final CalendarPost mail;
    private final TrustSettings trust;
    private final Clock clock;

    MeetingSeries(CalendarSeriesRepository series, CalendarEntryRepository entries, CalendarPost mail, TrustSettings trust, Clock clock) {
        this.series = series;
        this.entries = entries;
        this.mail = mail;
        this.trust = trust;
        this.clock = clock;
    }

    /** The meetings of a series that are not cancelled and start after a time, in order. */
    @Transactional(readOnly = true)
    public List<Meeting> after(String uid, LocalDateTime time) {
        return meetingsOf(uid).stream().map(CalendarEntry::meeting).filter(meeting -> meeting.start().isAfter(time)).toList();
    }

    /**
     * Makes the meetings of a series that are still to come these and no others; a series that is new begins with them. Those that are past stay.
     * Arranging what is arranged already changes nothing.
     *
     * @param uid     of the series: letters, digits, hyphens
     * @param key     case number
     * @param toCome  on different days; their uids are used for those that are new
     * @param notHeld the day of a meeting that was not held, or to which it had been put: it moves or is cancelled although its time is past; may be null
     */
    public void arrange(String uid, String key, List<Meeting> toCome, LocalDate notHeld) {
        LocalDateTime now = LocalDateTime.now(clock);
        Optional<CalendarSeries> known = series.findById(uid);
        if (known.filter(found -> !found.businessKey().equals(key)).isPresent()) {
            throw new IllegalArgumentException("series " + uid + " belongs to " + known.get().businessKey() + ", not to " + key);
        }
        List<CalendarEntry> rows = meetingsOf(uid);
        Optional<CalendarEntry> wasNotHeld = rows.stream().filter(row -> notHeld != null && !row.meeting().start().isAfter(now) && !row.meeting().start().toLocalDate().isBefore(notHeld))
                .findFirst();
        Change change = new Change(Stream.concat(wasNotHeld.stream(), rows.stream().filter(row -> row.meeting().start().isAfter(now))).toList(),
                toCome.stream().filter(meeting -> meeting.start().isAfter(now)).sorted(Comparator.comparing(Meeting::start)).toList());
        if (change.isNone()) {
            return;
        }
        Map<String, Recipient> people = new LinkedHashMap<>();
        Map<String, SeriesShare> before = known.map(found -> shares(found, rows, people)).orElse(Map.of());
        CalendarSeries changed = known.orElseGet(() -> series.save(new CalendarSeries(uid, key, FittedRhythm.of(change.newDays()).rhythm())));
        change.apply(changed);
        List<CalendarEntry> standing = meetingsOf(uid);
        Rhythm rhythm = changed.rhythm();
        boolean refitted = !standing.isEmpty() && (change.isOfSeveral() || isOutOfRoom(standing));
        if (refitted) {
            rhythm = refit(standing);
        }
        if (known.isPresent()) {
            changed.change(rhythm);
        }
        Map<String, SeriesShare> after = shares(changed, meetingsOf(uid), people);
        boolean goesOn = standing.stream().anyMatch(row -> row.meeting().start().isAfter(now));
        people.forEach((mailbox, person) -> tell(new Telling(person, changed.sequence(), before.get(mailbox), after.get(mailbox), refitted, goesOn, now)));
    }

    private List<CalendarEntry> meetingsOf(String uid) {
        return entries.findBySeriesUidAndCancelledFalseOrderByStartsAt(uid);
    }

    /** Which meetings become which. */
    private final class Change {

        private final Map<CalendarEntry, Meeting> changed = new LinkedHashMap<>();
        private final List<CalendarEntry> cancelled = new ArrayList<>();
        private final List<Meeting> added = new ArrayList<>();
        private int moved;

        /** What is on a day and stays there is the same meeting; of the others, the first becomes the first, and so on. */
        Change(List<CalendarEntry> open, List<Meeting> wanted) {
            Map<LocalDate, CalendarEntry> byDay = new TreeMap<>(open.stream().collect(Collectors.toMap(row -> row.meeting().start().toLocalDate(), row -> row, (a, b) -> a)));
            List<Meeting> elsewhere = new ArrayList<>();
            for (Meeting meeting : wanted) {
                Optional.ofNullable(byDay.remove(meeting.start().toLocalDate())).ifPresentOrElse(row -> become(row, meeting), () -> elsewhere.add(meeting));
            }
            List<CalendarEntry> left = open.stream().filter(byDay::containsValue).toList();
            for (int i = 0; i < Math.max(left.size(), elsewhere.size()); i++) {
                if (i >= elsewhere.size()) {
                    cancelled.add(left.get(i));
                } else if (i >= left.size()) {
                    added.add(elsewhere.get(i));
                } else {
                    become(left.get(i), elsewhere.get(i));
                }
            }
        }

        private void become(CalendarEntry row, Meeting meeting) {
            Meeting was = row.meeting();
            Meeting is = new Meeting(was.uid(), was.key(), meeting.organizer(), meeting.attendees(), meeting.start(), meeting.minutes(), meeting.place(), meeting.subject());
            if (!was.equals(is)) {
                changed.put(row, is);
                moved += was.start().equals(is.start()) ? 0 : 1;
            }
        }

        boolean isNone() {
            return changed.isEmpty() && cancelled.isEmpty() && added.isEmpty();
        }

        boolean isOfSeveral() {
            return !added.isEmpty() || moved + cancelled.size() > 1;
        }

        List<LocalDate> newDays() {
            return added.stream().map(meeting -> meeting.start().toLocalDate()).toList();
        }

        void apply(CalendarSeries to) {
            changed.forEach(CalendarEntry::change);
            cancelled.forEach(CalendarEntry::cancel);
            added.forEach(meeting -> entries.save(new CalendarEntry(to, named(meeting))));
            entries.flush();
        }

        private Meeting named(Meeting meeting) {
            String uid = meeting.uid();
            for (int n = 2; entries.existsById(uid); n++) {
                uid = meeting.uid() + "-" + n;
            }
            return new Meeting(uid, meeting.key(), meeting.organizer(), meeting.attendees(), meeting.start(), meeting.minutes(), meeting.place(), meeting.subject());
        }
    }

    /** Whether a meeting is not between its neighbours any more, as their slots have them. */
    private static boolean isOutOfRoom(List<CalendarEntry> standing) {
        for (int i = 1; i < standing.size(); i++) {
            if (!standing.get(i - 1).slot().isBefore(standing.get(i).slot())) {
                return true;
            }
        }
        return false;
    }

    /** Gives each meeting its slot in the rhythm that fits best; the usual time of day is the one that most of them have. */
    private static Rhythm refit(List<CalendarEntry> standing) {
        FittedRhythm fitted = FittedRhythm.of(standing.stream().map(row -> row.meeting().start().toLocalDate()).toList());
        Map<LocalTime, Long> times = standing.stream().collect(Collectors.groupingBy(row -> row.meeting().start().toLocalTime(), TreeMap::new, Collectors.counting()));
        LocalTime usual = times.entrySet().stream().max(Map.Entry.<LocalTime, Long>comparingByValue().thenComparing(Map.Entry.<LocalTime, Long>comparingByKey().reversed()))
                .orElseThrow().getKey();
        for (int i = 0; i < standing.size(); i++) {
            standing.get(i).standFor(fitted.slots().get(i).atTime(usual));
        }
        return fitted.rhythm();
    }

    /** What each person has of it, by mailbox; everybody is added to {@code people}. */
    private static Map<String, SeriesShare> shares(CalendarSeries of, List<CalendarEntry> rows, Map<String, Recipient> people) {
        Map<String, List<SeriesShare.Occurrence>> theirs = new LinkedHashMap<>();
        rows.stream().sorted(Comparator.comparing(CalendarEntry::slot)).forEach(row -> row.meeting().everybody().forEach(person -> {
            people.put(person.mailbox(), person);
            theirs.computeIfAbsent(person.mailbox(), mailbox -> new ArrayList<>()).add(new SeriesShare.Occurrence(row.slot(), row.meeting().asSeenBy(person)));
        }));
        Map<String, SeriesShare> shares = new LinkedHashMap<>();
        theirs.forEach((mailbox, meetings) -> shares.put(mailbox, new SeriesShare(of.uid(), of.rhythm(), meetings)));
        return shares;
    }

    /**
     * What one person has to be told.
     *
     * @param before   what they had; null for nothing
     * @param after    what they have now; null for nothing
     * @param refitted whether the rule has changed, so that single meetings cannot be told by their slots
     * @param goesOn   whether the series goes on, with or without them
     */
    private record Telling(Recipient person, int sequence, SeriesShare before, SeriesShare after, boolean refitted, boolean goesOn, LocalDateTime now) {

        List<SeriesShare.Occurrence> toCome() {
            return after.after(now);
        }

        /** Everything that they had, and nothing else. */
        boolean changesNothing() {
            return before != null && after != null && before.meetings().stream().map(SeriesShare.Occurrence::meeting).toList()
                    .equals(after.meetings().stream().map(SeriesShare.Occurrence::meeting).toList()) && (!refitted || toCome().isEmpty());
        }

        /** The slots of which they have another meeting now, or none. */
        List<LocalDateTime> changedSlots() {
            Map<LocalDateTime, Meeting> then = bySlot(before);
            Map<LocalDateTime, Meeting> now = bySlot(after);
            return Stream.concat(then.keySet().stream(), now.keySet().stream()).distinct()
                    .filter(slot -> !Objects.equals(then.get(slot), now.get(slot))).toList();
        }

        private static Map<LocalDateTime, Meeting> bySlot(SeriesShare share) {
            return share.meetings().stream().collect(Collectors.toMap(SeriesShare.Occurrence::slot, SeriesShare.Occurrence::meeting));
        }

        /** One meeting of a series that they have, where all the rest, its people too, is as before. */
        Optional<LocalDateTime> theOneThatChanged() {
            if (before == null || after == null || refitted || before.isSingle() || before.after(now).isEmpty()
                    || !before.last().meeting().organizer().equals(after.last().meeting().organizer())
                    || !before.last().meeting().attendees().equals(after.last().meeting().attendees())) {
                return Optional.empty();
            }
            List<LocalDateTime> slots = changedSlots();
            return slots.size() == 1 && bySlot(before).containsKey(slots.get(0)) ? Optional.of(slots.get(0)) : Optional.empty();
        }
    }

    private void tell(Telling telling) {
        if (telling.changesNothing()) {
            return;
        }
        if (telling.after() == null) {
            String what = telling.goesOn() ? "You are no longer part of these meetings" : "The meetings are cancelled";
            whole(telling, telling.before(), CalendarFile.Kind.CANCEL, what + ":\n\n" + listed(telling.before().meetings()), "Cancelled: " + counted(telling.before().meetings()));
            return;
        }
        Optional<LocalDateTime> one = telling.theOneThatChanged();
        if (one.isPresent()) {
            one(telling, one.get());
            return;
        }
        List<SeriesShare.Occurrence> toCome = telling.toCome();
        CalendarFile.Kind kind = CalendarFile.Kind.to(telling.person(), telling.after().master());
        if (telling.before() == null) {
            whole(telling, telling.after(), kind, (toCome.size() == 1 ? "You have a meeting" : "You have " + toCome.size() + " meetings") + ":\n\n" + listed(toCome), counted(toCome));
        } else if (toCome.isEmpty()) {
            whole(telling, telling.after(), kind, (telling.goesOn() ? "You are no longer part of the meetings that are still to come."
                    : "The meetings that were still to come are cancelled.") + " Those that have been stay in your calendar.\n", "No more meetings");
        } else {
            whole(telling, telling.after(), kind, "Your meetings have changed. Still to come:\n\n" + listed(toCome), "Changed: " + counted(toCome));
        }
    }

    private void whole(Telling telling, SeriesShare share, CalendarFile.Kind kind, String what, String title) {
        byte[] file = CalendarFile.of(kind, share, telling.sequence(), to(kind, telling.person(), share), trust.mailFrom(), clock.instant());
        mail.send(new CalendarMail(share.master(), share.uid(), telling.sequence(), kind, telling.person(), !share.isSingle(), what, title, file));
    }

    /** One meeting, by its slot. */
    private void one(Telling telling, LocalDateTime slot) {
        SeriesShare share = telling.before();
        SeriesShare.Occurrence was = at(share, slot).orElseThrow();
        Optional<SeriesShare.Occurrence> is = at(telling.after(), slot);
        CalendarFile.Kind kind = is.isEmpty() ? CalendarFile.Kind.CANCEL : CalendarFile.Kind.to(telling.person(), telling.after().master());
        String day = InWords.weekday(was.meeting().start());
        String what;
        String title;
        if (is.isEmpty()) {
            what = "One meeting is cancelled: " + Calendar.inWords(was.meeting()) + ".\n";
            title = "Cancelled: meeting on " + day;
        } else if (is.get().meeting().start().equals(was.meeting().start())) {
            what = "Something about one meeting has changed: " + Calendar.inWords(is.get().meeting()) + ".\n";
            title = "Changed: meeting on " + day;
        } else {
            what = "One meeting has been moved, from " + day + " to " + Calendar.inWords(is.get().meeting()) + ".\n";
            title = "Moved: meeting on " + day + " to " + InWords.weekday(is.get().meeting().start());
        }
        byte[] file = CalendarFile.of(kind, share, is.orElse(was), telling.sequence(), to(kind, telling.person(), share), trust.mailFrom(), clock.instant());
        mail.send(new CalendarMail(share.master(), share.uid(), telling.sequence(), kind, telling.person(), false, what, title, file));
    }

    private static Optional<SeriesShare.Occurrence> at(SeriesShare share, LocalDateTime slot) {
        return share.meetings().stream().filter(occurrence -> occurrence.slot().equals(slot)).findFirst();
    }

    private static List<Recipient> to(CalendarFile.Kind kind, Recipient person, SeriesShare share) {
        return kind == CalendarFile.Kind.CANCEL ? List.of(person) : share.master().attendees();
    }

    private static String listed(List<SeriesShare.Occurrence> meetings) {
        return meetings.stream().map(occurrence -> "- " + Calendar.inWords(occurrence.meeting()) + "\n").collect(Collectors.joining()) + "\n";
    }

    /** e.g. "8 meetings from 22/10/2026 to 10/12/2026". */
    private static String counted(List<SeriesShare.Occurrence> meetings) {
        LocalDateTime first = meetings.get(0).meeting().start();
        return meetings.size() == 1 ? "Meeting on " + InWords.weekday(first)
                : meetings.size() + " meetings from " + InWords.of(first.toLocalDate()) + " to " + InWords.of(meetings.get(meetings.size() - 1).meeting().start().toLocalDate());
    }
}
