package fairway.access;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.filter.OncePerRequestFilter;

/** The firewall in front of every other filter, which would read a crooked address in their own ways before Spring Security comes to it. */
class PlainAddressesFirst extends OncePerRequestFilter {

    private final HttpFirewall firewall;
    private final ProblemAnswer problems;

    PlainAddressesFirst(HttpFirewall firewall, ProblemAnswer problems) {
        this.firewall = firewall;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        try {
            firewall.getFirewalledRequest(request);
        } catch (RequestRejectedException crooked) {
            problems.write(response, HttpStatus.BAD_REQUEST, "", "address", "This address, method or header is not taken here.");
            return;
        }
        chain.doFilter(request, response);
    }
}
