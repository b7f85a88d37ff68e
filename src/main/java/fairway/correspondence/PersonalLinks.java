package fairway.correspondence;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import fairway.trust.TrustSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which letter a link belongs to, and until when it opens anything. */
@Component
class PersonalLinks {

    private final ObjectProvider<CaseEnd> ends;
    private final TrustSettings trust;
    private final JdbcClient jdbc;
    private final Clock clock;

    PersonalLinks(ObjectProvider<CaseEnd> ends, TrustSettings trust, JdbcClient jdbc, Clock clock) {
        this.ends = ends;
        this.trust = trust;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<PersonalLink> find(String token) {
        if (!token.matches("[A-Za-z0-9_-]{43}")) {
            return Optional.empty();
        }
        return jdbc.sql("select d.id, d.business_key, d.to_staff_number from delivery_token t join delivery d on d.id = t.delivery_id where t.token_hash = ?")
                .param(hash(token))
                .query((row, n) -> new PersonalLink(token, row.getLong("id"), row.getString("business_key"), row.getString("to_staff_number"))).optional();
    }

    /** Whether the time is over that a link has after the end of its case (Trust setting). */
    boolean isOver(PersonalLink link) {
        return endedOn(link.key()).map(end -> end.plus(trust.linkPeriod())).filter(LocalDate.now(clock)::isAfter).isPresent();
    }

    /** When the case under this key ended; empty while it lasts. */
    Optional<LocalDate> endedOn(String key) {
        return ends.stream().flatMap(end -> end.endedOn(key).stream()).findFirst();
    }

    static String hash(String secret) {
        return Documents.sha256(secret.getBytes(StandardCharsets.UTF_8));
    }
}
