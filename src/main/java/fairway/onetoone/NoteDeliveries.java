package fairway.onetoone;

import java.util.Optional;

/** What has become of the copy of a note that goes to the colleague (OTO-10). Implemented by the module that sends it. */
public interface NoteDeliveries {

    /** Empty for a note that Fairway did not send. */
    Optional<NoteCopy> of(Note note);
}
