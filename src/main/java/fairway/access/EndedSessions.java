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

    /**
     * One session of the provider is over. Of a sign-in to which the provider gave no name of its session nobody knows whether it is that one, so it is over too.
     *
     * @param subject whose session it was; null if that is not told
     */
    void endSession(String issuer, String session, String subject) {
        end(ofSession(issuer, session));
        if (subject != null) {
            end(withoutName(issuer, subject));
        }
    }

    /** Everything that this person has begun until now is over. */
    void endAllOf(String issuer, String subject) {
        end(ofSubject(issuer, subject));
    }

    /** @param session the provider's name of the session; null if it gave none */
    boolean isEnded(String issuer, String session, String subject, Instant began) {
        String withoutName = session == null ? withoutName(issuer, subject) : "";
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from ended_session where subject = ? or subject in (?, ?) and ended_at >= ?)", Boolean.class,
                session == null ? "" : ofSession(issuer, session), ofSubject(issuer, subject), withoutName, began.atOffset(ZoneOffset.UTC)));
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

    private static String withoutName(String issuer, String subject) {
        return "unnamed:" + Fingerprint.of(issuer + " " + subject);
    }

    private static String ofSubject(String issuer, String subject) {
        return "person:" + Fingerprint.of(issuer + " " + subject);
    }
}
