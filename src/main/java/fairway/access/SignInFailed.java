package fairway.access;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the log-in page, which says what went wrong. */
class SignInFailed implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignInFailed.class);

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) throws IOException {
        response.sendRedirect(request.getContextPath() + "/login?error=" + code(failure));
    }

    private static String code(AuthenticationException failure) {
        if (failure instanceof NotOnStaffList) {
            return "staffList";
        }
        if (failure instanceof TooManyAttempts early) {
            return "wait&until=" + early.until().getEpochSecond();
        }
        if (failure instanceof NotAdmitted refused) {
            return refused.reason().code();
        }
        if (failure instanceof ProviderDown) {
            LOG.warn("Nobody can sign in: {}", failure.getMessage());
            return "provider";
        }
        return failure instanceof OAuth2AuthenticationException atProvider ? code(atProvider) : "password";
    }

    private static String code(OAuth2AuthenticationException failure) {
        return switch (failure.getError().getErrorCode()) {
            case "access_denied" -> "cancelled";
            case "authorization_request_not_found", "invalid_state_parameter" -> "stale";
            default -> {
                LOG.warn("A sign-in at the OpenID provider failed: {}", failure.getError());
                yield "provider";
            }
        };
    }
}
