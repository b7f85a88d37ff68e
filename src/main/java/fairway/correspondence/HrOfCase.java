package fairway.correspondence;

import java.util.Optional;

/** Who of HR answers for a case; answered by the module that knows the cases. */
public interface HrOfCase {

    /** The HR adviser who can act; empty where there is none, and for a key that is no case's. */
    Optional<Recipient> adviser(String key);
}
