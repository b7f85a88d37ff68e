package fairway.correspondence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Optional;

import fairway.access.AccessLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Single-use codes that open a person's page, and what stays open with one. A code is good for one link, a quarter of an hour and a few attempts; a
 * person gets a few of them in an hour, over all their links. Neither codes nor the secrets of open pages are kept, their hashes are.
 */
@Service
@Transactional
class SignInCodes {

    static final Duration VALID = Duration.ofMinutes(15);
    static final int ATTEMPTS = 5;
    static final int IN_AN_HOUR = 5;

    /** How long a page stays open after it was used last. */
    static final Duration OPEN = Duration.ofHours(1);

    /** How long a page stays open at most. */
    static final Duration OPEN_AT_MOST = Duration.ofHours(10);

    private static final int SIX_DIGITS = 1_000_000;

    private final JdbcClient jdbc;
    private final AccessLog log;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SignInCodes(JdbcClient jdbc, AccessLog log, Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
    }

    /** A new code, to be sent to the person and shown to nobody; any earlier one of the link is void. Empty for whoever has had as many as an hour allows. */
    Optional<String> make(PersonalLink link) {
        oneAtATime(link);
        LocalDateTime now = now();
        int recent = jdbc.sql("""
                        select count(*) from personal_code c join delivery_token t on t.token_hash = c.token_hash join delivery d on d.id = t.delivery_id
                        where d.to_staff_number = ? and c.made_at > ?""")
                .params(link.staffNumber(), now.minusHours(1)).query(Integer.class).single();
        if (recent >= IN_AN_HOUR) {
            log.refused("letter-code-limit", link.inTheLog(), null);
            return Optional.empty();
        }
        String code = String.format("%06d", random.nextInt(SIX_DIGITS));
        jdbc.sql("delete from personal_code where token_hash = ? and made_at <= ?").params(link.tokenHash(), now.minusHours(1)).update();
        jdbc.sql("insert into personal_code (token_hash, code_hash, made_at) values (?, ?, ?)").params(link.tokenHash(), hash(link, code), now).update();
        return Optional.of(code);
    }

    /** Two requests at once do not get past the limit together. */
    private void oneAtATime(PersonalLink link) {
        jdbc.sql("select 1 from staff_member where staff_number = ? for no key update").param(link.staffNumber()).query(Integer.class).single();
    }

    /**
     * Opens the page for whoever has the code. Every attempt counts, the right one too: a code works once.
     *
     * @return the secret by which the browser is known from now on; empty where the code is wrong, used, too old, or was tried too often
     */
    Optional<String> open(PersonalLink link, String code) {
        Optional<Kept> kept = jdbc.sql("""
                        update personal_code set attempts = attempts + 1
                        where id = (select max(id) from personal_code where token_hash = ?) and used_at is null and attempts < ? and made_at > ?
                        returning id, code_hash""")
                .params(link.tokenHash(), ATTEMPTS, now().minus(VALID)).query(Kept.class).optional();
        if (kept.filter(k -> same(k.codeHash(), hash(link, code))).filter(k -> use(k.id())).isEmpty()) {
            log.refused("letter-code", link.inTheLog(), null);
            return Optional.empty();
        }
        String secret = secret();
        jdbc.sql("delete from personal_session where token_hash = ? and used_at <= ?").params(link.tokenHash(), now().minus(OPEN)).update();
        jdbc.sql("insert into personal_session (session_hash, token_hash, opened_at, used_at) values (?, ?, ?, ?)")
                .params(PersonalLinks.hash(secret), link.tokenHash(), now(), now()).update();
        log.done("letter-opened", link.inTheLog(), "staff:" + link.staffNumber());
        return Optional.of(secret);
    }

    /** Whether this browser opened the page with a code today, and used it within the last hour. */
    boolean isOpen(PersonalLink link, String secret) {
        return jdbc.sql("update personal_session set used_at = ? where session_hash = ? and token_hash = ? and used_at > ? and opened_at > ?")
                .params(now(), PersonalLinks.hash(secret), link.tokenHash(), now().minus(OPEN), now().minus(OPEN_AT_MOST)).update() == 1;
    }

    /** The page is closed in this browser: whoever uses it next needs a code of their own. */
    void close(PersonalLink link, String secret) {
        jdbc.sql("delete from personal_session where session_hash = ? and token_hash = ?").params(PersonalLinks.hash(secret), link.tokenHash()).update();
        log.done("letter-closed", link.inTheLog(), "staff:" + link.staffNumber());
    }

    private boolean use(long id) {
        return jdbc.sql("update personal_code set used_at = ? where id = ? and used_at is null").params(now(), id).update() == 1;
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(PersonalLink link, String code) {
        return PersonalLinks.hash(link.token() + "\n" + code);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    private record Kept(long id, String codeHash) {
    }
}
