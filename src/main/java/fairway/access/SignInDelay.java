package fairway.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down whoever tries passwords, by user name and by address, on all nodes alike: after some wrong ones the next attempt has to wait, and
 * longer each time. A name that nobody has is treated as any other. No wait outlasts the longest one; nothing has to be unlocked by hand.
 *
 * <p>Each attempt is counted before its password is looked at, and at most as many are looked at together as wrong ones are free: many at once are no way
 * around the wait. Those beyond stand in a queue, for a program with the right password may send many at once too.
 *
 * <p>Addresses from which a name has signed in are counted apart from all others: whoever tries passwords elsewhere keeps nobody out there. A right password
 * takes back the wrong ones of its own address and no others; all of them where its address is not known.
 *
 * <p>Names are kept as a hash, for people type their password into the field for the name.
 */
@Component
class SignInDelay {

    private static final Duration NAME_FORGOTTEN_AFTER = Duration.ofHours(24);
    private static final Duration ADDRESS_OF_NAME_FORGOTTEN_AFTER = Duration.ofDays(60);
    /** One wrong password less is held against an address for each of these that passes. */
    private static final Duration ADDRESS_FORGETS_ONE_EVERY = Duration.ofSeconds(30);
    /** Attempts that are being looked at for longer than this were on a node that is gone. */
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(1);
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(10);
    private static final Duration ASKS_AGAIN_AFTER = Duration.ofMillis(20);
    private static final int QUEUES = 64;
    private static final int NETWORK_OF_IPV6 = 8;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final WrongPasswordSettings settings;
    private final TransactionTemplate transaction;
    /** Of those in a queue of this node, one asks the database at a time. */
    private final List<ReentrantLock> queues = Stream.generate(() -> new ReentrantLock(true)).limit(QUEUES).toList();

