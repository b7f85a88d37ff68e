package fairway.access;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What is refused to a person: the error page with status 403, and an entry of the access log. A stale log-in page leads to a fresh one. */
class RefusedByPage implements AccessDeniedHandler {

    private final AccessLog log;

    RefusedByPage(AccessLog log) {
        this.log = log;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused) throws IOException {
        if (refused instanceof CsrfException && request.getServletPath().equals("/login")) {
            response.sendRedirect(request.getContextPath() + "/login?error=stale");
            return;
        }
        log.refused(refused instanceof CsrfException ? "without-token" : "page", request.getMethod() + " " + withoutSecret(request.getServletPath()),
                whoIsSignedIn());
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    /** Null for nobody. A request whose token is missing does not know its user yet. */
    static String whoIsSignedIn() {
        return new CurrentUser().userId().orElse(null);
    }

    /** The address of a colleague's own page is the right to it: it is kept nowhere. */
    private static String withoutSecret(String path) {
        return path.replaceFirst("^/my/[^/]+", "/my/…");
    }
}
