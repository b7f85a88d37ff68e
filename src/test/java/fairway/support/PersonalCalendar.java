package fairway.support;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import fairway.trust.WorkingDays;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody's own calendar, kept by another reader than the one that wrote the entries, from the mails alone (RFC 5546): an entry is known by its
 * UID, a meeting of a series by its RECURRENCE-ID too, and the highest SEQUENCE has the last word, in whatever order the mails are opened. Series are
 * expanded by their own rule in the time zone that the file itself describes.
 */
public final class PersonalCalendar {

    private final Map<String, Entry> entries = new TreeMap<>();

    /** One meeting as it stands in the calendar. */
    public record Meeting(Instant start, String subject, String place, String organizer) {

        /** In London. */
        public LocalDateTime at() {
            return LocalDateTime.ofInstant(start, WorkingDays.LONDON);
        }
    }

    /** Opens these mails, one after the other. */
    public static PersonalCalendar of(List<Mail> mails) {
        PersonalCalendar calendar = new PersonalCalendar();
        mails.forEach(mail -> mail.calendar().ifPresent(calendar::open));
        return calendar;
    }

    private void open(String file) {
        ICalendar calendar = Biweekly.parse(file).first();
        assertThat(calendar.validate(ICalVersion.V2_0)).as("problems of %s", file).isEmpty();
        List<VEvent> events = calendar.getEvents();
        assertThat(events.stream().map(event -> event.getUid().getValue()).distinct()).as("one message is about one UID").hasSize(1);
        assertThat(events.stream().map(event -> event.getSequence().getValue()).distinct()).as("and one version of it").hasSize(1);
        boolean cancels = calendar.getMethod().isCancel();
        events.forEach(event -> assertThat(event.getStatus().isCancelled()).isEqualTo(cancels));
        entries.computeIfAbsent(events.get(0).getUid().getValue(), uid -> new Entry()).take(calendar, cancels, events.get(0).getSequence().getValue());
    }

    /** When meetings are, in order; those that were cancelled are gone. */
    public List<LocalDateTime> meetings() {
        return all().map(Meeting::at).toList();
    }

    /** The same with all that stands there. */
    public List<Meeting> details() {
        return all().toList();
    }

    private Stream<Meeting> all() {
        return entries.values().stream().flatMap(entry -> entry.meetings().stream()).sorted(Comparator.comparing(Meeting::start));
    }

    /** What stands as their subjects. */
    public List<String> subjects() {
        return all().map(Meeting::subject).distinct().toList();
    }

    /** A meeting or a series under one UID. */
    private static final class Entry {

        /** Version of the whole; -1 while only single meetings of it are known. */
        private int sequence = -1;
        private final List<Instant> slots = new ArrayList<>();
        private Meeting each;
        private final Map<Instant, Exception> exceptions = new HashMap<>();

        /** One meeting of a series; empty where it was cancelled. */
        private record Exception(int sequence, Optional<Meeting> meeting) {
        }

        void take(ICalendar file, boolean cancels, int version) {
            Optional<VEvent> whole = file.getEvents().stream().filter(event -> event.getRecurrenceId() == null).findFirst();
            if (whole.isPresent() && version < sequence) {
                return;
            }
            whole.ifPresent(event -> {
                sequence = version;
                exceptions.values().removeIf(exception -> exception.sequence() <= version);
                slots.clear();
                if (!cancels) {
                    each = meeting(event);
                    expand(file, event);
                }
            });
            file.getEvents().stream().filter(event -> event.getRecurrenceId() != null).forEach(event -> {
                Instant slot = event.getRecurrenceId().getValue().toInstant();
                int known = Math.max(sequence, exceptions.containsKey(slot) ? exceptions.get(slot).sequence() : -1);
                if (version >= known) {
                    exceptions.put(slot, new Exception(version, cancels ? Optional.empty() : Optional.of(meeting(event))));
                }
            });
        }

        private void expand(ICalendar file, VEvent event) {
            if (event.getRecurrenceRule() == null) {
                slots.add(event.getDateStart().getValue().toInstant());
                return;
            }
            TimezoneAssignment zone = file.getTimezoneInfo().getTimezone(event.getDateStart());
            assertThat(zone.getComponent()).as("the zone is described in the file").isNotNull();
            DateIterator dates = event.getDateIterator(zone.getTimeZone());
            assertThat(event.getRecurrenceRule().getValue().getCount()).as("a series has an end").isNotNull();
            dates.forEachRemaining(date -> slots.add(date.toInstant()));
        }

        private static Meeting meeting(VEvent event) {
            return new Meeting(event.getDateStart().getValue().toInstant(), event.getSummary().getValue(), event.getLocation() == null ? null : event.getLocation().getValue(),
                    event.getOrganizer().getEmail());
        }

        List<Meeting> meetings() {
            List<Meeting> meetings = new ArrayList<>();
            slots.stream().filter(slot -> !exceptions.containsKey(slot)).map(slot -> new Meeting(slot, each.subject(), each.place(), each.organizer())).forEach(meetings::add);
            exceptions.values().stream().flatMap(exception -> exception.meeting().stream()).forEach(meetings::add);
            return meetings;
        }
    }
}
