package fairway.process.doors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import fairway.access.Under;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hands Fairway's sign-in to the engine's web applications: user and groups as they are now, in each request. A page of an application also
 * gets our CSRF cookie, for forms talk to {@code /api} from it.
 */
class WebappUser extends OncePerRequestFilter {

    private static final String ENGINE = "default";

    private final CookieCsrfTokenRepository tokens;

    WebappUser(CookieCsrfTokenRepository tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        List<String> groups = EngineUser.groups(user);
        UserAuthentication now = new UserAuthentication(user.getName(), ENGINE);
        now.setGroupIds(new ArrayList<>(groups));
        now.setTenantIds(new ArrayList<>());
        now.setAuthorizedApps(Set.copyOf(Webapp.openTo(groups)));
        Authentications known = AuthenticationUtil.getAuthsFromSession(request.getSession());
        known.addOrReplace(now);
        if (Under.pathOf(request).startsWith("/camunda/app/")) {
            tokens.loadDeferredToken(request, response).get();
        }
        chain.doFilter(request, response);
    }
}
