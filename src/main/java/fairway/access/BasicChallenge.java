package fairway.access;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Asks a program for HTTP Basic. Browsers are not asked: they would keep the password and send it along with whatever another site makes
 * them do.
 */
public class BasicChallenge implements AuthenticationEntryPoint {

    private final ProblemAnswer problems;

    public BasicChallenge(ProblemAnswer problems) {
        this.problems = problems;
    }

    /** Whether the request brings a user name and password along. */
    public static boolean isBasic(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("basic ");
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) throws IOException {
        if (failure instanceof TooManyAttempts early) {
            response.setHeader(HttpHeaders.RETRY_AFTER, DateTimeFormatter.RFC_1123_DATE_TIME.format(early.until().plusSeconds(1).atOffset(ZoneOffset.UTC)));
            problems.write(response, HttpStatus.TOO_MANY_REQUESTS, "", "tooManyAttempts",
                    "There were too many wrong attempts with this user name or from this address. Try again from " + SignIns.inWords(early.until()) + " on.");
            return;
        }
        if (request.getHeader("Sec-Fetch-Mode") == null && request.getHeader("X-Requested-With") == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Fairway\", charset=\"UTF-8\"");
        }
        if (failure instanceof NotOnStaffList) {
            problems.write(response, HttpStatus.UNAUTHORIZED, "", "notOnStaffList", failure.getMessage());
        } else if (failure instanceof NotAdmitted refused) {
            problems.write(response, HttpStatus.UNAUTHORIZED, "", refused.reason().code(), failure.getMessage());
        } else {
            problems.write(response, HttpStatus.UNAUTHORIZED, "", "notSignedIn", isBasic(request)
                    ? "User name or password is wrong."
                    : "Sign in first.");
        }
    }
}
