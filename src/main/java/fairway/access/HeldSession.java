package fairway.access;

import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.util.WebUtils;

/**
 * A session as one request holds it. Several requests hold the same one, and any of them may end it while the others are on their way: for these it is
 * as if they had come without a session, and nobody is signed in.
 */
record HeldSession(HttpSession session) {

    /** What it keeps under that name; null where that is nothing, or the session has ended meanwhile. */
    Object get(String name) {
        try {
            return session.getAttribute(name);
        } catch (IllegalStateException endedMeanwhile) {
            nobodyIsSignedIn();
            return null;
        }
    }

    void keep(String name, Object value) {
        try {
            session.setAttribute(name, value);
        } catch (IllegalStateException endedMeanwhile) {
            nobodyIsSignedIn();
        }
    }

    /** Does it while no other request of the session does such a thing; not at all when the session has ended meanwhile. */
    void alone(Runnable work) {
        Object mutex;
        try {
            mutex = WebUtils.getSessionMutex(session);
        } catch (IllegalStateException endedMeanwhile) {
            nobodyIsSignedIn();
            return;
        }
        synchronized (mutex) {
            if (isOpen()) {
                work.run();
            } else {
                nobodyIsSignedIn();
            }
        }
    }

    /** Ends it, once, however many requests want that. @param before what is done first, by the one that ends it */
    void end(Runnable before) {
        alone(() -> {
            before.run();
            invalidate();
        });
        nobodyIsSignedIn();
    }

    private boolean isOpen() {
        try {
            session.getCreationTime();
            return true;
        } catch (IllegalStateException endedMeanwhile) {
            return false;
        }
    }

    private void invalidate() {
        try {
            session.invalidate();
        } catch (IllegalStateException endedMeanwhile) {
            nobodyIsSignedIn();
        }
    }

    private static void nobodyIsSignedIn() {
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
    }
}
