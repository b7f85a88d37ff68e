package fairway.access;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.springframework.web.filter.OncePerRequestFilter;

/** Redirects within Fairway name no host: whatever the request's Host header says, the browser stays where it is. */
class RedirectsStayHere extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void sendRedirect(String location) throws IOException {
                super.sendRedirect(withoutHost(request, location));
            }
        });
    }

    /** An address that the server made of the request's own scheme and host, without both. */
    static String withoutHost(HttpServletRequest request, String location) {
        StringBuffer own = request.getRequestURL();
        String base = own.substring(0, own.length() - request.getRequestURI().length());
        if (location.equals(base)) {
            return "/";
        }
        return location.startsWith(base + "/") || location.startsWith(base + "?") ? location.substring(base.length()) : location;
    }
}
