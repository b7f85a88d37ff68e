package fairway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Whoever logs out of Fairway is logged out at the OpenID provider too, where they signed in there: the browser goes there and comes back. */
@Component
public class ProviderLogOut implements LogoutHandler {

    private static final String PLACE = "fairway.log-out-at";

    private final ObjectProvider<OpenIdProvider> provider;

    ProviderLogOut(ObjectProvider<OpenIdProvider> provider) {
        this.provider = provider;
    }

    /** Before the session is gone. */
    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication signedIn) {
        KeptSignIn kept = KeptSignIn.in(request.getSession(false));
        OpenIdProvider openId = provider.getIfAvailable();
        if (openId != null && kept != null && kept.proof() instanceof OpenIdProof proof) {
            request.setAttribute(PLACE, openId.endSession(proof.idToken()));
        }
    }

    /** Where the browser goes after the log-out. */
    String next(HttpServletRequest request) {
        return request.getAttribute(PLACE) instanceof String place ? place : request.getContextPath() + "/login?out";
    }

    /** A script logged out: the browser goes to the provider when it comes to the log-in page next. */
    public void laterByLogInPage(HttpServletRequest request) {
        if (request.getAttribute(PLACE) instanceof String place) {
            request.getSession(true).setAttribute(PLACE, place);
        }
    }

    /** Where the browser still has to go; null if nowhere. Asked once. */
    String outstanding(HttpSession session) {
        if (session == null || !(session.getAttribute(PLACE) instanceof String place)) {
            return null;
        }
        session.removeAttribute(PLACE);
        return place;
    }
}
