package fairway.access;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Sign-ins that the provider has ended, kept in the database: the session may be on another node than the one that is told. */
@Component
class EndedSessions {

    private final JdbcTemplate jdbc;
    private final ServerTime time;
    private final Duration kept;

    EndedSessions(JdbcTemplate jdbc, ServerTime time, SignInSettings settings) {
        this.jdbc = jdbc;
        this.time = time;
        this.kept = settings.longest().plusDays(1);
    }

    /** One session of the provider is over. */
    void endSession(String issuer, String session) {
        end(ofSession(issuer, session));
    }

    /** Everything that this person has begun until now is over. */
    void endAllOf(String issuer, String subject) {
        end(ofSubject(issuer, subject));
    }

    /** @param session the provider's name of the session; null if it gave none */
    boolean isEnded(String issuer, String session, String subject, Instant began) {
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from ended_session where subject = ? or subject = ? and ended_at >= ?)", Boolean.class,
                session == null ? "" : ofSession(issuer, session), ofSubject(issuer, subject), began.atOffset(ZoneOffset.UTC)));
    }

    private void end(String subject) {
        Instant now = time.now();
        jdbc.update("delete from ended_session where ended_at < ?", now.minus(kept).atOffset(ZoneOffset.UTC));
        jdbc.update("insert into ended_session (subject, ended_at) values (?, ?) on conflict (subject) do update set ended_at = excluded.ended_at", subject,
                now.atOffset(ZoneOffset.UTC));
    }

    private static String ofSession(String issuer, String session) {
        return "session:" + Fingerprint.of(issuer + " " + session);
    }

    private static String ofSubject(String issuer, String subject) {
        return "person:" + Fingerprint.of(issuer + " " + subject);
    }
}
