package fairway.access;

import java.io.Serializable;
import java.time.Instant;

import jakarta.servlet.http.HttpSession;

/**
 * What a session keeps of a sign-in at the provider or directory.
 *
 * @param proof    what it takes to ask anew
 * @param began    when the person signed in
 * @param answered when the provider or directory last answered
 * @param renewAt  from when on it is asked anew
 */
record KeptSignIn(Proof proof, Instant began, Instant answered, Instant renewAt) implements Serializable {

    private static final String KEY = "fairway.kept-sign-in";

    /** What it takes to ask the provider or directory anew. */
    interface Proof extends Serializable {

        /** Until when what it said holds without asking; null when it did not say. */
        Instant holdsUntil();

        /** Whether it can be asked at all; if not, the session ends when what was said holds no longer. */
        default boolean isRenewable() {
            return true;
        }
    }

    /** Null where the session keeps none, or has ended. */
    static KeptSignIn in(HttpSession session) {
        return session == null ? null : (KeptSignIn) new HeldSession(session).get(KEY);
    }

    void keepIn(HttpSession session) {
        new HeldSession(session).keep(KEY, this);
    }
}
