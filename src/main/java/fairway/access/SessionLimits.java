package fairway.access;

import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A session in which nobody does anything ends, and every session ends some time. What Tasklist asks for by itself every few seconds is not
 * somebody doing something.
 */
class SessionLimits extends OncePerRequestFilter {

    private static final String TIMES = "fairway.session-times";
    private static final Pattern ASKED_BY_TASKLIST_ITSELF = Pattern.compile("/camunda/api/engine/engine/default/filter(/[^/]+/(list|count))?");

    private final SignInSettings settings;
    private final ServerTime time;
    private final AccessLog log;

    SessionLimits(SignInSettings settings, ServerTime time, AccessLog log) {
        this.settings = settings;
        this.time = time;
        this.log = log;
    }

    /** When the session's user signed in, and when they last did something. */
    private record Times(Instant began, Instant acted) implements Serializable {
    }

    /** From now on the time of this session is counted. */
    void begin(HttpSession session) {
        session.setMaxInactiveInterval(Math.toIntExact(settings.idle().toSeconds()));
        session.setAttribute(TIMES, new Times(time.now(), time.now()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            limit(new HeldSession(session), request);
        }
        chain.doFilter(request, response);
    }

    private void limit(HeldSession session, HttpServletRequest request) {
        if (session.get(TIMES) instanceof Times times) {
            Instant now = time.now();
            if (isOver(times, now)) {
                session.end(this::keepThatItIsOver);
            } else if (!ASKED_BY_TASKLIST_ITSELF.matcher(Under.pathOf(request)).matches()) {
                session.keep(TIMES, new Times(times.began(), now));
            }
        }
    }

    private void keepThatItIsOver() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null) {
            log.done("session-over", "user:" + signedIn.getName(), signedIn.getName());
        }
    }

    private boolean isOver(Times times, Instant now) {
        return !now.isBefore(times.began().plus(settings.longest())) || !now.isBefore(times.acted().plus(settings.idle()));
    }
}
