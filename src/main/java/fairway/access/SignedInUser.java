package fairway.access;

import java.io.Serializable;
import java.security.Principal;

/** Who is signed in: user id and the name shown to them. */
public record SignedInUser(String userId, String displayName) implements Principal, Serializable {

    @Override
    public String getName() {
        return userId;
    }
}
