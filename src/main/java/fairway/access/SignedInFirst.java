package fairway.access;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Keeps who signed in, and leads to where they wanted to go, on this server only. */
class SignedInFirst extends SavedRequestAwareAuthenticationSuccessHandler {

    private final AccessLog log;
    private final SignIns signIns;
    private final SessionFilters sessions;

    SignedInFirst(AccessLog log, SignIns signIns, SessionFilters sessions, WantedPage wanted) {
        this.log = log;
        this.signIns = signIns;
        this.sessions = sessions;
        setDefaultTargetUrl("/");
        setRequestCache(wanted);
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws ServletException, IOException {
        log.done("sign-in", "user:" + signedIn.getName(), signedIn.getName());
        RolesNow.stamp(request.getSession(), signIns.stampOf(signedIn.getName()));
        sessions.begin(request.getSession());
        super.onAuthenticationSuccess(request, response, signedIn);
    }
}
