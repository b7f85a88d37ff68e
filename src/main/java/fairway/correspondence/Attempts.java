package fairway.correspondence;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Base64;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every attempt to send a message, each step in a transaction of its own: what happened is kept when the engine rolls the attempt back or the
 * machine stops in the middle of it.
 */
@Service
@Transactional(propagation = Propagation.REQUIRES_NEW)
class Attempts {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Attempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One attempt.
     *
     * @param number   1, 2 … within its round
     * @param accepted whether the mail server took the message in an attempt before: it must not be sent again
     * @param token    the right to the colleague's page, to be written into the message and nowhere else; null where there is none
     */
    record Attempt(long id, int number, boolean accepted, String token) {
    }

    /** Begins the next attempt of this round; there is none once the mail server took the message, in whichever round. */
    Attempt begin(long delivery, int round, boolean withToken) {
        if (jdbc.sql("select count(*) from delivery_attempt where delivery_id = ? and accepted_at is not null").param(delivery).query(Integer.class).single() > 0) {
            return new Attempt(0, 0, true, null);
        }
        int number = 1 + jdbc.sql("select coalesce(max(number), 0) from delivery_attempt where delivery_id = ? and round = ?")
                .params(delivery, round).query(Integer.class).single();
        long id = jdbc.sql("insert into delivery_attempt (delivery_id, round, number, started_at) values (?, ?, ?, ?) returning id")
                .params(delivery, round, number, now()).query(Long.class).single();
        return new Attempt(id, number, false, withToken ? newToken(delivery) : null);
    }

    private String newToken(long delivery) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into delivery_token (token_hash, delivery_id, made_at) values (?, ?, ?)").params(PersonalLinks.hash(token), delivery, now()).update();
        return token;
    }

    /** The mail server took it. */
    void accepted(Attempt attempt) {
        jdbc.sql("update delivery_attempt set accepted_at = ? where id = ?").params(now(), attempt.id()).update();
    }

    void failed(Attempt attempt, String reason) {
        jdbc.sql("update delivery_attempt set fault = ? where id = ?").params(reason, attempt.id()).update();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}
