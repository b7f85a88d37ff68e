package fairway.access;

import java.util.function.Supplier;

import fairway.trust.TrustSettings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The doors of Fairway's own pages and of {@code /api}. Nothing is open but the log-in page with its style sheet, the health probe and a
 * colleague's own page, whose own door asks for a code from the staff mailbox. The engine's doors are in {@code fairway.process.doors}.
 */
@Configuration
@EnableWebSecurity
@EnableMethodSecurity
class PageDoors {

    /** Nothing inline, nothing from elsewhere, no frame around us. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; form-action 'self'";

    private final ProblemAnswer problems;
    private final AccessLog log;
    private final SignInSettings settings;
    private final SessionFilters sessions;

    PageDoors(ProblemAnswer problems, AccessLog log, SignInSettings settings, SessionFilters sessions, Environment environment) {
        settings.check();
        ForwardedHeaders.check(environment);
        this.problems = problems;
        this.log = log;
        this.settings = settings;
        this.sessions = sessions;
    }

    @Bean
    @Order(30)
    SecurityFilterChain applicationDoor(HttpSecurity http, CookieCsrfTokenRepository tokens, PasswordFirst passwordFirst,
                                        @Qualifier("programsByPassword") PasswordDoor programs, ObjectProvider<OpenIdDoor> openId) throws Exception {
        http.securityMatcher(new Under("/api"))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll().anyRequest().authenticated())
                .authenticationManager(new ProviderManager(programs))
                .httpBasic(basic -> basic.authenticationEntryPoint(new BasicChallenge(problems)))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).csrfTokenRequestHandler(new ScriptCsrfTokens()).ignoringRequestMatchers(BasicChallenge::isBasic))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(new BasicChallenge(problems))
                        .accessDeniedHandler(new RefusedByProblem(problems, log)))
                .addFilterBefore(new SameSiteBasic(problems), BasicAuthenticationFilter.class)
                .addFilterAfter(passwordFirst, AuthorizationFilter.class);
        sessions.addTo(http);
        headers(http, openId);
        return http.build();
    }

    @Bean
    @Order(40)
    SecurityFilterChain pageDoor(HttpSecurity http, CookieCsrfTokenRepository tokens, PasswordFirst passwordFirst, SignIns signIns,
                                 @Qualifier("peopleByPassword") PasswordDoor people, ProviderLogOut elsewhere, ObjectProvider<OpenIdDoor> openId,
                                 WantedPage wanted) throws Exception {
        SignedInFirst signedIn = new SignedInFirst(log, signIns, sessions, wanted);
        http.authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
                        .requestMatchers(get("/login"), get("/login/start"), get("/assets/nhsuk/**"), get("/assets/fairway.css"), get("/assets/fairway.svg")).permitAll()
                        .requestMatchers(get("/actuator/health"), get("/actuator/health/liveness"), get("/actuator/health/readiness")).permitAll()
                        .requestMatchers(new Under("/my")).permitAll()
                        .requestMatchers(this::isBackChannel).permitAll()
                        .requestMatchers(new Under("/actuator")).denyAll()
                        .anyRequest().authenticated())
                .logout(logout -> logout.logoutUrl("/logout").deleteCookies("JSESSIONID")
                        .addLogoutHandler((request, response, user) -> signedOut(user)).addLogoutHandler(elsewhere)
                        .logoutSuccessHandler((request, response, user) -> response.sendRedirect(elsewhere.next(request))))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).csrfTokenRequestHandler(new ScriptCsrfTokens()).ignoringRequestMatchers(this::isBackChannel))
                .requestCache(cache -> cache.requestCache(wanted))
                .exceptionHandling(refused -> refused.accessDeniedHandler(new RefusedByPage(log)))
                .addFilterAfter(passwordFirst, AuthorizationFilter.class);
        if (settings.way() == SignInSettings.Way.OPENID) {
            openId.getObject().open(http, signedIn);
        } else {
            http.authenticationManager(new ProviderManager(people))
                    .formLogin(form -> form.loginPage("/login").successHandler(signedIn).failureHandler(new SignInFailed()));
        }
        sessions.addTo(http);
        headers(http, openId);
        return http.build();
    }

    /** The provider's own way in: what it brings is signed by it. */
    private boolean isBackChannel(HttpServletRequest request) {
        return settings.way() == SignInSettings.Way.OPENID && "POST".equals(request.getMethod()) && Under.pathOf(request).equals(BackChannelLogOut.ADDRESS);
    }

    private static RequestMatcher get(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, pattern);
    }

    private void signedOut(Authentication signedIn) {
        if (signedIn != null) {
            log.done("sign-out", "user:" + signedIn.getName(), signedIn.getName());
        }
    }

    private static void headers(HttpSecurity http, ObjectProvider<OpenIdDoor> openId) throws Exception {
        Supplier<String> content = openId.stream().findFirst().<Supplier<String>>map(door -> () -> CONTENT_SECURITY_POLICY + door.formTargets())
                .orElse(() -> CONTENT_SECURITY_POLICY);
        http.headers(headers -> headers
                .addHeaderWriter((request, response) -> response.setHeader("Content-Security-Policy", content.get()))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()")));
    }

    @Bean
    HttpFirewall plainAddressesOnly() {
        return new PlainAddresses();
    }

    @Bean
    FilterRegistrationBean<PlainAddressesFirst> plainAddressesFirst(HttpFirewall firewall) {
        var registration = new FilterRegistrationBean<>(new PlainAddressesFirst(firewall, problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RedirectsStayHere> redirectsStayHere() {
        var registration = new FilterRegistrationBean<>(new RedirectsStayHere());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

    @Bean
    FilterRegistrationBean<SmallBodies> smallBodies() {
        var registration = new FilterRegistrationBean<>(new SmallBodies(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestsInTime() {
        return server -> server.setProtocol(RequestsInTime.class.getName());
    }

    @Bean
    RequestRejectedHandler badAddress() {
        return new HttpStatusRequestRejectedHandler(400);
    }

    /** Our CSRF token has a cookie of its own: Camunda's web applications use {@code XSRF-TOKEN}, and scripts on their pages need both. */
    @Bean
    CookieCsrfTokenRepository csrfTokens(SignInSettings settings, TrustSettings trust) {
        boolean secure = settings.cookiesAreSecure(trust.baseUrl());
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName("FAIRWAY-XSRF-TOKEN");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.secure(secure).sameSite("Lax"));
        return tokens;
    }

    @Bean
    ServletContextInitializer sessionCookie(SignInSettings settings, TrustSettings trust) {
        return context -> context.getSessionCookieConfig().setSecure(settings.cookiesAreSecure(trust.baseUrl()));
    }

    @Bean
    PasswordFirst passwordFirst(SignIns signIns) {
        return new PasswordFirst(signIns, settings, problems);
    }

    /** Filters of ours belong to the chains alone, not to the server at large. */
    @Bean
    FilterRegistrationBean<PasswordFirst> passwordFirstInChainsOnly(PasswordFirst filter) {
        return inChainsOnly(filter);
    }

    private static <F extends Filter> FilterRegistrationBean<F> inChainsOnly(F filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
