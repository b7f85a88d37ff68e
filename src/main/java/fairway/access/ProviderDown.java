package fairway.access;

import java.util.Optional;

import org.springframework.security.authentication.AuthenticationServiceException;

/** The Trust's OpenID provider or directory does not answer, or answers nothing of use. */
class ProviderDown extends AuthenticationServiceException {

    private final transient KeptSignIn.Proof proof;

    ProviderDown(String what, Throwable cause) {
        this(what, cause, null);
    }

    private ProviderDown(String what, Throwable cause, KeptSignIn.Proof proof) {
        super(what, cause);
        this.proof = proof;
    }

    /** It answered the first of several questions, and what it gave then takes the place of what it was given. */
    ProviderDown having(KeptSignIn.Proof given) {
        return new ProviderDown(getMessage(), this, given);
    }

    /** What is good for the next time; empty when what was kept is still good. */
    Optional<KeptSignIn.Proof> proof() {
        return Optional.ofNullable(proof);
    }
}
