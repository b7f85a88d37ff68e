package fairway.correspondence;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import fairway.trust.TrustSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Meetings in people's own calendars (OTO-09, S1A-04): every change goes to them by mail as an iCalendar message with the meeting's own UID and a raised SEQUENCE.
 * A series of reviews is one meeting per review, so that an absence moves one without touching the others.
 */
@Service
@Transactional
public class Calendar {

    private final CalendarEntryRepository entries;
    private final Deliveries deliveries;
    private final TrustSettings trust;
    private final Clock clock;

    Calendar(CalendarEntryRepository entries, Deliveries deliveries, TrustSettings trust, Clock clock) {
        this.entries = entries;
        this.deliveries = deliveries;
        this.trust = trust;
        this.clock = clock;
    }

    /** Invites everyone. Inviting again under the same uid updates the entry where something changed, and changes nothing otherwise. */
    public void invite(Meeting meeting) {
        Optional<CalendarEntry> known = entries.findById(meeting.uid());
        if (known.isEmpty()) {
            tell(entries.save(new CalendarEntry(meeting)), "You have a meeting");
        } else {
            Meeting before = known.get().meeting();
            if (!before.key().equals(meeting.key())) {
                throw new IllegalArgumentException("meeting " + meeting.uid() + " belongs to " + before.key() + ", not to " + meeting.key());
            }
            if (known.get().isCancelled() || !before.equals(meeting)) {
                change(known.get(), meeting);
            }
        }
    }

    /** Moves it. A place of null keeps the place. @throws IllegalStateException if it was never entered or is cancelled */
    public void move(String uid, LocalDateTime newStart, String place) {
        CalendarEntry entry = require(uid);
        Meeting m = entry.meeting();
        changeIfNeeded(entry, new Meeting(uid, m.key(), m.organizer(), m.attendees(), newStart, m.minutes(), place == null ? m.place() : place, m.subject()));
    }

    /** Cancels it for everyone. Cancelling twice, or what was never entered, changes nothing. */
    public void cancel(String uid) {
        entries.findById(uid).filter(e -> !e.isCancelled()).ifPresent(entry -> {
            entry.cancel();
            Meeting meeting = entry.meeting();
            everybodyOf(meeting).forEach(person -> send(entry, CalendarFile.Kind.CANCEL, person, "The meeting is cancelled"));
        });
    }

    /**
     * Who is there has changed (a new manager, an HR adviser): those who no longer are get a cancellation, the others the update. A subject that
     * names the organizer names the new one.
     *
     * @throws IllegalStateException if it was never entered or is cancelled
     */
    public void attendeesChanged(String uid, Recipient organizer, List<Recipient> attendees) {
        CalendarEntry entry = require(uid);
        Meeting m = entry.meeting();
        String subject = m.subject().equals(Subjects.meetingWith(m.organizer().name())) ? Subjects.meetingWith(organizer.name()) : m.subject();
        changeIfNeeded(entry, new Meeting(uid, m.key(), organizer, attendees, m.start(), m.minutes(), m.place(), subject));
    }

    /** The meeting as it stands; empty if it was never entered or is cancelled. */
    @Transactional(readOnly = true)
    public Optional<Meeting> find(String uid) {
        return entries.findById(uid).filter(e -> !e.isCancelled()).map(CalendarEntry::meeting);
    }

    /** The meetings under a key that are not cancelled and start after a time, in order. */
    @Transactional(readOnly = true)
    public List<Meeting> after(String key, LocalDateTime time) {
        return entries.findByBusinessKeyAndCancelledFalseAndStartsAtAfterOrderByStartsAtAscUidAsc(key, time).stream().map(CalendarEntry::meeting).toList();
    }

    private CalendarEntry require(String uid) {
        return entries.findById(uid).filter(e -> !e.isCancelled()).orElseThrow(() -> new IllegalStateException("no meeting " + uid + " in the calendar"));
    }

