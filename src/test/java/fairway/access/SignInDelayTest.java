package fairway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import fairway.support.FairwayTest;
import fairway.support.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What wrong passwords are counted by, and whom they keep out. */
@FairwayTest
class SignInDelayTest {

    private static final String USER = "visitor";
    private static final String ATTACKER = "10.0.0.9";
    private static final String PROGRAM = "10.0.0.5";
    private static final long PATIENCE_SECONDS = 30;

    @Autowired
    SignInDelay delay;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    PlatformTransactionManager transactions;

    private final ExecutorService others = Executors.newFixedThreadPool(4);

    @AfterEach
    void stop() {
        others.shutdownNow();
    }

    /** Before any of them has been found wrong, no more are looked at than wrong ones are free. */
    @Test
    void anAttemptIsCountedBeforeItsPasswordIsLookedAt() throws Exception {
        List<SignInDelay.Attempt> first = Stream.generate(() -> delay.enter(USER, ATTACKER)).limit(3).toList();
        List<Future<SignInDelay.Attempt>> further = Stream.of(ATTACKER, "10.0.0.10").map(address -> others.submit(() -> delay.enter(USER, address))).toList();
        first.forEach(delay::wrong);
        for (Future<SignInDelay.Attempt> attempt : further) {
            assertThatThrownBy(() -> attempt.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).hasCauseInstanceOf(TooManyAttempts.class);
        }
    }

    @Test
    void aProgramMaySendManyRightOnesAtOnce() throws Exception {
        List<SignInDelay.Attempt> first = Stream.generate(() -> delay.enter(USER, PROGRAM)).limit(3).toList();
        Future<SignInDelay.Attempt> fourth = others.submit(() -> delay.enter(USER, PROGRAM));
        delay.right(first.get(0));
        delay.right(fourth.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        delay.right(first.get(1));
        delay.unknown(first.get(2));
        assertThat(jdbc.queryForObject("select sum(wrong) from wrong_password", Long.class)).as("nothing is held against anybody").isZero();
    }

    @Test
    void aRightPasswordElsewhereForgivesAnAttackerNothing() {
        wrong(ATTACKER, 2);
        right(PROGRAM);
        wrong(ATTACKER, 1);
        assertThatThrownBy(() -> delay.enter(USER, ATTACKER)).isInstanceOf(TooManyAttempts.class);
        after(5);
        right("10.0.0.6");
        wrong(ATTACKER, 1);
        assertThatThrownBy(() -> delay.enter(USER, ATTACKER)).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void aRightPasswordTakesBackTheWrongOnesOfItsOwnAddress() {
        wrong(ATTACKER, 1);
        wrong(PROGRAM, 1);
        right(PROGRAM);
        wrong(ATTACKER, 1);
        assertThatCode(() -> delay.unknown(delay.enter(USER, ATTACKER))).as("two are held against them").doesNotThrowAnyException();
        wrong(ATTACKER, 1);
        assertThatThrownBy(() -> delay.enter(USER, ATTACKER)).isInstanceOf(TooManyAttempts.class);
        after(5);
        right(ATTACKER);
        wrong("10.0.0.7", 2);
        assertThatCode(() -> delay.enter(USER, "10.0.0.8")).as("all of them were that address's").doesNotThrowAnyException();
    }

    @Test
    void withoutAnAddressARightPasswordTakesBackAll() {
        wrong(null, 2);
        right(null);
        wrong(null, 2);
        assertThatCode(() -> delay.enter(USER, null)).doesNotThrowAnyException();
    }

    /** Whoever tries passwords keeps nobody out where they sign in from. */
    @Test
    void addressesFromWhichTheySignedInDoNotWaitForOthers() {
        right(PROGRAM);
        wrong(ATTACKER, 3);
        assertThatThrownBy(() -> delay.enter(USER, ATTACKER)).isInstanceOf(TooManyAttempts.class);
        right(PROGRAM);
        wrong(PROGRAM, 3);
        assertThatThrownBy(() -> delay.enter(USER, PROGRAM)).as("they have waits of their own").isInstanceOf(TooManyAttempts.class);
        after(5);
        right(PROGRAM);
        wrong(PROGRAM, 2);
        right(PROGRAM);
        TestClock.set(TestClock.START.plusDays(61));
        wrong(ATTACKER, 3);
        assertThatThrownBy(() -> delay.enter(USER, PROGRAM)).as("they have not come from there for two months").isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void whoSignsInFromTheAddressOfAnAttackerWaitsWithThem() {
        wrong(ATTACKER, 3);
        assertThatThrownBy(() -> delay.enter(USER, ATTACKER)).isInstanceOf(TooManyAttempts.class);
        assertThatThrownBy(() -> delay.enter(USER, PROGRAM)).as("never seen there").isInstanceOf(TooManyAttempts.class);
    }

    /** Two that sweep while they lock rows in another order would wait for each other. */
    @Test
    void whatIsForgottenIsSweptWithoutWaitingForAnybody() throws Exception {
        wrong("10.0.0.1", 1);
        TestClock.set(TestClock.START.plusDays(2));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.queryForList("select subject from wrong_password where subject = 'address:10.0.0.1' for update");
            Future<?> another = others.submit(() -> delay.wrong(delay.enter("somebody", ATTACKER)));
            assertThatCode(() -> another.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).doesNotThrowAnyException();
        });
        assertThat(jdbc.queryForList("select subject from wrong_password where subject like 'address:%'", String.class)).containsExactlyInAnyOrder("address:10.0.0.1", "address:" + ATTACKER);
        delay.wrong(delay.enter("somebody", ATTACKER));
        assertThat(jdbc.queryForList("select subject from wrong_password where subject like 'address:%'", String.class)).containsExactly("address:" + ATTACKER);
    }

    /** What a node that is gone was looking at keeps nobody in the queue. */
    @Test
    void whatIsNeverAnsweredIsForgottenAfterAMinute() {
        for (int i = 0; i < 3; i++) {
            delay.enter(USER, PROGRAM);
        }
        after(61);
        assertThatCode(() -> delay.right(delay.enter(USER, PROGRAM))).doesNotThrowAnyException();
    }

    private void wrong(String address, int times) {
        for (int i = 0; i < times; i++) {
            delay.wrong(delay.enter(USER, address));
        }
    }

    private void right(String address) {
        delay.right(delay.enter(USER, address));
    }

    private static void after(int seconds) {
        TestClock.set(TestClock.now().plusSeconds(seconds));
    }
}
