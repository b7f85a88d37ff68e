package fairway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** When a session ends: nobody does anything in it, it is old, the provider refuses it, or does not answer for too long. */
class SessionsTest {

    private static final Instant START = Instant.parse("2026-10-05T09:00:00Z");

    private final SignInSettings settings = SignInSettingsTest.settings(Map.of("idle", "30m", "longest", "10h", "renew-every", "5m", "grace", "1h"));
    private final List<String> logged = new ArrayList<>();
    private final MockHttpSession session = new MockHttpSession();
    private final Asked provider = new Asked();
    private Instant now = START;

    private final AccessLog log = new AccessLog() {
        @Override
        public void read(Kind kind, String key, String userId) {
            throw new AssertionError("nothing is read");
        }

        @Override
        public void refused(String what, String key, String userId) {
            throw new AssertionError("nothing is refused");
        }

        @Override
        public void signedInByBasic(String userId) {
            throw new AssertionError("no program signs in");
        }

        @Override
        public void done(String what, String key, String userId) {
            logged.add(what + " " + userId);
        }
    };

    /** The provider, as it answers next. */
    private static final class Asked implements Renewal {

        private int times;
        private boolean ended;
        private Runnable meanwhile = () -> { };
        private Supplier<KeptSignIn.Proof> answer = () -> until(null);

        @Override
        public KeptSignIn.Proof renew(String userId, KeptSignIn.Proof proof) {
            times++;
            return answer.get();
        }

        @Override
        public boolean isEndedElsewhere(KeptSignIn kept) {
            meanwhile.run();
            return ended;
        }
    }

    /** A request that holds the session, whatever becomes of it. */
    private final class Holding extends MockHttpServletRequest {

        private Holding(String path) {
            super("GET", path);
        }

        @Override
        public HttpSession getSession(boolean create) {
            return session;
        }
    }

    private record Said(Instant holdsUntil) implements KeptSignIn.Proof {
    }

