package fairway.correspondence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import fairway.trust.WorkingDays;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.SentBy;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * A meeting or a series of them as an iCalendar message (RFC 5545 and 5546) in London time. It says when, where and with whom, nothing of what it is about.
 */
final class CalendarFile {

    /** What the message asks the recipient's calendar to do. */
    enum Kind {
        /** To an attendee: take it, answers go to the organizer. */
        REQUEST(ImmutableMethod.REQUEST),
        /** To the organizer: calendars do not enter a request that comes to its own organizer, so they get it as an entry to keep. */
        PUBLISH(ImmutableMethod.PUBLISH),
        CANCEL(ImmutableMethod.CANCEL);

        private final Method method;

        Kind(Method method) {
            this.method = method;
        }

        /** What brings a meeting to one of its people. */
        static Kind to(Recipient person, Meeting meeting) {
            return meeting.isOrganizedBy(person) ? PUBLISH : REQUEST;
        }
    }

    private CalendarFile() {
    }

    /**
     * One meeting by itself.
     *
     * @param sentBy mailbox that sends on the organizer's behalf
     * @param stamp  when this version was made
     */
    static byte[] of(Kind kind, Meeting meeting, int sequence, List<Recipient> attendees, String sentBy, Instant stamp) {
        return file(kind, List.of(event(kind, meeting, sequence, attendees, sentBy, stamp)));
    }

    /** A series as it stands for one person, whole: the rule, the slots that are left out, and each meeting that is not where the rule has it. */
    static byte[] of(Kind kind, SeriesShare share, int sequence, List<Recipient> attendees, String sentBy, Instant stamp) {
        if (share.isSingle()) {
            return of(kind, share.as(share.first().meeting(), share.first().meeting().start()), sequence, attendees, sentBy, stamp);
        }
        List<VEvent> events = new ArrayList<>();
        VEvent master = event(kind, share.master(), sequence, attendees, sentBy, stamp);
        master.add(new RRule<ZonedDateTime>(share.rhythm().rule() + ";COUNT=" + share.slots().size()));
        share.leftOut().forEach(slot -> master.add(leftOut(slot)));
        events.add(master);
        if (kind != Kind.CANCEL) {
            share.exceptions().forEach(exception -> events.add(occurrence(kind, share, exception, sequence, attendees, sentBy, stamp)));
        }
        return file(kind, events);
    }

    /** Said with its zone: the library writes a time without one here, which a calendar would take for its own local time. */
    private static ExDate<ZonedDateTime> leftOut(LocalDateTime slot) {
        return new ExDate<>(new ParameterList(List.of(new net.fortuna.ical4j.model.parameter.TzId(WorkingDays.LONDON.getId()))), new DateList<>(slot.atZone(WorkingDays.LONDON)));
    }

    /** One meeting of a series that was moved, changed or cancelled. */
    static byte[] of(Kind kind, SeriesShare share, SeriesShare.Occurrence one, int sequence, List<Recipient> attendees, String sentBy, Instant stamp) {
        return file(kind, List.of(occurrence(kind, share, one, sequence, attendees, sentBy, stamp)));
    }

    private static VEvent occurrence(Kind kind, SeriesShare share, SeriesShare.Occurrence one, int sequence, List<Recipient> attendees, String sentBy, Instant stamp) {
        VEvent event = event(kind, share.as(one.meeting(), one.meeting().start()), sequence, attendees, sentBy, stamp);
        event.add(new RecurrenceId<>(one.slot().atZone(WorkingDays.LONDON)));
        return event;
    }

    private static VEvent event(Kind kind, Meeting meeting, int sequence, List<Recipient> attendees, String sentBy, Instant stamp) {
        ZonedDateTime start = meeting.start().atZone(WorkingDays.LONDON);
        VEvent event = new VEvent(false);
        event.add(new DtStamp(stamp));
        event.add(new Uid(meeting.uid() + sentBy.substring(sentBy.indexOf('@'))));
        event.add(new Sequence(sequence));
        event.add(new DtStart<>(start));
        event.add(new DtEnd<>(start.plusMinutes(meeting.minutes())));
        event.add(new Summary(meeting.subject()));
        if (meeting.place() != null) {
            event.add(new Location(meeting.place()));
        }
        event.add(new Description("Arranged by " + meeting.organizer().name() + ". If the time or the place does not suit you, please tell them."));
        event.add(organizer(meeting.organizer(), sentBy));
        if (kind != Kind.PUBLISH) {
            attendees.stream().filter(Recipient::hasMail).forEach(a -> event.add(attendee(a)));
        }
        event.add(kind == Kind.CANCEL ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(ImmutableClazz.PRIVATE);
        event.add(ImmutableTransp.OPAQUE);
        return event;
    }

    private static byte[] file(Kind kind, List<VEvent> events) {
        net.fortuna.ical4j.model.Calendar file = new net.fortuna.ical4j.model.Calendar();
        file.add(new ProdId("-//Fairway//Meetings//EN"));
        file.add(ImmutableVersion.VERSION_2_0);
        file.add(ImmutableCalScale.GREGORIAN);
        file.add(kind.method);
        file.add(london());
        events.forEach(file::add);
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            new CalendarOutputter(true).output(file, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Organizer organizer(Recipient manager, String sentBy) {
        Organizer organizer = new Organizer(mailbox(manager.hasMail() ? manager.email() : sentBy));
        organizer.add(new Cn(manager.name()));
        if (manager.hasMail()) {
            organizer.add(new SentBy(mailbox(sentBy)));
        }
        return organizer;
    }

    private static Attendee attendee(Recipient person) {
        Attendee attendee = new Attendee(mailbox(person.email()));
        attendee.add(new Cn(person.name()));
        attendee.add(CuType.INDIVIDUAL);
        attendee.add(Role.REQ_PARTICIPANT);
        attendee.add(PartStat.NEEDS_ACTION);
        attendee.add(Rsvp.TRUE);
        return attendee;
    }

    private static URI mailbox(String address) {
        return URI.create("mailto:" + address);
    }

    /** The rules of London time since 1996, whole, so that no calendar has to know the zone by its name. */
    private static VTimeZone london() {
        ComponentList<Observance> rules = new ComponentList<>(List.of(
                observance(new Daylight(), "BST", LocalDateTime.of(1996, 3, 31, 1, 0), "3", ZoneOffset.UTC, ZoneOffset.ofHours(1)),
                observance(new Standard(), "GMT", LocalDateTime.of(1996, 10, 27, 2, 0), "10", ZoneOffset.ofHours(1), ZoneOffset.UTC)));
        VTimeZone zone = new VTimeZone(rules);
        zone.add(new TzId(WorkingDays.LONDON.getId()));
        return zone;
    }

    private static Observance observance(Observance rule, String name, LocalDateTime first, String month, ZoneOffset from, ZoneOffset to) {
        rule.add(new TzName(name));
        rule.add(new TzOffsetFrom(from));
        rule.add(new TzOffsetTo(to));
        rule.add(new DtStart<>(first));
        rule.add(new RRule<LocalDateTime>("FREQ=YEARLY;BYMONTH=" + month + ";BYDAY=-1SU"));
        return rule;
    }
}