    SignInDelay(JdbcTemplate jdbc, Clock clock, SignInSettings settings, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings.wrongPasswords();
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * One attempt.
     *
     * @param counts what it is counted by: the name, or the name at its address, then the address. Rows are locked in this order, so that no two wait for each other
     */
    record Attempt(Who who, List<Count> counts) {
    }

    /** Hashes of a name, and of the name at its address (null without one); and the address, as its network. */
    private record Who(String name, String from, String address) {

        private static Who of(String typed, String address) {
            String name = typed.strip().toLowerCase(Locale.ROOT);
            String network = address == null ? null : network(address);
            return new Who(Fingerprint.of(name), network == null ? null : Fingerprint.of(name + " " + network), network);
        }
    }

    /** @param afterWait whether it is the one attempt that is free after a wait: it counts as a wrong one beforehand, and the next has to wait already */
    private record Count(Subject subject, boolean afterWait) {
    }

    /** What attempts are counted by, and how many wrong ones are free. */
    private record Subject(String key, int free, boolean isAddress) {

        private String looks() {
            return "looks:" + key;
        }
    }

    private record Kept(int wrong, Instant last, Instant waitUntil) {
    }

    /**
     * Before the password is looked at. Whoever enters goes out by one of the other three.
     *
     * @param address where the attempt comes from; null if that is not known
     * @throws TooManyAttempts when it is too early for another attempt
     */
    Attempt enter(String name, String address) {
        Who who = Who.of(name, address);
        return count(who).orElseGet(() -> queue(who));
    }

    /** The password was wrong, or nobody has that name. */
    void wrong(Attempt attempt) {
        transaction.executeWithoutResult(status -> attempt.counts().forEach(count -> {
            looked(count.subject());
            if (!count.afterWait()) {
                addWrong(count.subject());
            }
            if (count.subject().equals(everywhere(attempt.who())) && attempt.who().from() != null) {
                addShare(there(attempt.who()));
            }
        }));
        sweep();
    }

    /** The password was right: what this address had wrong with the name is held against nobody any more. The address keeps what it had before this attempt. */
    void right(Attempt attempt) {
        transaction.executeWithoutResult(status -> attempt.counts().forEach(count -> {
            looked(count.subject());
            if (count.subject().isAddress()) {
                if (count.afterWait()) {
                    jdbc.update("update wrong_password set wrong = greatest(wrong - 1, 1), wait_until = null where subject = ?", count.subject().key());
                }
            } else {
                forgive(attempt.who(), count);
            }
        }));
    }

    /** Whether the password was right could not be found out. */
    void unknown(Attempt attempt) {
        transaction.executeWithoutResult(status -> attempt.counts().forEach(count -> looked(count.subject())));
    }

    /** In the queue until others have been looked at. */
    private Attempt queue(Who who) {
        long until = System.nanoTime() + LONGEST_QUEUE.toNanos();
        ReentrantLock queue = queues.get(Math.floorMod(who.name().hashCode(), QUEUES));
        Optional<Attempt> attempt = Optional.empty();
        try {
            if (queue.tryLock(LONGEST_QUEUE.toNanos(), TimeUnit.NANOSECONDS)) {
                try {
                    attempt = count(who);
                    while (attempt.isEmpty() && System.nanoTime() < until) {
                        TimeUnit.NANOSECONDS.sleep(ASKS_AGAIN_AFTER.toNanos());
                        attempt = count(who);
                    }
                } finally {
                    queue.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return attempt.orElseThrow(() -> new TooManyAttempts(clock.instant().plus(settings.firstWait())));
    }

    /** Empty when too many are being looked at. */
    private Optional<Attempt> count(Who who) {
        return transaction.execute(status -> {
            List<Count> counts = new ArrayList<>();
            for (Subject subject : subjects(who)) {
                Optional<Count> count = count(subject);
                if (count.isEmpty()) {
                    status.setRollbackOnly();
                    return Optional.<Attempt>empty();
                }
                counts.add(count.get());
            }
            return Optional.of(new Attempt(who, counts));
        });
    }

    private Optional<Count> count(Subject subject) {
        int looks = look(subject);
        Kept kept = kept(subject);
        if (kept.wrong() < subject.free()) {
            return kept.wrong() + looks <= subject.free() ? Optional.of(new Count(subject, false)) : Optional.empty();
        }
        Instant now = clock.instant();
        if (kept.waitUntil() != null && kept.waitUntil().isAfter(now)) {
            throw new TooManyAttempts(kept.waitUntil());
        }
        keep(subject, kept.wrong() + 1, now);
        return Optional.of(new Count(subject, true));
    }

    private List<Subject> subjects(Who who) {
        Subject ofName = isKnown(who) ? there(who) : everywhere(who);
        return who.address() == null ? List.of(ofName) : List.of(ofName, new Subject("address:" + who.address(), settings.fromAddress(), true));
    }

    private Subject everywhere(Who who) {
        return new Subject("name:" + who.name(), settings.ofName(), false);
    }

    private Subject there(Who who) {
        return new Subject("from:" + who.from(), settings.ofName(), false);
    }

    private boolean isKnown(Who who) {
        return who.from() != null && Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from wrong_password where subject = ? and last_at >= ?)", Boolean.class,
                known(who), at(clock.instant().minus(ADDRESS_OF_NAME_FORGOTTEN_AFTER))));
    }

    private static String known(Who who) {
        return "known:" + who.from();
    }

    /** One more is being looked at; answers how many there are. Locks the subject: who counts by it does this first, or {@link #looked}. */
    private int look(Subject subject) {
        return jdbc.queryForObject("""
                insert into wrong_password as looks (subject, wrong, last_at) values (?, 1, ?)
                on conflict (subject) do update set wrong = case when looks.last_at < ? then 1 else looks.wrong + 1 end,
                    last_at = case when looks.last_at < ? or looks.wrong = 0 then excluded.last_at else looks.last_at end
                returning wrong""", Integer.class, subject.looks(), at(clock.instant()), at(clock.instant().minus(LONGEST_LOOK)), at(clock.instant().minus(LONGEST_LOOK)));
    }

    private void looked(Subject subject) {
        jdbc.update("update wrong_password set wrong = greatest(wrong - 1, 0) where subject = ?", subject.looks());
    }

    private void addWrong(Subject subject) {
        jdbc.update("insert into wrong_password (subject, wrong, last_at) values (?, 0, ?) on conflict do nothing", subject.key(), at(clock.instant()));
        keep(subject, kept(subject).wrong() + 1, clock.instant());
    }

    /** How much of what is held against the name is this address's. It makes nobody wait. */
    private void addShare(Subject there) {
        jdbc.update("insert into wrong_password (subject, wrong, last_at) values (?, ?, ?) on conflict (subject) do update set wrong = excluded.wrong, last_at = excluded.last_at",
                there.key(), kept(there).wrong() + 1, at(clock.instant()));
    }

    private void forgive(Who who, Count count) {
        Subject subject = count.subject();
        if (who.from() != null && subject.equals(everywhere(who))) {
            int own = kept(there(who)).wrong() + (count.afterWait() ? 1 : 0);
            jdbc.update("update wrong_password set wrong = greatest(wrong - ?, 0), wait_until = null where subject = ?", own, subject.key());
            jdbc.update("delete from wrong_password where subject = ? and wrong = 0 or subject = ?", subject.key(), there(who).key());
        } else {
            jdbc.update("delete from wrong_password where subject = ?", subject.key());
        }
        if (who.from() != null) {
            jdbc.update("""
                    insert into wrong_password as known (subject, wrong, last_at) values (?, 0, ?)
                    on conflict (subject) do update set last_at = excluded.last_at where known.last_at < excluded.last_at - interval '1 hour'""", known(who), at(clock.instant()));
        }
    }

    private void keep(Subject subject, int wrong, Instant now) {
        Duration wait = settings.waitAfter(wrong, subject.free());
        jdbc.update("update wrong_password set wrong = ?, last_at = ?, wait_until = ? where subject = ?", wrong, at(now), wait.isZero() ? null : at(now.plus(wait)),
                subject.key());
    }

    /** What is held against it now; what is forgotten by now is not. */
    private Kept kept(Subject subject) {
        return jdbc.query("select wrong, last_at, wait_until from wrong_password where subject = ?",
                        (row, i) -> new Kept(row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant(),
                                Optional.ofNullable(row.getObject(3, OffsetDateTime.class)).map(OffsetDateTime::toInstant).orElse(null)), subject.key())
                .stream().map(kept -> lessForgotten(kept, subject)).findFirst().orElseGet(() -> new Kept(0, clock.instant(), null));
    }

    private Kept lessForgotten(Kept kept, Subject subject) {
        Duration since = Duration.between(kept.last(), clock.instant());
        if (since.isNegative()) {
            return kept;
        }
        long forgotten = subject.isAddress() ? since.dividedBy(ADDRESS_FORGETS_ONE_EVERY) : since.compareTo(NAME_FORGOTTEN_AFTER) >= 0 ? kept.wrong() : 0;
        return new Kept((int) Math.max(0, kept.wrong() - forgotten), kept.last(), kept.waitUntil());
    }

    /** Takes away what is forgotten, but for rows that an attempt is busy with. */
    private void sweep() {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> jdbc.update("""
                delete from wrong_password where subject in (
                    select subject from wrong_password where last_at < ? and (subject not like 'known:%' or last_at < ?) and (wait_until is null or wait_until < ?)
                    for update skip locked)""", at(now.minus(NAME_FORGOTTEN_AFTER)), at(now.minus(ADDRESS_OF_NAME_FORGOTTEN_AFTER)), at(now)));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** An IPv6 address stands for its network: whoever has one has all of them. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            return InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_OF_IPV6)) + "/64" : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
