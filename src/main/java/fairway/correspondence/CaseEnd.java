package fairway.correspondence;

import java.time.LocalDate;
import java.util.Optional;

/** Says when a case ended: what is written about its letters later is marked so, and their links end some time after it. Implemented by who owns the cases. */
public interface CaseEnd {

    /** @return empty while it lasts, and for a key that is no case */
    Optional<LocalDate> endedOn(String key);
}
