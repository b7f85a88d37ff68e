package fairway.access;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;

/**
 * No body that is read as a whole is larger than a form full to its limits: 413. Forms of pages have limits of the server's own; the engine's doors have
 * theirs behind the sign-in. Files are taken where there is something to upload, from whoever is signed in, and nowhere else: 415. The server would
 * write them to its disk before anybody asks who sends them.
 */
class SmallBodies extends OncePerRequestFilter {

    /** Largest body in bytes. */
    static final int LARGEST = 4 * 1024 * 1024;

    private static final String UPLOADS = "/staff/import";

    private final ProblemAnswer problems;

    SmallBodies(ProblemAnswer problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return new Under("/engine-rest").matches(request) || new Under("/camunda").matches(request);
    }

    /** A sign-in that has begun elsewhere has a session too. */
    private static boolean isSignedIn(HttpSession session) {
        return session != null && new HeldSession(session).get(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext context
                && context.getAuthentication() != null && context.getAuthentication().isAuthenticated() && !(context.getAuthentication() instanceof AnonymousAuthenticationToken);
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.strip().regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (isMultipart(request)) {
            if (Under.pathOf(request).equals(UPLOADS) && isSignedIn(request.getSession(false))) {
                chain.doFilter(request, response);
            } else {
                problems.write(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "", "mediaType", "No files are taken here.");
            }
        } else if (request.getContentLengthLong() > LARGEST) {
            problems.write(response, HttpStatus.PAYLOAD_TOO_LARGE, "", "tooLarge", "This is more than Fairway reads at once. Shorten it and send it again.");
        } else {
            chain.doFilter(new Measured(request), response);
        }
    }

    private static final class Measured extends HttpServletRequestWrapper {

        private Measured(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new MeasuredStream(super.getInputStream());
        }
    }

    /** For a body that does not say how long it is. */
    private static final class MeasuredStream extends ServletInputStream {

        private final ServletInputStream body;
        private long read;

        private MeasuredStream(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int count = body.read(target, from, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int more) {
            read += more;
            if (read > LARGEST) {
                throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
