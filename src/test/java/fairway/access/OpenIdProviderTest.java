package fairway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** What is believed of an OpenID provider, and what becomes of a session when it answers in one way or another. */
class OpenIdProviderTest {

    private static final String CLIENT = "fairway";

    private static HttpServer server;
    private static RSAKey key;
    private static RSAKey anotherKey;
    private static String issuer;

    private static final Map<String, Object> ANSWERS = new HashMap<>();
    private static final Map<String, Integer> STATUSES = new HashMap<>();

    private final List<ProvidedPerson> provided = new ArrayList<>();
    private final EndedSessions ended = mock(EndedSessions.class);
    private SignInSettings settings;
    private OpenIdProvider provider;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("1").generate();
        anotherKey = new RSAKeyGenerator(2048).keyID("1").generate();
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
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
        ANSWERS.clear();
        ANSWERS.put("/trust/.well-known/openid-configuration", new LinkedHashMap<>(Map.of("issuer", issuer, "authorization_endpoint", issuer + "/auth", "token_endpoint", issuer + "/token",
                "userinfo_endpoint", issuer + "/userinfo", "jwks_uri", issuer + "/keys", "end_session_endpoint", "https://out.trust.example/logout", "subject_types_supported", List.of("public"))));
        ANSWERS.put("/trust/keys", new JWKSet(key.toPublicJWK()).toJSONObject());
        ANSWERS.put("/trust/userinfo", Map.of("sub", "nia", "preferred_username", "teamleader", "groups", List.of("line-managers", "canteen")));
        settings = SignInSettingsTest.settings(Map.of("openid.issuer", issuer, "openid.client", CLIENT, "openid.secret", "a secret", "groups.manager", "line-managers", "groups.hr", "hr",
                "groups.operations", "it", "groups.administrator", "admins"));
        provider = new OpenIdProvider(settings, trust());
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

    private void answer(int status, Map<String, Object> body) {
        STATUSES.put("/trust/token", status);
        ANSWERS.put("/trust/token", body);
    }

    private OpenIdRenewal renewal() {
        Provisioning provisioning = mock(Provisioning.class);
        when(provisioning.provide(any())).thenAnswer(call -> {
            ProvidedPerson person = call.getArgument(0);
            provided.add(person);
            return new Identity(person.userName(), person.userName(), Set.of("manager"));
        });
        return new OpenIdRenewal(provider, new OpenIdPeople(provider, settings, provisioning), ended);
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
