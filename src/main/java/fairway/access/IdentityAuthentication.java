package fairway.access;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Lets somebody in by user name and password. A manager has to be on the staff list: everything they see follows from it. */
@Component
class IdentityAuthentication implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityAuthentication.class);
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PASSWORD = 1_000;

    private final Identities identities;
    private final People people;
    private final AccessLog log;

    IdentityAuthentication(Identities identities, People people, AccessLog log) {
        this.identities = identities;
        this.people = people;
        this.log = log;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String password = String.valueOf(attempt.getCredentials());
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME || password.length() > LONGEST_PASSWORD || name.indexOf('\0') >= 0
                || password.indexOf('\0') >= 0 || !identities.passwordIsRight(name, password)) {
            log.refused("sign-in", "user:" + name, null);
            throw new BadCredentialsException("user name or password");
        }
        Identity identity = identities.find(name).orElseThrow(() -> new BadCredentialsException("user name or password"));
        if (identity.has(Role.MANAGER) && people.ofUser(identity.userId()).isEmpty()) {
            LOG.warn("User {} is in the group of managers, but nobody on the staff list has that sign-in", identity.userId());
            log.refused("sign-in-not-on-staff-list", "user:" + identity.userId(), identity.userId());
            throw new NotOnStaffList();
        }
        return signedIn(identity);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    static Authentication signedIn(Identity identity) {
        List<GrantedAuthority> roles = identity.groups().stream().sorted().<GrantedAuthority>map(group -> new SimpleGrantedAuthority("ROLE_" + group)).toList();
        return UsernamePasswordAuthenticationToken.authenticated(new SignedInUser(identity.userId(), identity.name()), null, roles);
    }
}
