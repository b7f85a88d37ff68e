package fairway.access;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is asking: the sign-in of the present request. Jobs and timers have none. */
@Component
public class CurrentUser {

    private static final String ROLE = "ROLE_";

    public Optional<String> userId() {
        return authentication().map(Authentication::getName);
    }

    /** @throws IllegalStateException when nobody is signed in */
    public String requireUserId() {
        return userId().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    public Set<Role> roles() {
        return authentication().map(a -> a.getAuthorities().stream()
                        .filter(authority -> authority.getAuthority().startsWith(ROLE))
                        .flatMap(authority -> Role.ofGroup(authority.getAuthority().substring(ROLE.length())).stream())
                        .collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    public boolean has(Role role) {
        return roles().contains(role);
    }

    private static Optional<Authentication> authentication() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .filter(a -> !(a instanceof AnonymousAuthenticationToken));
    }
}
