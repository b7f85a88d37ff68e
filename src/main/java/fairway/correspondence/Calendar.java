package fairway.correspondence;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import fairway.trust.InWords;
import fairway.trust.TrustSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Meetings in people's own calendars (OTO-09, S1A-04): every change goes to them by mail as an iCalendar message with the meeting's own UID and a raised SEQUENCE.
 * Meetings that repeat are a {@link MeetingSeries}.
 */
@Service
@Transactional
public class Calendar {

    private final CalendarEntryRepository entries;
    private final CalendarPost mail;
    private final TrustSettings trust;
    private final Clock clock;

    Calendar(CalendarEntryRepository entries, CalendarPost mail, TrustSettings trust, Clock clock) {
        this.entries = entries;
        this.mail = mail;
        this.trust = trust;
        this.clock = clock;
    }

    /** Invites everyone. Inviting again under the same uid updates the entry where something changed, and changes nothing otherwise. */
    public void invite(Meeting meeting) {
        Optional<CalendarEntry> known = single(meeting.uid());
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
        single(uid).filter(e -> !e.isCancelled()).ifPresent(entry -> {
            entry.cancel();
            Meeting meeting = entry.meeting();
            meeting.everybody().forEach(person -> send(entry, CalendarFile.Kind.CANCEL, person, "The meeting is cancelled"));
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
        return single(uid).filter(e -> !e.isCancelled()).map(CalendarEntry::meeting);
    }

    /** The meetings under a key that are not cancelled and start after a time, in order. */
    @Transactional(readOnly = true)
    public List<Meeting> after(String key, LocalDateTime time) {
        return entries.findByBusinessKeyAndCancelledFalseAndStartsAtAfterOrderByStartsAtAscUidAsc(key, time).stream().map(CalendarEntry::meeting).toList();
    }

    /** The meetings under a key that were invited singly, are not cancelled and start after a time, in order. */
    @Transactional(readOnly = true)
    public List<Meeting> singleAfter(String key, LocalDateTime time) {
        return entries.findByBusinessKeyAndSeriesUidIsNullAndCancelledFalseAndStartsAtAfterOrderByStartsAtAscUidAsc(key, time).stream().map(CalendarEntry::meeting).toList();
    }

    private Optional<CalendarEntry> single(String uid) {
        return entries.findById(uid).filter(entry -> !entry.isOfASeries());
    }

    private CalendarEntry require(String uid) {
        return single(uid).filter(e -> !e.isCancelled()).orElseThrow(() -> new IllegalStateException("no meeting " + uid + " in the calendar"));
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
            List<String> still = meeting.everybody().stream().map(Recipient::mailbox).toList();
            before.everybody().stream().filter(p -> !still.contains(p.mailbox())).forEach(p -> send(entry, CalendarFile.Kind.CANCEL, p, "You are no longer part of this meeting"));
        }
        tell(entry, wasCancelled ? "You have a meeting" : !before.start().equals(meeting.start()) || !Objects.equals(before.place(), meeting.place())
                ? "The meeting has been moved" : "Something about the meeting has changed");
    }

    private void tell(CalendarEntry entry, String what) {
        Meeting meeting = entry.meeting();
        meeting.everybody().forEach(person -> send(entry, CalendarFile.Kind.to(person, meeting), person, what));
    }

    private void send(CalendarEntry entry, CalendarFile.Kind kind, Recipient person, String what) {
        Meeting meeting = entry.meeting().asSeenBy(person);
        byte[] file = CalendarFile.of(kind, meeting, entry.sequence(),
                kind == CalendarFile.Kind.CANCEL ? List.of(person) : meeting.attendees(), trust.mailFrom(), clock.instant());
        String title = switch (kind) {
            case REQUEST, PUBLISH -> "Meeting on ";
            case CANCEL -> "Cancelled: meeting on ";
        } + InWords.weekday(meeting.start());
        mail.send(new CalendarMail(meeting, meeting.uid(), entry.sequence(), kind, person, false, what + ": " + inWords(meeting) + ".\n", title, file));
    }

    /** When it is, how long and where. */
    static String inWords(Meeting meeting) {
        return InWords.weekday(meeting.start()) + ", " + meeting.minutes() + " minutes" + (meeting.place() == null ? "" : ", " + meeting.place());
    }
}