    private void changeIfNeeded(CalendarEntry entry, Meeting meeting) {
        if (!entry.meeting().equals(meeting)) {
            change(entry, meeting);
        }
    }

    private void change(CalendarEntry entry, Meeting meeting) {
        Meeting before = entry.meeting();
        boolean wasCancelled = entry.isCancelled();
        entry.change(meeting);
        if (!wasCancelled) {
            List<String> still = everybodyOf(meeting).stream().map(Calendar::mailbox).toList();
            everybodyOf(before).stream().filter(p -> !still.contains(mailbox(p))).forEach(p -> send(entry, CalendarFile.Kind.CANCEL, p, "You are no longer part of this meeting"));
        }
        tell(entry, wasCancelled ? "You have a meeting" : !before.start().equals(meeting.start()) || !Objects.equals(before.place(), meeting.place())
                ? "The meeting has been moved" : "Something about the meeting has changed");
    }

    private void tell(CalendarEntry entry, String what) {
        Meeting meeting = entry.meeting();
        everybodyOf(meeting).forEach(person -> send(entry,
                mailbox(person).equals(mailbox(meeting.organizer())) ? CalendarFile.Kind.PUBLISH : CalendarFile.Kind.REQUEST, person, what));
    }

    private void send(CalendarEntry entry, CalendarFile.Kind kind, Recipient person, String what) {
        Meeting meeting = asSeenBy(person, entry.meeting());
        byte[] file = CalendarFile.of(kind, meeting, entry.sequence(),
                kind == CalendarFile.Kind.CANCEL ? List.of(person) : meeting.attendees(), trust.mailFrom(), clock.instant());
        String text = "Dear " + person.name() + "\n\n" + what + ": " + Dates.moment(meeting.start()) + ", " + meeting.minutes() + " minutes"
                + (meeting.place() == null ? "" : ", " + meeting.place()) + ".\n"
                + (kind == CalendarFile.Kind.CANCEL ? "" : "It is arranged by " + meeting.organizer().name() + ".\n")
                + switch (kind) {
                    case REQUEST -> "Please answer with the invitation in your calendar; your answer goes to " + meeting.organizer().name() + ".\n";
                    case PUBLISH -> "This is your own copy: save it in your calendar. Answers of the others come to you.\n";
                    case CANCEL -> "Please remove it from your calendar.\n";
                };
        deliveries.send(new Dispatch(meeting.key(), Kinds.CALENDAR_ENTRY, occurrence(meeting.uid(), entry.sequence(), person), person, List.of(), meeting.subject(), text,
                List.of(new Attachment("meeting.ics", "Calendar entry", "text/calendar; method=" + kind, file)), false, null));
    }

    /** The organizer meets the others: in their own calendar the subject names the first of them instead of themselves. */
    private static Meeting asSeenBy(Recipient person, Meeting m) {
        boolean ownName = mailbox(person).equals(mailbox(m.organizer())) && m.subject().equals(Subjects.meetingWith(m.organizer().name()));
        return !ownName || m.attendees().isEmpty() ? m : new Meeting(m.uid(), m.key(), m.organizer(), m.attendees(), m.start(), m.minutes(), m.place(),
                Subjects.meetingWith(m.attendees().get(0).name()));
    }

    private static String occurrence(String uid, int sequence, Recipient person) {
        return uid + "/" + sequence + "/" + Documents.sha256(mailbox(person).getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    /** Everybody who can be reached, each mailbox once, the organizer first. */
    private static List<Recipient> everybodyOf(Meeting meeting) {
        Map<String, Recipient> people = new LinkedHashMap<>();
        Stream.concat(Stream.of(meeting.organizer()), meeting.attendees().stream()).filter(Recipient::hasMail)
                .forEach(p -> people.putIfAbsent(mailbox(p), p));
        return List.copyOf(people.values());
    }

    private static String mailbox(Recipient person) {
        return person.hasMail() ? person.email().toLowerCase(Locale.ROOT) : "";
    }
}
