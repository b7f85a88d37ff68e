package fairway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import fairway.trust.TrustSettings;
import jakarta.servlet.Filter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/** What is believed of an OpenID provider, and what becomes of a session when it answers in one way or another. */
class OpenIdProviderTest {

    private static final String CLIENT = "fairway";

    private static HttpServer server;
    private static RSAKey key;
    private static RSAKey anotherKey;
    private static String issuer;

    private static final Map<String, Object> ANSWERS = new HashMap<>();
    private static final Map<String, Integer> STATUSES = new HashMap<>();
    private static final List<String> ASKED = Collections.synchronizedList(new ArrayList<>());
    private static volatile CountDownLatch mayAnswer = new CountDownLatch(0);

    private final List<ProvidedPerson> provided = new ArrayList<>();
    private final EndedSessions ended = mock(EndedSessions.class);
    private SignInSettings settings;
    private OpenIdProvider provider;
    private Instant now = Instant.parse("2026-10-05T09:00:00Z");

    @BeforeAll
    static void start() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("1").generate();
        anotherKey = new RSAKeyGenerator(2048).keyID("1").generate();
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            ASKED.add(exchange.getRequestURI().getPath());
            awaitPermission();
            byte[] body = new ObjectMapper().writeValueAsBytes(ANSWERS.get(exchange.getRequestURI().getPath()));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(STATUSES.getOrDefault(exchange.getRequestURI().getPath(), 200), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/trust";
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @BeforeEach
    void asItUsuallyAnswers() {
        STATUSES.clear();
        ASKED.clear();
        mayAnswer = new CountDownLatch(0);
        ANSWERS.clear();
        ANSWERS.put("/trust/.well-known/openid-configuration", new LinkedHashMap<>(Map.of("issuer", issuer, "authorization_endpoint", issuer + "/auth", "token_endpoint", issuer + "/token",
                "userinfo_endpoint", issuer + "/userinfo", "jwks_uri", issuer + "/keys", "end_session_endpoint", "https://out.trust.example/logout", "subject_types_supported", List.of("public"))));
        ANSWERS.put("/trust/keys", new JWKSet(key.toPublicJWK()).toJSONObject());
        ANSWERS.put("/trust/userinfo", Map.of("sub", "nia", "preferred_username", "teamleader", "groups", List.of("line-managers", "canteen")));
        settings = SignInSettingsTest.settings(Map.of("openid.issuer", issuer, "openid.client", CLIENT, "openid.secret", "a secret", "groups.manager", "line-managers", "groups.hr", "hr",
                "groups.operations", "it", "groups.administrator", "admins"));
        provider = new OpenIdProvider(settings, trust(), () -> now);
    }

    @Test
    void itIsAskedWhenSomebodySignsInAndHasToBeTheOneThatIsSet() {
        ClientRegistration registration = provider.ask();
        assertThat(registration.getRedirectUri()).isEqualTo("https://fairway.trust.example/login/oauth2/code/trust");
        assertThat(provider.origins()).containsExactlyInAnyOrder(issuer.replace("/trust", ""), "https://out.trust.example");
        assertThat(provider.endSession("a.b.c")).isEqualTo("https://out.trust.example/logout?id_token_hint=a.b.c&client_id=fairway"
                + "&post_logout_redirect_uri=https%3A%2F%2Ffairway.trust.example%2Flogin%3Fout");
        described().put("issuer", "https://somebody.else.example");
        assertThatThrownBy(provider::ask).isInstanceOf(ProviderDown.class).hasMessageContaining("says that it is https://somebody.else.example");
        STATUSES.put("/trust/.well-known/openid-configuration", 503);
        assertThatThrownBy(provider::ask).isInstanceOf(ProviderDown.class).hasMessageContaining("does not answer");
        assertThat(provider.findByRegistrationId("trust")).as("what it said before stays known").isNotNull();
        assertThat(provider.findByRegistrationId("another")).isNull();
    }

    /** Whoever sets out to sign in needs no sign-in for that. */
    @Test
    void aGoodAnswerHoldsForHalfAMinute() {
        provider.mustBeThere();
        provider.mustBeThere();
        assertThat(ASKED).hasSize(1);
        now = now.plusSeconds(30);
        provider.mustBeThere();
        assertThat(ASKED).hasSize(2);
        STATUSES.put("/trust/.well-known/openid-configuration", 503);
        provider.mustBeThere();
        provider.isDown();
        assertThatThrownBy(provider::mustBeThere).isInstanceOf(ProviderDown.class);
        assertThatThrownBy(provider::mustBeThere).as("a bad one does not").isInstanceOf(ProviderDown.class);
        assertThat(ASKED).hasSize(4);
    }

    @Test
    void whileOneAsksTheOthersWaitForTheSameAnswer() throws Exception {
        mayAnswer = new CountDownLatch(1);
        List<Thread> people = Stream.generate(() -> new Thread(provider::mustBeThere)).limit(5).toList();
        people.forEach(Thread::start);
        await().until(() -> people.stream().allMatch(person -> Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING).contains(person.getState())));
        mayAnswer.countDown();
        for (Thread person : people) {
            person.join();
        }
        assertThat(ASKED).hasSize(1);
    }

