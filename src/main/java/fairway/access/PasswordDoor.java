package fairway.access;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Lets somebody in by user name and password, wherever these are kept; wrong ones are slowed down, whether there is such a user or not. */
public class PasswordDoor implements AuthenticationProvider {

    private static final int LONGEST_PASSWORD = 1_000;

    private final BiFunction<String, String, Optional<Identity>> check;
    private final Admission admission;
    private final SignInDelay delay;
    private final AccessLog log;
    private final Consumer<String> admitted;

    /**
     * @param check    answers whose user name and password these are; empty when they are nobody's
     * @param admitted hears who came in
     */
    PasswordDoor(BiFunction<String, String, Optional<Identity>> check, Admission admission, SignInDelay delay, AccessLog log, Consumer<String> admitted) {
        this.check = check;
        this.admission = admission;
        this.delay = delay;
        this.log = log;
        this.admitted = admitted;
    }

    /** @throws TooManyAttempts when the attempt comes too early after wrong ones; the password has not been looked at then */
    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String password = String.valueOf(attempt.getCredentials());
        if (name == null || name.isBlank() || password.isEmpty() || password.length() > LONGEST_PASSWORD || password.indexOf('\0') >= 0) {
            throw wrong(name);
        }
        SignInDelay.Attempt counted = enter(name, attempt.getDetails() instanceof WebAuthenticationDetails from ? from.getRemoteAddress() : null);
        // a directory takes other spellings for the same name, each of which would have wrong passwords of its own
        Optional<Identity> identity = Provisioning.USER_NAME.matcher(name.strip()).matches() ? check(name, password, counted) : Optional.empty();
        if (identity.isEmpty()) {
            delay.wrong(counted);
            throw wrong(name);
        }
        delay.right(counted);
        Authentication signedIn = admission.admit(identity.get());
        admitted.accept(signedIn.getName());
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    private Optional<Identity> check(String name, String password, SignInDelay.Attempt counted) {
        try {
            return check.apply(name, password);
        } catch (RuntimeException neitherRightNorWrong) {
            delay.unknown(counted);
            throw neitherRightNorWrong;
        }
    }

    private SignInDelay.Attempt enter(String name, String address) {
        try {
            return delay.enter(name, address);
        } catch (TooManyAttempts early) {
            log.refused("sign-in-too-early", admission.inTheRecord(name), null);
            throw early;
        }
    }

    private BadCredentialsException wrong(String name) {
        log.refused("sign-in", admission.inTheRecord(name), null);
        return new BadCredentialsException("user name or password");
    }
}
