package fairway.access;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

import fairway.form.Refusal;
import fairway.trust.WorkingDays;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept of a sign-in beside the identity service: whether the password has to be changed before anything else. */
@Service
public class SignIns {

    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Identities identities;
    private final AccessLog log;
    private final CurrentUser user;
    private final SignInDelay delay;
    private final TransactionTemplate transaction;

    SignIns(JdbcTemplate jdbc, Clock clock, Identities identities, AccessLog log, CurrentUser user, SignInDelay delay, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.identities = identities;
        this.log = log;
        this.user = user;
        this.delay = delay;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether this user has a password that somebody else gave them. */
    public boolean mustChangePassword(String userId) {
        return Boolean.TRUE.equals(jdbc.query("select must_change_password from sign_in where user_id = ?",
                rows -> rows.next() && rows.getBoolean(1), userId));
    }

    /** Another one whenever the user has chosen another password; empty before the first time. A session ends when it no longer holds. */
    String stampOf(String userId) {
        return jdbc.query("select password_changed_at::text from sign_in where user_id = ?", rows -> rows.next() && rows.getString(1) != null ? rows.getString(1) : "",
                userId);
    }

    /** The password that the user has now was given to them: they have to choose their own at the next sign-in. */
    @Transactional
    public void passwordWasGiven(String userId) {
        mark(userId, true);
        log.done("password-given", "user:" + userId, user.userId().orElse(null));
    }

    /** The user has chosen another password by themselves, elsewhere than on the page for it: their other sessions end. */
    @Transactional
    public void passwordWasChosen(String userId) {
        mark(userId, false);
        log.done("password-change", "user:" + userId, userId);
    }

    /**
     * Somebody who is signed in shows that they know their password.
     *
     * @param field   the field of the form in which it stands
     * @param address where the attempt comes from
     * @throws Refusal when it is wrong (which counts as an attempt), or comes too early after wrong ones
     */
    public void confirmPassword(String userId, String password, String field, String address) {
        SignInDelay.Attempt attempt;
        try {
            attempt = delay.enter(userId, address);
        } catch (TooManyAttempts early) {
            log.refused("password-too-early", "user:" + userId, userId);
            throw new Refusal(field, "tooManyAttempts", "", "There were too many wrong attempts. Try again from " + inWords(early.until()) + " on.");
        }
        if (!isRight(userId, password, attempt)) {
            delay.wrong(attempt);
            log.refused("password-change", "user:" + userId, userId);
            throw new Refusal(field, "wrongPassword", "", "The present password is not right. Enter it again.");
        }
        delay.right(attempt);
    }

    private boolean isRight(String userId, String password, SignInDelay.Attempt attempt) {
        try {
            return identities.passwordIsRight(userId, password);
        } catch (RuntimeException fault) {
            delay.unknown(attempt);
            throw fault;
        }
    }

    /** A time of day to the second, in London. */
    static String inWords(Instant time) {
        return TIME_OF_DAY.format(time.atZone(WorkingDays.LONDON));
    }

    /** @throws Refusal when the present password is wrong (which counts as an attempt), or the new one breaks a rule */
    public void changePassword(String userId, String present, String chosen, String repeated, String address) {
        confirmPassword(userId, present, "presentPassword", address);
        if (!chosen.equals(repeated)) {
            throw new Refusal("repeatedPassword", "notTheSame", "", "The two new passwords differ. Enter the same one twice.");
        }
        if (chosen.equals(present)) {
            throw new Refusal("newPassword", "samePassword", "", "Choose a password other than the present one.");
        }
        transaction.executeWithoutResult(status -> {
            identities.changePassword(userId, chosen);
            mark(userId, false);
            log.done("password-change", "user:" + userId, userId);
        });
    }

    private void mark(String userId, boolean mustChange) {
        jdbc.update("""
                insert into sign_in (user_id, must_change_password, password_changed_at) values (?, ?, ?)
                on conflict (user_id) do update set must_change_password = excluded.must_change_password,
                    password_changed_at = coalesce(excluded.password_changed_at, sign_in.password_changed_at)""",
                userId, mustChange, mustChange ? null : OffsetDateTime.now(clock));
    }
}
