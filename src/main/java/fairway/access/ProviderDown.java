package fairway.access;

import org.springframework.security.authentication.AuthenticationServiceException;

/** The Trust's OpenID provider or directory does not answer, or answers nothing of use. */
class ProviderDown extends AuthenticationServiceException {

    ProviderDown(String what, Throwable cause) {
        super(what, cause);
    }
}
