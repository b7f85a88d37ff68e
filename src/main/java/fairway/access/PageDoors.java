package fairway.access;


import fairway.trust.TrustSettings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
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
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    private final ProblemAnswer problems;
    private final AccessLog log;

    PageDoors(ProblemAnswer problems, AccessLog log) {
        this.problems = problems;
        this.log = log;
    }

    @Bean
    @Order(30)
    SecurityFilterChain applicationDoor(HttpSecurity http, CookieCsrfTokenRepository tokens, RolesNow roles, PasswordFirst passwordFirst) throws Exception {
        http.securityMatcher(new Under("/api"))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll().anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(new BasicChallenge(problems)))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).csrfTokenRequestHandler(new ScriptCsrfTokens()).ignoringRequestMatchers(BasicChallenge::isBasic))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(new BasicChallenge(problems))
                        .accessDeniedHandler(new RefusedByProblem(problems, log)))
                .addFilterBefore(new SameSiteBasic(problems), BasicAuthenticationFilter.class)
                .addFilterAfter(roles, SecurityContextHolderFilter.class)
                .addFilterAfter(passwordFirst, AuthorizationFilter.class);
        headers(http);
        return http.build();
    }

    @Bean
    @Order(40)
    SecurityFilterChain pageDoor(HttpSecurity http, CookieCsrfTokenRepository tokens, RolesNow roles, PasswordFirst passwordFirst,
                                 SignIns signIns) throws Exception {
        http.authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
                        .requestMatchers(get("/login"), get("/assets/nhsuk/**"), get("/assets/fairway.css"), get("/assets/fairway.svg")).permitAll()
                        .requestMatchers(get("/actuator/health"), get("/actuator/health/liveness"), get("/actuator/health/readiness")).permitAll()
                        .requestMatchers(new Under("/my")).permitAll()
                        .requestMatchers(new Under("/actuator")).denyAll()
                        .anyRequest().authenticated())
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(new SignedInFirst(log, signIns))
                        .failureHandler((request, response, failure) -> response.sendRedirect(request.getContextPath()
                                + (failure instanceof NotOnStaffList ? "/login?error=staffList" : "/login?error=password"))))
                .logout(logout -> logout.logoutUrl("/logout").logoutSuccessUrl("/login?out").deleteCookies("JSESSIONID")
                        .addLogoutHandler((request, response, signedIn) -> signedOut(signedIn)))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).csrfTokenRequestHandler(new ScriptCsrfTokens()))
                .exceptionHandling(refused -> refused.accessDeniedHandler(new RefusedByPage(log)))
                .addFilterAfter(roles, SecurityContextHolderFilter.class)
                .addFilterAfter(passwordFirst, AuthorizationFilter.class);
        headers(http);
        return http.build();
    }

    private static RequestMatcher get(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, pattern);
    }

    private void signedOut(Authentication signedIn) {
        if (signedIn != null) {
            log.done("sign-out", "user:" + signedIn.getName(), signedIn.getName());
        }
    }

    private static void headers(HttpSecurity http) throws Exception {
        http.headers(headers -> headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
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
    FilterRegistrationBean<SmallBodies> smallBodies() {
        var registration = new FilterRegistrationBean<>(new SmallBodies(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return registration;
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
    RolesNow rolesNow(Identities identities, SignIns signIns) {
        return new RolesNow(identities, signIns);
    }

    @Bean
    PasswordFirst passwordFirst(SignIns signIns) {
        return new PasswordFirst(signIns, problems);
    }

    /** Filters of ours belong to the chains alone, not to the server at large. */
    @Bean
    FilterRegistrationBean<RolesNow> rolesNowInChainsOnly(RolesNow filter) {
        return inChainsOnly(filter);
    }

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
