package fairway.access;

import java.time.Instant;

import jakarta.servlet.http.HttpSession;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.stereotype.Component;

/** What every request of a session goes through before anything is opened to it: its limits, and its user's roles as they are now. */
@Component
public class SessionFilters {

    private final SignInSettings settings;
    private final ServerTime time;
    private final SessionLimits limits;
    private final RolesNow roles;
    private final Renewals renewals;

    SessionFilters(SignInSettings settings, ServerTime time, AccessLog log, Identities identities, SignIns signIns, ObjectProvider<Renewal> renewal) {
        this.settings = settings;
        this.time = time;
        this.limits = new SessionLimits(settings, time, log);
        this.renewals = new Renewals(settings, time, log, renewal);
        this.roles = new RolesNow(identities, signIns);
    }

    /** Puts them into the chain of a door. */
    public void addTo(HttpSecurity door) {
        door.addFilterAfter(limits, SecurityContextHolderFilter.class).addFilterAfter(renewals, SessionLimits.class).addFilterAfter(roles, Renewals.class);
    }

    /** Somebody has signed in: from now on the time of their session is counted. */
    void begin(HttpSession session) {
        limits.begin(session);
        if (settings.way() == SignInSettings.Way.LDAP) {
            Instant now = time.now();
            LdapDirectory.Proof proof = new LdapDirectory.Proof();
            new KeptSignIn(proof, now, now, Renewals.next(settings, proof, now)).keepIn(session);
        }
    }
}
