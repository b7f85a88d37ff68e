package fairway.access;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Addresses that every part of the server reads alike: no {@code ;}, {@code //}, dot segments, backslashes or encoded separators, and no
 * character written in code that needs none. Filters of the engine's web applications compare the address as it was sent; spelled otherwise
 * it would walk past them.
 */
class PlainAddresses extends StrictHttpFirewall {

    private static final Pattern NEEDLESSLY_ENCODED = Pattern.compile("%(2[dDeE]|3[0-9]|4[1-9a-fA-F]|5[0-9aAfF]|6[1-9a-fA-F]|7[0-9aAeE])");

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        Matcher encoded = NEEDLESSLY_ENCODED.matcher(request.getRequestURI());
        if (encoded.find()) {
            throw new RequestRejectedException("the address has a character in code that needs none");
        }
        return super.getFirewalledRequest(request);
    }
}
