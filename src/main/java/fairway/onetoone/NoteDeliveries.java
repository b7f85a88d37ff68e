package fairway.onetoone;

import java.util.Optional;

/** What has become of the copy of a note that goes to the colleague (OTO-10). Implemented by the module that sends it. */
public interface NoteDeliveries {

    /** In words, e.g. {@code Sent on 05/10/2026 11:02}; empty for a note that Fairway did not send. */
    Optional<String> of(Note note);
}
