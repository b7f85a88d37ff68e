package fairway.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import fairway.trust.TrustSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;

/**
 * The page that somebody wanted before they signed in, kept by their own browser for some minutes. The server keeps nothing for strangers: each of
 * their requests would be a session more.
 */
@Component
public class WantedPage implements RequestCache {

    static final String COOKIE = "FAIRWAY-WANTED";

    /** Most characters of an address that is kept. */
    static final int LONGEST = 1_000;

    private static final Duration KEPT = Duration.ofMinutes(10);
    /** An address on this server: a second slash at the beginning would name another one. */
    private static final Pattern OF_OURS = Pattern.compile("/(?:[^/\\\\\\p{Cntrl}\\s][^\\\\\\p{Cntrl}\\s]*)?");

    private final boolean secure;

    WantedPage(SignInSettings settings, TrustSettings trust) {
        this.secure = settings.cookiesAreSecure(trust.baseUrl());
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String address = addressOf(request);
        if (isPage(request) && address.length() <= LONGEST && OF_OURS.matcher(address).matches()) {
            set(response, Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(StandardCharsets.UTF_8)), KEPT);
        }
    }

    @Override
    public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return wanted(request).map(SimpleSavedRequest::new).orElse(null);
    }

    /** Nothing but the address is kept: the browser sends the rest again by itself. */
    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        if (wanted(request).filter(addressOf(request)::equals).isPresent()) {
            removeRequest(request, response);
        }
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        set(response, "", Duration.ZERO);
    }

    private void set(HttpServletResponse response, String value, Duration kept) {
        response.addHeader(HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value).path("/").maxAge(kept).httpOnly(true).secure(secure).sameSite("Lax").build().toString());
    }

    private static Optional<String> wanted(HttpServletRequest request) {
        return request.getCookies() == null ? Optional.empty()
                : Arrays.stream(request.getCookies()).filter(cookie -> cookie.getName().equals(COOKIE)).findFirst().flatMap(cookie -> decoded(cookie.getValue()));
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8)).filter(OF_OURS.asMatchPredicate());
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Without the context path, which a redirect adds. */
    private static String addressOf(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    private static boolean isPage(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.matches(request.getMethod()) && (mode == null || mode.equals("navigate")) && request.getHeader("X-Requested-With") == null
                && (accepted == null || !accepted.contains(MediaType.APPLICATION_JSON_VALUE));
    }
}
