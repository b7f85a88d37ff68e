package fairway.correspondence;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import fairway.access.AccessLog;
import fairway.access.CurrentUser;
import fairway.access.SignInSettings;
import fairway.access.SignIns;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.TrustSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The door of everything under {@code /my/{token}}: the link alone opens nothing. It lets in whoever opened the page with a code from their staff
 * mailbox, and the colleague themselves where they are signed in to Fairway.
 */
@Component
class PersonalDoor implements HandlerInterceptor, WebMvcConfigurer {

    private static final String COOKIE = "FAIRWAY-PERSONAL";

    private final PersonalLinks links;
    private final SignInCodes codes;
    private final CurrentUser user;
    private final SignIns signIns;
    private final Staff staff;
    private final AccessLog log;
    private final boolean secureCookies;

    PersonalDoor(PersonalLinks links, SignInCodes codes, CurrentUser user, SignIns signIns, Staff staff, AccessLog log, SignInSettings settings, TrustSettings trust) {
        this.links = links;
        this.codes = codes;
        this.user = user;
        this.signIns = signIns;
        this.staff = staff;
        this.log = log;
        this.secureCookies = settings.cookiesAreSecure(trust.baseUrl());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/my/**");
    }

    /** @throws NotYourPage to whoever is not let in */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        keepItSecret(response);
        PersonalLink link = token(request).flatMap(links::find).orElseThrow(() -> new NotYourPage(NotYourPage.Why.unknown));
        if (links.isOver(link)) {
            throw new NotYourPage(NotYourPage.Why.over);
        }
        boolean letIn = isLetIn(link, request);
        if (!letIn && method.getBeanType() != SignInCodePages.class) {
            throw new NotYourPage(NotYourPage.Why.codeNeeded);
        }
        if (letIn) {
            keep(link, request);
        }
        request.setAttribute(PersonalLink.ATTRIBUTE, link);
        return true;
    }

    /** What the colleague reads and does there; by their number where they came with a code and not with a sign-in. */
    private void keep(PersonalLink link, HttpServletRequest request) {
        String who = user.userId().orElse("staff:" + link.staffNumber());
        String part = request.getServletPath().replaceFirst("^/my/[^/]+/?", "");
        String key = link.inTheLog() + (part.isEmpty() ? "" : " " + part);
        if ("GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod())) {
            log.read(AccessLog.Kind.PERSONAL_PAGE, key, who);
        } else {
            log.done("personal-page", key, who);
        }
    }

    /** The address is a secret: nothing keeps it, indexes it or passes it on. */
    private static void keepItSecret(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    private static Optional<String> token(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? Optional.ofNullable((String) variables.get("token")) : Optional.empty();
    }

    private boolean isLetIn(PersonalLink link, HttpServletRequest request) {
        Optional<String> signedIn = user.userId();
        if (signedIn.isEmpty()) {
            return secret(request).filter(secret -> codes.isOpen(link, secret)).isPresent();
        }
        if (staff.byUser(signedIn.get()).map(StaffMember::staffNumber).filter(number -> number.equals(link.staffNumber())).isEmpty()) {
            throw new NotYourPage(NotYourPage.Why.somebodyElse);
        }
        // a password that somebody else gave is nobody's own yet
        return !signIns.mustChangePassword(signedIn.get()) || secret(request).filter(secret -> codes.isOpen(link, secret)).isPresent();
    }

    private static Optional<String> secret(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream().flatMap(Arrays::stream).filter(cookie -> cookie.getName().equals(COOKIE)).map(Cookie::getValue)
                .findFirst();
    }

    /** This browser is known no longer. */
    void close(PersonalLink link, HttpServletRequest request, HttpServletResponse response) {
        secret(request).ifPresent(secret -> codes.close(link, secret));
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(link, "", request).maxAge(0).build().toString());
    }

    /** This browser is known from now on, at this link alone and until it is closed. */
    void open(PersonalLink link, String secret, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(link, secret, request).build().toString());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(PersonalLink link, String secret, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, secret).path(request.getContextPath() + "/my/" + link.token()).httpOnly(true).secure(secureCookies).sameSite("Lax");
    }
}
