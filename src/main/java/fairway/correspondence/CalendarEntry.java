package fairway.correspondence;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;

/** A meeting as people have it in their calendars: one UID for its life, a sequence that rises with every change. */
@Entity
class CalendarEntry {

    @Id
    private String uid;
    private String businessKey;
    private int sequence;
    private String organizerStaffNumber;
    private String organizerName;
    private String organizerEmail;
    @ElementCollection
    @CollectionTable(name = "calendar_attendee", joinColumns = @JoinColumn(name = "uid"))
    @OrderColumn(name = "position")
    private List<Attendee> attendees = new ArrayList<>();
    private LocalDateTime startsAt;
    private int minutes;
    private String place;
    private String subject;
    private boolean cancelled;
    private String seriesUid;
    private LocalDateTime slot;
    @Version
    private Long version;

    @Embeddable
    static class Attendee {

        private String staffNumber;
        private String name;
        private String email;

        protected Attendee() {
        }

        Attendee(Recipient person) {
            this.staffNumber = person.staffNumber();
            this.name = person.name();
            this.email = person.email();
        }
    }

    protected CalendarEntry() {
    }

    CalendarEntry(Meeting meeting) {
        this.uid = meeting.uid();
        this.businessKey = meeting.key();
        take(meeting);
    }

    /** A meeting of a series; its slot is set before it is kept. */
    CalendarEntry(CalendarSeries series, Meeting meeting) {
        this(meeting);
        this.seriesUid = series.uid();
        this.slot = meeting.start();
    }

    /** The meeting in its new form, one sequence on. */
    void change(Meeting meeting) {
        take(meeting);
        cancelled = false;
        sequence++;
    }

    void cancel() {
        cancelled = true;
        sequence++;
    }

    private void take(Meeting meeting) {
        organizerStaffNumber = meeting.organizer().staffNumber();
        organizerName = meeting.organizer().name();
        organizerEmail = meeting.organizer().email();
        attendees.clear();
        meeting.attendees().forEach(a -> attendees.add(new Attendee(a)));
        startsAt = meeting.start();
        minutes = meeting.minutes();
        place = meeting.place();
        subject = meeting.subject();
    }

    Meeting meeting() {
        return new Meeting(uid, businessKey, new Recipient(organizerStaffNumber, organizerName, organizerEmail),
                attendees.stream().map(a -> new Recipient(a.staffNumber, a.name, a.email)).toList(), startsAt, minutes, place, subject);
    }

    boolean isOfASeries() {
        return seriesUid != null;
    }

    /** Where the rule of its series has it. */
    LocalDateTime slot() {
        return slot;
    }

    void standFor(LocalDateTime newSlot) {
        slot = newSlot;
    }

    int sequence() {
        return sequence;
    }

    boolean isCancelled() {
        return cancelled;
    }
}