    /** By the address of the sign-in itself, past the page that asks first. */
    @Test
    void whereASignInCannotBeginTheLogInPageSaysWhy() throws Exception {
        assertThat(redirected("/oauth2/authorization/another")).isEqualTo("/login");
        STATUSES.put("/trust/.well-known/openid-configuration", 503);
        assertThat(redirected("/oauth2/authorization/trust")).isEqualTo("/login?error=provider");
        STATUSES.clear();
        assertThat(redirected("/oauth2/authorization/trust")).startsWith(issuer + "/auth?response_type=code");
    }

    private String redirected(String path) throws Exception {
        try (AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext()) {
            context.setServletContext(new MockServletContext());
            context.register(OnlyThisDoor.class);
            context.addBeanFactoryPostProcessor(beans -> beans.registerSingleton("door", new OpenIdDoor(provider, people(), new OpenIdTokens(settings, () -> now))));
            context.refresh();
            MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
            request.setServletPath(path);
            MockHttpServletResponse response = new MockHttpServletResponse();
            context.getBean("springSecurityFilterChain", Filter.class).doFilter(request, response, new MockFilterChain());
            return response.getStatus() == 302 ? response.getRedirectedUrl() : String.valueOf(response.getStatus());
        }
    }

    @EnableWebSecurity
    @Configuration(proxyBeanMethods = false)
    static class OnlyThisDoor {

        @Bean
        SecurityFilterChain chain(HttpSecurity http, OpenIdDoor door) throws Exception {
            door.open(http, mock(SignedInFirst.class));
            return http.build();
        }
    }

