package fairway.access;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever has a password that somebody else gave them chooses their own before anything else, where Fairway keeps people's passwords. */
public class PasswordFirst extends OncePerRequestFilter {

    private final SignIns signIns;
    private final SignInSettings settings;
    private final ProblemAnswer problems;

    PasswordFirst(SignIns signIns, SignInSettings settings, ProblemAnswer problems) {
        this.signIns = signIns;
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return !settings.isEmbedded() || path.equals("/password") || path.startsWith("/assets/") || path.equals("/login") || path.equals("/logout") || path.startsWith("/my/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        if (user == null || user instanceof AnonymousAuthenticationToken || !signIns.mustChangePassword(user.getName())) {
            chain.doFilter(request, response);
        } else if (wantsPage(request)) {
            response.sendRedirect(request.getContextPath() + "/password");
        } else {
            problems.write(response, HttpStatus.FORBIDDEN, "", "changePassword", "Sign in at /password and choose a password of your own first.");
        }
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return "GET".equals(request.getMethod()) && accept != null && accept.contains("text/html");
    }
}
