package fairway.access;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A session has the roles that its user has now, not those of the sign-in. The session of a removed user ends, and so does every other one when
 * its user chooses another password: whoever had found out the old one is out.
 */
class RolesNow extends OncePerRequestFilter {

    private static final String STAMP = "fairway.sign-in";

    private final Identities identities;
    private final SignIns signIns;

    RolesNow(Identities identities, SignIns signIns) {
        this.identities = identities;
        this.signIns = signIns;
    }

    /** From now on this session stands for the password of now. */
    static void stamp(HttpSession session, String stamp) {
        session.setAttribute(STAMP, stamp);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        Authentication kept = SecurityContextHolder.getContext().getAuthentication();
        if (kept != null && kept.isAuthenticated() && !(kept instanceof AnonymousAuthenticationToken)) {
            HttpSession session = request.getSession(false);
            Optional<Identity> now = identities.find(kept.getName());
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            if (now.isEmpty() || session != null && !signIns.stampOf(kept.getName()).equals(new HeldSession(session).get(STAMP))) {
                end(session);
                SecurityContextHolder.setContext(context);
            } else if (!now.get().groups().equals(groups(kept))) {
                context.setAuthentication(Admission.signedIn(now.get()));
                SecurityContextHolder.setContext(context);
            }
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpSession session) {
        if (session != null) {
            new HeldSession(session).end(() -> { });
        }
    }

    private static Set<String> groups(Authentication kept) {
        return kept.getAuthorities().stream().map(GrantedAuthority::getAuthority).map(a -> a.substring("ROLE_".length())).collect(Collectors.toSet());
    }
}
