package fairway.access;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What is refused to a program: 403 as problem details, and an entry of the access log. */
public class RefusedByProblem implements AccessDeniedHandler {

    private final ProblemAnswer problems;
    private final AccessLog log;

    public RefusedByProblem(ProblemAnswer problems, AccessLog log) {
        this.problems = problems;
        this.log = log;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused) throws IOException {
        log.refused(refused instanceof CsrfException ? "without-token" : "request", request.getMethod() + " " + request.getRequestURI(),
                RefusedByPage.whoIsSignedIn());
        if (refused instanceof CsrfException) {
            problems.write(response, HttpStatus.FORBIDDEN, "", "csrf", "Reload the page, then try again: its security token is missing or out of date.");
        } else {
            problems.write(response, HttpStatus.FORBIDDEN, "", "notYours", "This is not open to you.");
        }
    }
}
