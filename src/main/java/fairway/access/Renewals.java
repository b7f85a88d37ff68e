package fairway.access;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the roles of signed-in people anew every few minutes, and at the latest when what the provider said holds no more. A session ends when
 * the provider or directory says so; when it does not answer, people go on working for the time of grace.
 */
class Renewals extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Renewals.class);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(30);

    private final SignInSettings settings;
    private final ServerTime time;
    private final AccessLog log;
    private final ObjectProvider<Renewal> renewal;

    Renewals(SignInSettings settings, ServerTime time, AccessLog log, ObjectProvider<Renewal> renewal) {
        this.settings = settings;
        this.time = time;
        this.log = log;
        this.renewal = renewal;
    }

    /** When to ask next: as set, or earlier, when what was said holds no longer. */
    static Instant next(SignInSettings settings, KeptSignIn.Proof proof, Instant now) {
        Instant asSet = now.plus(settings.renewEvery());
        if (proof.holdsUntil() == null) {
            return asSet;
        }
        return proof.isRenewable() && asSet.isBefore(proof.holdsUntil()) ? asSet : proof.holdsUntil();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        KeptSignIn kept = KeptSignIn.in(session);
        Renewal source = kept == null ? null : renewal.getIfAvailable();
        if (source != null) {
            if (source.isEndedElsewhere(kept)) {
                end(session, "session-ended-elsewhere");
            } else if (!time.now().isBefore(kept.renewAt())) {
                // a refresh token is good for one use: of several requests at once, one asks and the others wait for it
                new HeldSession(session).alone(() -> renew(session, source));
            }
        }
        chain.doFilter(request, response);
    }

    private void renew(HttpSession session, Renewal source) {
        KeptSignIn kept = KeptSignIn.in(session);
        Instant now = time.now();
        if (kept == null || now.isBefore(kept.renewAt())) {
            return;
        }
        String userId = userId();
        try {
            KeptSignIn.Proof proof = source.renew(userId, kept.proof());
            new KeptSignIn(proof, kept.began(), now, next(settings, proof, now)).keepIn(session);
        } catch (Renewal.SignInEnded ended) {
            LOG.info("The session of {} ends: {}", userId, ended.getMessage());
            end(session, "session-ended-by-provider");
        } catch (ProviderDown down) {
            if (now.isAfter(kept.answered().plus(settings.grace()))) {
                end(session, "session-ended-without-provider");
            } else {
                LOG.warn("The roles of {} cannot be taken anew: {}", userId, down.getMessage());
                new KeptSignIn(down.proof().orElse(kept.proof()), kept.began(), kept.answered(), now.plus(TRY_AGAIN_AFTER)).keepIn(session);
            }
        }
    }

    private void end(HttpSession session, String why) {
        String userId = userId();
        new HeldSession(session).end(() -> log.done(why, "user:" + userId, userId));
    }

    private static String userId() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn == null ? null : signedIn.getName();
    }
}
