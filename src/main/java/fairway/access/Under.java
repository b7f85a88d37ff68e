package fairway.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Requests to a folder and everything in it, whichever servlet it belongs to; the firewall has refused every address that can be read in two ways. */
public record Under(String folder) implements RequestMatcher {

    @Override
    public boolean matches(HttpServletRequest request) {
        String path = pathOf(request);
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    /** The decoded path below the context, however servlets are mapped. */
    public static String pathOf(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }
}
