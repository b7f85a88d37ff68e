package fairway.records;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import fairway.access.AccessLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases of which nothing is erased, each with the reason: e.g. a claim before a tribunal. What is kept about their colleague in one-to-ones and
 * in answer to access requests stays too, and so do the absences of those in the case.
 */
@Component
@Transactional
public class LegalHolds {

    private final JdbcClient jdbc;
    private final AccessLog log;
    private final Clock clock;

    LegalHolds(JdbcClient jdbc, AccessLog log, Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
    }

    /** A hold that is set now; {@code by} is a user id. */
    public record Hold(String caseNumber, String reason, String by, LocalDateTime setAt) {
    }

    @Transactional(readOnly = true)
    public Optional<Hold> of(String number) {
        return all().stream().filter(hold -> hold.caseNumber().equals(number)).findFirst();
    }

    /** Every hold that is set now, oldest first. */
    @Transactional(readOnly = true)
    public List<Hold> all() {
        return jdbc.sql("select case_number, reason, set_by, set_at from legal_hold where lifted_at is null order by set_at, id")
                .query((row, n) -> new Hold(row.getString(1), row.getString(2), row.getString(3), row.getTimestamp(4).toLocalDateTime())).list();
    }

    void set(String number, String reason, String userId) {
        jdbc.sql("insert into legal_hold (case_number, reason, set_by, set_at) values (?, ?, ?, ?)").param(number).param(reason).param(userId).param(LocalDateTime.now(clock)).update();
        log.done("legal-hold-set", number, userId);
    }

    void lift(String number, String reason, String userId) {
        jdbc.sql("update legal_hold set lift_reason = ?, lifted_by = ?, lifted_at = ? where case_number = ? and lifted_at is null")
                .param(reason).param(userId).param(LocalDateTime.now(clock)).param(number).update();
        log.done("legal-hold-lifted", number, userId);
    }
}
