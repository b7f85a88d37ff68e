package fairway.correspondence;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

/**
 * Meetings in people's own calendars (OTO-09, S1A-04): every change goes to them by mail as an iCalendar message with the meeting's own UID and a raised SEQUENCE.
 * A series of reviews is one meeting per review, so that an absence moves one without touching the others.
 */
@Service
public class Calendar {

    /** Invites everyone. Inviting again under the same uid updates the entry where something changed, and changes nothing otherwise. */
    public void invite(Meeting meeting) {
        throw new UnsupportedOperationException("no calendar yet");
    }

    /** Moves it. A place of null keeps the place. */
    public void move(String uid, LocalDateTime newStart, String place) {
        throw new UnsupportedOperationException("no calendar yet");
    }

    /** Cancels it for everyone. Cancelling twice, or what was never entered, changes nothing. */
    public void cancel(String uid) {
        throw new UnsupportedOperationException("no calendar yet");
    }

    /** Who is there has changed (a new manager, an HR adviser): those who no longer are get a cancellation, the others the update. */
    public void attendeesChanged(String uid, Recipient organizer, List<Recipient> attendees) {
        throw new UnsupportedOperationException("no calendar yet");
    }

    /** The meeting as it stands; empty if it was never entered or is cancelled. */
    public Optional<Meeting> find(String uid) {
        return Optional.empty();
    }

    /** The meetings under a key that are not cancelled and start after a time, in order. */
    public List<Meeting> after(String key, LocalDateTime time) {
        return List.of();
    }
}
