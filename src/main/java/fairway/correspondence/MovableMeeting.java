package fairway.correspondence;

import java.time.LocalDateTime;
import java.util.Optional;

import fairway.form.Refusals;

/** A meeting for which the colleague may propose another date; its manager moves it, or does not. Implemented by who owns the meeting. */
public interface MovableMeeting {

    /** The meeting of this case that is to be held; empty where there is none. */
    Optional<MeetingAhead> ahead(String key);

    /** Collects what stands against that time, in words to the colleague. */
    void check(String key, LocalDateTime start, Refusals refusals);

    /** Tells whoever can move it. */
    void proposed(String key, OtherDate proposal);
}
