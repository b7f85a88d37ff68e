package fairway.process.doors;

import fairway.access.AccessLog;
import fairway.access.BasicChallenge;
import fairway.access.PasswordDoor;
import fairway.access.PasswordFirst;
import fairway.access.ProblemAnswer;
import fairway.access.ProviderLogOut;
import fairway.access.RefusedByProblem;
import fairway.access.SameSiteBasic;
import fairway.access.SessionFilters;
import fairway.access.SignInSettings;
import fairway.access.Under;
import fairway.access.WantedPage;
import fairway.trust.TrustSettings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The engine's two doors. {@code /engine-rest} takes HTTP Basic, every request by itself; {@code /camunda}, the web applications with their
 * own way to the REST API, the session of Fairway's log-in page. Behind both stands the same list of what is open to whom.
 */
@Configuration
class EngineDoors {

    private final ProblemAnswer problems;
    private final AccessLog log;
    private final AllowList allowed;
    private final IdentityService identity;
    private final CaseOfCall cases;

    EngineDoors(ProblemAnswer problems, AccessLog log, AllowList allowed, IdentityService identity, CaseOfCall cases) {
        this.problems = problems;
        this.log = log;
        this.allowed = allowed;
        this.identity = identity;
        this.cases = cases;
    }

    @Bean
    @Order(10)
    SecurityFilterChain restDoor(HttpSecurity http, PasswordFirst passwordFirst, @Qualifier("programsByPassword") PasswordDoor programs) throws Exception {
        BasicChallenge challenge = new BasicChallenge(problems);
        http.securityMatcher(new Under("/engine-rest"))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll().anyRequest().authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authenticationManager(new ProviderManager(programs))
                .httpBasic(basic -> basic.authenticationEntryPoint(challenge))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(challenge).accessDeniedHandler(new RefusedByProblem(problems, log)))
                .addFilterBefore(new SameSiteBasic(problems), BasicAuthenticationFilter.class)
                .addFilterAfter(passwordFirst, AuthorizationFilter.class)
                .addFilterAfter(new AllowedOnly(allowed, problems, log, cases), PasswordFirst.class)
                .addFilterAfter(new EngineUser(identity), AllowedOnly.class);
        return http.build();
    }

    @Bean
    @Order(20)
    SecurityFilterChain webappDoor(HttpSecurity http, SessionFilters sessions, PasswordFirst passwordFirst, CookieCsrfTokenRepository tokens,
                                   ProviderLogOut elsewhere, WantedPage wanted) throws Exception {
        http.securityMatcher(new Under("/camunda"))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll().anyRequest().authenticated())
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.frameOptions(frame -> frame.deny()).cacheControl(cache -> cache.disable())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .logout(logout -> logout.logoutRequestMatcher(logOutOfWebapp()).deleteCookies("JSESSIONID")
                        .addLogoutHandler((request, response, user) -> signedOut(user)).addLogoutHandler(elsewhere)
                        .logoutSuccessHandler((request, response, user) -> {
                            elsewhere.laterByLogInPage(request);
                            response.setStatus(HttpStatus.NO_CONTENT.value());
                        }))
                .requestCache(cache -> cache.requestCache(wanted))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(new BasicChallenge(problems), EngineDoors::isApi)
                        .defaultAuthenticationEntryPointFor(logInPage(), request -> !isApi(request))
                        .accessDeniedHandler(new RefusedByProblem(problems, log)))
                .addFilterAfter(passwordFirst, AuthorizationFilter.class)
                .addFilterAfter(new AllowedOnly(allowed, problems, log, cases), PasswordFirst.class)
                .addFilterAfter(new WebappUser(tokens), AllowedOnly.class);
        sessions.addTo(http);
        return http.build();
    }

    /** Camunda's own cookie follows the same settings as ours. */
    @Autowired
    void cookiesOfWebapps(CamundaBpmProperties properties, SignInSettings signIn, TrustSettings trust) {
        boolean secure = signIn.cookiesAreSecure(trust.baseUrl());
        properties.getWebapp().getCsrf().setEnableSecureCookie(secure);
        properties.getWebapp().getCsrf().setEnableSameSiteCookie(true);
        properties.getWebapp().getCsrf().setSameSiteCookieOption("LAX");
        properties.getWebapp().getSessionCookie().setEnableSecureCookie(secure);
        properties.getWebapp().getAuth().getCache().setTtlEnabled(false);
    }

    private static AuthenticationEntryPoint logInPage() {
        return new LoginUrlAuthenticationEntryPoint("/login");
    }

    private static boolean isApi(HttpServletRequest request) {
        return new Under("/camunda/api").matches(request);
    }

    /** With the header that other sites' pages cannot send. */
    private static RequestMatcher logOutOfWebapp() {
        return request -> "POST".equals(request.getMethod()) && request.getHeader("X-XSRF-TOKEN") != null
                && Under.pathOf(request).matches("/camunda/api/admin/auth/user/[^/]+/logout");
    }

    private void signedOut(Authentication user) {
        if (user != null) {
            log.done("sign-out", "user:" + user.getName(), user.getName());
        }
    }
}
