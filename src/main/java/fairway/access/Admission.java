package fairway.access;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Whether somebody who is who they say comes in. A manager has to be on the staff list: everything they see follows from it. */
@Component
class Admission {

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final People people;
    private final AccessLog log;

    Admission(People people, AccessLog log) {
        this.people = people;
        this.log = log;
    }

    /** @throws NotOnStaffList when the user is a manager whom the staff list does not know */
    Authentication admit(Identity identity) {
        if (identity.has(Role.MANAGER) && people.ofUser(identity.userId()).isEmpty()) {
            LOG.warn("User {} is in the group of managers, but nobody on the staff list has that sign-in", identity.userId());
            log.refused("sign-in-not-on-staff-list", "user:" + identity.userId(), identity.userId());
            throw new NotOnStaffList();
        }
        return signedIn(identity);
    }

    static Authentication signedIn(Identity identity) {
        return UsernamePasswordAuthenticationToken.authenticated(new SignedInUser(identity.userId(), identity.name()), null, authorities(identity));
    }

    static List<GrantedAuthority> authorities(Identity identity) {
        return identity.groups().stream().sorted().<GrantedAuthority>map(group -> new SimpleGrantedAuthority("ROLE_" + group)).toList();
    }
}
