package fairway.access;

import java.time.Instant;

import org.springframework.security.core.AuthenticationException;

/** After wrong passwords the next attempt has to wait. */
public class TooManyAttempts extends AuthenticationException {

    private final Instant until;

    TooManyAttempts(Instant until) {
        super("There were too many wrong attempts.");
        this.until = until;
    }

    /** From when on the next attempt is taken. */
    public Instant until() {
        return until;
    }
}
