package fairway.access;

import org.springframework.security.core.AuthenticationException;

/** A user in the group of managers has no entry on the staff list. */
public class NotOnStaffList extends AuthenticationException {

    /** What the person reads. */
    public static final String MESSAGE = "Your sign-in is in the managers' group, but the staff list has nobody with your user name. "
            + "Ask HR to put your user name on the staff list, then sign in again.";

    NotOnStaffList() {
        super(MESSAGE);
    }
}
