package fairway.access;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** A password that a browser has remembered is of no use to another site: what that site sends along with it is refused. */
public class SameSiteBasic extends OncePerRequestFilter {

    private final ProblemAnswer problems;

    public SameSiteBasic(ProblemAnswer problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        String from = request.getHeader("Sec-Fetch-Site");
        if (BasicChallenge.isBasic(request) && ("cross-site".equals(from) || "same-site".equals(from))) {
            problems.write(response, HttpStatus.FORBIDDEN, "", "otherSite", "Another site sent this request. Nothing was done.");
        } else {
            chain.doFilter(request, response);
        }
    }
}