    @Test
    void aClockMayDifferByAMinute() throws JOSEException {
        JwtDecoder tokens = provider.createDecoder(provider.ask());
        assertThatCode(() -> tokens.decode(idToken(Duration.ofSeconds(-50), CLIENT, key))).doesNotThrowAnyException();
        String over = idToken(Duration.ofSeconds(-70), CLIENT, key);
        assertThatThrownBy(() -> tokens.decode(over)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void onlyWhatItSignedForUsIsBelieved() throws JOSEException {
        JwtDecoder tokens = provider.createDecoder(provider.ask());
        String forAnother = idToken(Duration.ofMinutes(5), "another", key);
        String byAnother = idToken(Duration.ofMinutes(5), CLIENT, anotherKey);
        String unsigned = new PlainJWT(claims(Duration.ofMinutes(5), CLIENT).build()).serialize();
        for (String token : List.of(forAnother, byAnother, unsigned, "", "made-up")) {
            assertThatThrownBy(() -> tokens.decode(token)).isInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void aTokenThatLogsOutSaysSo() throws JOSEException {
        provider.ask();
        JwtDecoder tokens = provider.logOutTokens();
        Map<String, Object> event = Map.of(LogOutTokenRule.EVENT, Map.of());
        for (String type : new String[]{"JWT", "logout+jwt"}) {
            assertThat(tokens.decode(signed(claims(Duration.ofMinutes(2), CLIENT).claim("sid", "s").claim("events", event), key, type)).getClaimAsString("sid")).isEqualTo("s");
        }
        List<String> others = List.of(
                idToken(Duration.ofMinutes(2), CLIENT, key),
                signed(claims(Duration.ofMinutes(2), CLIENT).claim("events", event).claim("nonce", "n"), key, "JWT"),
                signed(claims(Duration.ofMinutes(2), "another").claim("events", event), key, "JWT"),
                signed(claims(Duration.ofMinutes(2), CLIENT).claim("events", event).issuer("https://somebody.else.example"), key, "JWT"),
                signed(claims(Duration.ofMinutes(2), CLIENT).claim("events", event).subject(null), key, "JWT"),
                signed(claims(Duration.ofMinutes(2), CLIENT).claim("events", Map.of("another", Map.of())), key, "JWT"),
                signed(claims(Duration.ofMinutes(-2), CLIENT).claim("events", event), key, "JWT"),
                signed(claims(Duration.ofMinutes(2), CLIENT).claim("events", event), anotherKey, "JWT"));
        for (String other : others) {
            assertThatThrownBy(() -> tokens.decode(other)).isInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void rolesAreTakenAnewFromWhatItSaysNow() throws JOSEException {
        ANSWERS.put("/trust/token", Map.of("access_token", "a2", "token_type", "Bearer", "expires_in", 300, "refresh_token", "r2", "id_token", idToken(Duration.ofMinutes(5), CLIENT, key)));
        KeptSignIn.Proof next = renewal().renew("teamleader", proof());
        assertThat(next).isInstanceOfSatisfying(OpenIdProof.class, proof -> {
            assertThat(proof.refreshToken()).as("each is good for one use").isEqualTo("r2");
            assertThat(proof.holdsUntil()).isAfter(Instant.now());
        });
        assertThat(provided).extracting(ProvidedPerson::groups).containsExactly(Set.of("line-managers", "canteen"));

        provided.clear();
        ANSWERS.put("/trust/token", Map.of("access_token", "a3", "token_type", "Bearer", "expires_in", 300));
        ANSWERS.put("/trust/userinfo", Map.of("sub", "nia", "preferred_username", "teamleader"));
        assertThat(((OpenIdProof) renewal().renew("teamleader", proof())).refreshToken()).isEqualTo("r1");
        assertThat(provided).extracting(ProvidedPerson::groups).as("what the ID token of before said is over").containsExactly(Set.of());
    }

    @Test
    void whatItRefusesEndsTheSessionAndNoAnswerDoesNot() throws JOSEException {
        answer(400, Map.of("error", "invalid_grant"));
        assertThatThrownBy(() -> renewal().renew("teamleader", proof())).isInstanceOf(Renewal.SignInEnded.class).hasMessageContaining("invalid_grant");
        answer(401, Map.of("error", "unauthorized"));
        assertThatThrownBy(() -> renewal().renew("teamleader", proof())).isInstanceOf(Renewal.SignInEnded.class);
        for (int status : new int[]{500, 503}) {
            answer(status, Map.of());
            assertThatThrownBy(() -> renewal().renew("teamleader", proof())).as("%d", status).isInstanceOf(ProviderDown.class);
        }
        answer(400, Map.of("error", "temporarily_unavailable"));
        assertThatThrownBy(() -> renewal().renew("teamleader", proof())).isInstanceOf(ProviderDown.class);
        answer(200, Map.of("access_token", "a2", "token_type", "Bearer", "expires_in", 300, "id_token", idToken(Duration.ofMinutes(5), CLIENT, anotherKey)));
        assertThatThrownBy(() -> renewal().renew("teamleader", proof())).isInstanceOf(Renewal.SignInEnded.class).hasMessageContaining("not signed as it should be");
        assertThatThrownBy(() -> renewal().renew("teamleader", new OpenIdProof("t", "nia", null, null, Instant.now()))).isInstanceOf(Renewal.SignInEnded.class)
                .hasMessageContaining("offline_access");
        answer(200, Map.of("access_token", "a2", "token_type", "Bearer", "expires_in", 300, "id_token", idToken(Duration.ofMinutes(5), CLIENT, key)));
        assertThatThrownBy(() -> renewal().renew("somebody", proof())).isInstanceOf(Renewal.SignInEnded.class).hasMessageContaining("calls them teamleader now");
        assertThatThrownBy(() -> renewal().renew("teamleader", new OpenIdProof("t", "another", null, "r1", Instant.now()))).isInstanceOf(Renewal.SignInEnded.class)
                .hasMessageContaining("for another person");
    }

    /** It answers, and about somebody else: that is no reason to go on. */
    @Test
    void whatItSaysOfAnotherPersonEndsTheSession() {
        answer(200, Map.of("access_token", "a2", "token_type", "Bearer", "expires_in", 300));
        ANSWERS.put("/trust/userinfo", Map.of("sub", "another", "preferred_username", "teamleader"));
        assertThatThrownBy(() -> renewal().renew("teamleader", proof())).isInstanceOf(Renewal.SignInEnded.class).hasMessageContaining("invalid_user_info_response");
        STATUSES.put("/trust/userinfo", 503);
        assertThatThrownBy(() -> renewal().renew("teamleader", proof())).isInstanceOf(ProviderDown.class);
    }

    /** The refresh token of before is spent by then: a provider may take it for stolen when it comes again. */
    @Test
    void whatItGaveIsKeptWhenItDoesNotAnswerTheNextQuestion() {
        answer(200, Map.of("access_token", "a2", "token_type", "Bearer", "expires_in", 300, "refresh_token", "r2"));
        for (int status : new int[]{503, 429}) {
            STATUSES.put("/trust/userinfo", status);
            assertThatThrownBy(() -> renewal().renew("teamleader", proof())).as("%d", status)
                    .isInstanceOfSatisfying(ProviderDown.class, down -> assertThat(((OpenIdProof) down.proof().orElseThrow()).refreshToken()).isEqualTo("r2"));
        }
        answer(503, Map.of());
        assertThatThrownBy(() -> renewal().renew("teamleader", proof())).isInstanceOfSatisfying(ProviderDown.class, down -> assertThat(down.proof()).isEmpty());
    }

    @Test
    void thatThereAreTooManyQuestionsIsNoRefusal() {
        for (int status : new int[]{429, 408}) {
            answer(status, Map.of());
            assertThatThrownBy(() -> renewal().renew("teamleader", proof())).as("%d", status).isInstanceOf(ProviderDown.class);
        }
    }

    private void answer(int status, Map<String, Object> body) {
        STATUSES.put("/trust/token", status);
        ANSWERS.put("/trust/token", body);
    }

    private OpenIdRenewal renewal() {
        return new OpenIdRenewal(provider, people(), ended);
    }

    private OpenIdPeople people() {
        Provisioning provisioning = mock(Provisioning.class);
        when(provisioning.provide(any())).thenAnswer(call -> {
            ProvidedPerson person = call.getArgument(0);
            provided.add(person);
            return new Identity(person.userName(), person.userName(), Set.of("manager"));
        });
        return new OpenIdPeople(provider, settings, provisioning);
    }

    private static void awaitPermission() {
        try {
            mayAnswer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static OpenIdProof proof() {
        return new OpenIdProof("before", "nia", "s", "r1", Instant.now().minusSeconds(1));
    }

    private static String idToken(Duration left, String client, RSAKey by) throws JOSEException {
        return signed(claims(left, client), by, "JWT");
    }

    private static JWTClaimsSet.Builder claims(Duration left, String client) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder().issuer(issuer).subject("nia").audience(client).claim("preferred_username", "teamleader").issueTime(Date.from(now.minus(Duration.ofMinutes(10))))
                .expirationTime(Date.from(now.plus(left)));
    }

    private static String signed(JWTClaimsSet.Builder claims, RSAKey by, String type) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").type(new JOSEObjectType(type)).build(), claims.build());
        token.sign(new RSASSASigner(by));
        return token.serialize();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> described() {
        return (Map<String, Object>) ANSWERS.get("/trust/.well-known/openid-configuration");
    }

    private static TrustSettings trust() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of("fairway.trust.base-url", "https://fairway.trust.example/")));
        return Binder.get(environment).bindOrCreate("fairway.trust", TrustSettings.class);
    }
}
