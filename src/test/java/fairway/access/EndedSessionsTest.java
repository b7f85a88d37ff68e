package fairway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Map;

import fairway.support.FairwayTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.Jwt;

/** Which sign-ins are over when the provider says that it has logged somebody out. */
@FairwayTest
class EndedSessionsTest {

    private static final String ISSUER = "https://id.trust.example";

    @Autowired
    EndedSessions ended;
    @Autowired
    AccessLog log;
    @Autowired
    ServerTime time;

    @Test
    void aSignInWithoutANameOfItsSessionEndsWithAnyOfThePersons() {
        Instant began = time.now();
        logOut(Map.of("sid", "s1", "sub", "nia"));
        assertThat(ended.isEnded(ISSUER, "s1", "nia", began)).isTrue();
        assertThat(ended.isEnded(ISSUER, "s2", "nia", began)).as("another session of hers").isFalse();
        assertThat(ended.isEnded(ISSUER, null, "nia", began)).as("nobody knows which").isTrue();
        assertThat(ended.isEnded(ISSUER, null, "nia", time.now().plusSeconds(1))).as("begun afterwards").isFalse();
        assertThat(ended.isEnded(ISSUER, null, "hanna", began)).isFalse();
        assertThat(ended.isEnded("https://another.example", null, "nia", began)).isFalse();
    }

    @Test
    void withoutANameAllOfThePersonsEndAndWithoutThePersonTheOneThatIsNamed() {
        Instant began = time.now();
        logOut(Map.of("sub", "nia"));
        assertThat(ended.isEnded(ISSUER, "s1", "nia", began)).isTrue();
        assertThat(ended.isEnded(ISSUER, null, "nia", began)).isTrue();
        logOut(Map.of("sid", "s9"));
        assertThat(ended.isEnded(ISSUER, "s9", "hanna", began)).isTrue();
        assertThat(ended.isEnded(ISSUER, null, "hanna", began)).isFalse();
    }

    private void logOut(Map<String, Object> claims) {
        OpenIdProvider provider = mock(OpenIdProvider.class);
        when(provider.issuer()).thenReturn(ISSUER);
        when(provider.logOutTokens()).thenReturn(token -> new Jwt(token, null, null, Map.of("alg", "RS256"), claims));
        assertThat(new BackChannelLogOut(provider, ended, log).loggedOut("a token").getStatusCode().value()).isEqualTo(200);
    }
}
