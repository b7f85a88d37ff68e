package fairway.correspondence;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One meeting in people's calendars.
 *
 * @param uid       stable name of the meeting for its whole life, e.g. {@code oneToOne-15} or {@code stage1-PC-2026-000123}: letters, digits, hyphens
 * @param key       case number or line id
 * @param organizer the manager: answers to the invitation reach them
 * @param attendees everyone else; those without mail are told by other ways
 * @param start     Europe/London
 * @param minutes   length
 * @param place     room or link; may be null
 * @param subject   neutral, see {@link Subjects#meetingWith}
 */
public record Meeting(String uid, String key, Recipient organizer, List<Recipient> attendees, LocalDateTime start, int minutes, String place, String subject) {

    public Meeting {
        if (!uid.matches("[A-Za-z0-9-]{1,120}")) {
            throw new IllegalArgumentException("not a name of a meeting: " + uid);
        }
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(organizer, "organizer");
        Objects.requireNonNull(start, "start");
        attendees = List.copyOf(attendees);
        place = place == null || place.isBlank() ? null : OneLine.of(place);
        subject = OneLine.of(subject);
        if (minutes < 1) {
            throw new IllegalArgumentException("a meeting takes at least a minute");
        }
    }

    /** Everybody who can be reached, each mailbox once, the organizer first. */
    List<Recipient> everybody() {
        Map<String, Recipient> people = new LinkedHashMap<>();
        Stream.concat(Stream.of(organizer), attendees.stream()).filter(Recipient::hasMail).forEach(person -> people.putIfAbsent(person.mailbox(), person));
        return List.copyOf(people.values());
    }

    boolean isOrganizedBy(Recipient person) {
        return person.mailbox().equals(organizer.mailbox());
    }

    /** The organizer meets the others: in their own calendar the subject names the first of them instead of themselves. */
    Meeting asSeenBy(Recipient person) {
        boolean ownName = isOrganizedBy(person) && subject.equals(Subjects.meetingWith(organizer.name()));
        return !ownName || attendees.isEmpty() ? this : new Meeting(uid, key, organizer, attendees, start, minutes, place, Subjects.meetingWith(attendees.get(0).name()));
    }
}