    private static KeptSignIn.Proof until(Instant end) {
        return new Said(end);
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void nobodyDoesAnythingForHalfAnHour() throws Exception {
        begin();
        after(Duration.ofMinutes(29));
        assertThat(isSignedIn("/cases")).isTrue();
        after(Duration.ofMinutes(29));
        assertThat(isSignedIn("/cases")).as("counted from what they did last").isTrue();
        after(Duration.ofMinutes(30));
        assertThat(isSignedIn("/cases")).isFalse();
        assertThat(session.isInvalid()).isTrue();
        assertThat(logged).containsExactly("session-over manager");
    }

    @Test
    void whatTasklistAsksForByItselfIsNotSomebodyDoingSomething() throws Exception {
        begin();
        for (int i = 0; i < 29; i++) {
            after(Duration.ofMinutes(1));
            assertThat(isSignedIn("/camunda/api/engine/engine/default/filter/4711/list")).isTrue();
            assertThat(isSignedIn("/camunda/api/engine/engine/default/filter")).isTrue();
        }
        after(Duration.ofMinutes(1));
        assertThat(isSignedIn("/camunda/api/engine/engine/default/filter/4711/list")).isFalse();
    }

    @Test
    void aSessionEndsSomeTimeWhateverIsDoneInIt() throws Exception {
        begin();
        for (int i = 0; i < 59; i++) {
            after(Duration.ofMinutes(10));
            assertThat(isSignedIn("/cases")).isTrue();
        }
        after(Duration.ofMinutes(10));
        assertThat(isSignedIn("/cases")).isFalse();
    }

    @Test
    void whoeverIsNotSignedInHasNoLimits() throws Exception {
        after(Duration.ofDays(2));
        assertThat(isSignedIn("/login")).isTrue();
        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void rolesAreTakenAnewEveryFewMinutesAndWhenWhatWasSaidHoldsNoLonger() throws Exception {
        keep(until(null));
        after(Duration.ofMinutes(4));
        assertThat(isStillIn()).isTrue();
        assertThat(provider.times).isZero();
        provider.answer = () -> until(now.plus(Duration.ofMinutes(2)));
        after(Duration.ofMinutes(1));
        assertThat(isStillIn()).isTrue();
        assertThat(provider.times).isEqualTo(1);
        after(Duration.ofMinutes(1));
        assertThat(isStillIn()).isTrue();
        assertThat(provider.times).isEqualTo(1);
        after(Duration.ofMinutes(1));
        assertThat(isStillIn()).isTrue();
        assertThat(provider.times).as("the access token was over").isEqualTo(2);
    }

    @Test
    void whereTheProviderRefusesTheSessionIsOver() throws Exception {
        keep(until(null));
        provider.answer = () -> {
            throw new Renewal.SignInEnded("no");
        };
        after(Duration.ofMinutes(5));
        assertThat(isStillIn()).isFalse();
        assertThat(session.isInvalid()).isTrue();
        assertThat(logged).containsExactly("session-ended-by-provider manager");
    }

    @Test
    void whatTheProviderGaveBeforeItFellSilentIsWhatItIsAskedWithNext() throws Exception {
        keep(until(null));
        KeptSignIn.Proof given = until(now.plus(Duration.ofMinutes(20)));
        provider.answer = () -> {
            throw new ProviderDown("half", null).having(given);
        };
        after(Duration.ofMinutes(5));
        assertThat(isStillIn()).isTrue();
        assertThat(KeptSignIn.in(session).proof()).isEqualTo(given);
    }

    @Test
    void whereItDoesNotAnswerPeopleGoOnForTheTimeOfGraceAndItIsAskedNowAndThen() throws Exception {
        keep(until(null));
        Supplier<KeptSignIn.Proof> down = () -> {
            throw new ProviderDown("nobody there", null);
        };
        provider.answer = down;
        after(Duration.ofMinutes(5));
        assertThat(isStillIn()).isTrue();
        assertThat(isStillIn()).isTrue();
        assertThat(provider.times).as("not with every request").isEqualTo(1);
        after(Duration.ofSeconds(30));
        assertThat(isStillIn()).isTrue();
        assertThat(provider.times).isEqualTo(2);
        provider.answer = () -> until(null);
        after(Duration.ofMinutes(50));
        assertThat(isStillIn()).as("it is there again").isTrue();
        provider.answer = down;
        after(Duration.ofMinutes(60));
        assertThat(isStillIn()).as("an hour after it last answered").isTrue();
        after(Duration.ofMinutes(1));
        assertThat(isStillIn()).isFalse();
        assertThat(logged).containsExactly("session-ended-without-provider manager");
    }

    @Test
    void whatIsEndedAtTheProviderIsEndedHereAtOnce() throws Exception {
        keep(until(null));
        assertThat(isStillIn()).isTrue();
        provider.ended = true;
        assertThat(isStillIn()).isFalse();
        assertThat(provider.times).isZero();
        assertThat(logged).containsExactly("session-ended-elsewhere manager");
    }

    /** Several requests hold the same session; while one of them has found it over, another ends it. */
    @Test
    void ofSeveralRequestsThatFindASessionOverOneEndsIt() throws Exception {
        begin();
        after(Duration.ofMinutes(30));
        Runnable[] meanwhile = {() -> passes(new SessionLimits(settings, () -> now, log), "/cases")};
        ServerTime time = () -> {
            Runnable other = meanwhile[0];
            meanwhile[0] = () -> { };
            other.run();
            return now;
        };
        assertThat(passes(new SessionLimits(settings, time, log), "/cases")).isFalse();
        assertThat(logged).containsExactly("session-over manager");
        assertThat(isSignedIn("/cases")).as("it held the session before").isFalse();
    }

    @Test
    void ofSeveralRequestsThatFindASessionEndedElsewhereOneEndsIt() throws Exception {
        keep(until(null));
        provider.ended = true;
        provider.meanwhile = () -> {
            provider.meanwhile = () -> { };
            assertThat(isStillIn()).isFalse();
        };
        assertThat(isStillIn()).isFalse();
        assertThat(logged).containsExactly("session-ended-elsewhere manager");
        assertThat(isStillIn()).as("it held the session before").isFalse();
    }

    @Test
    void aSessionThatEndsWhileItsRolesAreTakenAnewIsNobodys() {
        keep(until(null));
        provider.answer = () -> {
            session.invalidate();
            return until(null);
        };
        after(Duration.ofMinutes(5));
        assertThat(isStillIn()).isFalse();
        assertThat(logged).isEmpty();
    }

    @Test
    void ofSeveralRequestsOfAUserWhoIsNoMoreOneEndsTheSession() {
        Identities identities = mock(Identities.class);
        when(identities.find("manager")).thenAnswer(call -> {
            session.invalidate();
            return Optional.empty();
        });
        assertThat(passes(new RolesNow(identities, mock(SignIns.class)), "/cases")).isFalse();
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void aSessionThatEndsWhileItIsHeldAgainstThePasswordOfNowIsNobodys() {
        Identities identities = mock(Identities.class);
        when(identities.find("manager")).thenAnswer(call -> {
            session.invalidate();
            return Optional.of(new Identity("manager", "Xanthe Singh", Set.of()));
        });
        SignIns signIns = mock(SignIns.class);
        when(signIns.stampOf("manager")).thenReturn("");
        assertThat(passes(new RolesNow(identities, signIns), "/cases")).isFalse();
    }

    @Test
    void withoutARefreshTokenTheSessionLastsAsLongAsWhatWasSaid() {
        OpenIdProof proof = new OpenIdProof("token", "subject", null, null, START.plus(Duration.ofHours(1)));
        assertThat(Renewals.next(settings, proof, START)).isEqualTo(START.plus(Duration.ofHours(1)));
        assertThat(Renewals.next(settings, new OpenIdProof("token", "subject", null, "refresh", START.plus(Duration.ofHours(1))), START)).isEqualTo(START.plus(Duration.ofMinutes(5)));
    }

    @Test
    void redirectsWithinFairwayNameNoHost() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/cases");
        request.setServerName("forged.example");
        assertThat(RedirectsStayHere.withoutHost(request, "http://forged.example/login?x=http://forged.example/")).isEqualTo("/login?x=http://forged.example/");
        assertThat(RedirectsStayHere.withoutHost(request, "http://forged.example")).isEqualTo("/");
        assertThat(RedirectsStayHere.withoutHost(request, "/login")).isEqualTo("/login");
        assertThat(RedirectsStayHere.withoutHost(request, "https://id.trust.example/auth")).isEqualTo("https://id.trust.example/auth");
        assertThat(RedirectsStayHere.withoutHost(request, "http://forged.example.trust.example/")).isEqualTo("http://forged.example.trust.example/");
    }

    private void begin() {
        new SessionLimits(settings, () -> now, log).begin(session);
        assertThat(session.getMaxInactiveInterval()).isEqualTo(1_800);
    }

    private void keep(KeptSignIn.Proof proof) {
        new KeptSignIn(proof, now, now, Renewals.next(settings, proof, now)).keepIn(session);
    }

    private void after(Duration time) {
        now = now.plus(time);
    }

    private boolean isSignedIn(String path) {
        return passes(new SessionLimits(settings, () -> now, log), path);
    }

    private boolean isStillIn() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("provider", provider));
        return passes(new Renewals(settings, () -> now, log, beans.getBeanProvider(Renewal.class)), "/cases");
    }

    private boolean passes(Filter filter, String path) {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(new SignedInUser("manager", "Xanthe Singh"), null, List.of()));
        MockHttpServletRequest request = new Holding(path);
        request.setServletPath(path);
        try {
            filter.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        } catch (IOException | ServletException e) {
            throw new AssertionError(e);
        }
        return SecurityContextHolder.getContext().getAuthentication() != null;
    }
}
