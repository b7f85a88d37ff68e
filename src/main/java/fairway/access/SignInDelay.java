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
import java.util.Objects;
import java.util.Optional;
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
 * <p>Names are kept as a hash, for people type their password into the field for the name. While attempts have to wait, each is counted before
 * the password is looked at, so that many at once are no way around it.
 */
@Component
class SignInDelay {

    private static final Duration NAME_FORGOTTEN_AFTER = Duration.ofHours(24);
    /** One wrong password less is held against an address for each of these that passes. */
    private static final Duration ADDRESS_FORGETS_ONE_EVERY = Duration.ofSeconds(30);
    private static final int NETWORK_OF_IPV6 = 8;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final WrongPasswordSettings settings;
    private final TransactionTemplate transaction;

    SignInDelay(JdbcTemplate jdbc, Clock clock, SignInSettings settings, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings.wrongPasswords();
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** One attempt: what it is counted under, and where it has been counted already. */
    record Attempt(Subject name, Subject address, List<Subject> counted) {

        private Stream<Subject> subjects() {
            return Stream.of(name, address).filter(Objects::nonNull);
        }
    }

    /** What attempts are counted by, and how many wrong ones are free. */
    private record Subject(String key, int free, boolean isName) {
    }

    private record Kept(int wrong, Instant last, Instant waitUntil) {
    }

    /**
     * Before the password is looked at.
     *
     * @param address where the attempt comes from; null if that is not known
     * @throws TooManyAttempts when it is too early for another attempt
     */
    Attempt enter(String name, String address) {
        Subject ofName = new Subject("name:" + Fingerprint.of(name.strip().toLowerCase(Locale.ROOT)), settings.ofName(), true);
        Subject ofAddress = address == null ? null : new Subject("address:" + network(address), settings.fromAddress(), false);
        Attempt attempt = new Attempt(ofName, ofAddress, new ArrayList<>());
        if (attempt.subjects().anyMatch(subject -> kept(subject, false).filter(kept -> kept.wrong() >= subject.free()).isPresent())) {
            transaction.executeWithoutResult(status -> attempt.subjects().forEach(subject -> count(subject, attempt)));
        }
        return attempt;
    }

    /** The password was wrong, or nobody has that name. */
    void wrong(Attempt attempt) {
        transaction.executeWithoutResult(status -> {
            attempt.subjects().filter(subject -> !attempt.counted().contains(subject)).forEach(this::addWrong);
            jdbc.update("delete from wrong_password where last_at < ? and (wait_until is null or wait_until < ?)",
                    at(clock.instant().minus(NAME_FORGOTTEN_AFTER)), at(clock.instant()));
        });
    }

    /** The password was right: nothing is held against the name any more. The address keeps what it had before this attempt. */
    void right(Attempt attempt) {
        if (kept(attempt.name(), false).isEmpty() && attempt.counted().isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            jdbc.update("delete from wrong_password where subject = ?", attempt.name().key());
            if (attempt.address() != null && attempt.counted().contains(attempt.address())) {
                jdbc.update("update wrong_password set wrong = greatest(wrong - 1, 1), wait_until = null where subject = ?", attempt.address().key());
            }
        });
    }

    private void count(Subject subject, Attempt attempt) {
        Optional<Kept> kept = kept(subject, true).filter(row -> row.wrong() >= subject.free());
        if (kept.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        if (kept.get().waitUntil() != null && kept.get().waitUntil().isAfter(now)) {
            throw new TooManyAttempts(kept.get().waitUntil());
        }
        keep(subject, kept.get().wrong() + 1, now);
        attempt.counted().add(subject);
    }

    private void addWrong(Subject subject) {
        // the row is there before it is locked: of two first wrong passwords at once, none is lost
        jdbc.update("insert into wrong_password (subject, wrong, last_at) values (?, 0, ?) on conflict do nothing", subject.key(), at(clock.instant()));
        keep(subject, kept(subject, true).map(Kept::wrong).orElse(0) + 1, clock.instant());
    }

    private void keep(Subject subject, int wrong, Instant now) {
        Duration wait = settings.waitAfter(wrong, subject.free());
        jdbc.update("update wrong_password set wrong = ?, last_at = ?, wait_until = ? where subject = ?", wrong, at(now), wait.isZero() ? null : at(now.plus(wait)),
                subject.key());
    }

    /** What is held against it now; what is forgotten by now is not. */
    private Optional<Kept> kept(Subject subject, boolean locked) {
        return jdbc.query("select wrong, last_at, wait_until from wrong_password where subject = ?" + (locked ? " for update" : ""),
                        (row, i) -> new Kept(row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant(),
                                Optional.ofNullable(row.getObject(3, OffsetDateTime.class)).map(OffsetDateTime::toInstant).orElse(null)), subject.key())
                .stream().map(kept -> lessForgotten(kept, subject)).filter(kept -> kept.wrong() > 0).findFirst();
    }

    private Kept lessForgotten(Kept kept, Subject subject) {
        Duration since = Duration.between(kept.last(), clock.instant());
        if (since.isNegative()) {
            return kept;
        }
        long forgotten = subject.isName() ? (since.compareTo(NAME_FORGOTTEN_AFTER) >= 0 ? kept.wrong() : 0) : since.dividedBy(ADDRESS_FORGETS_ONE_EVERY);
        return new Kept((int) Math.max(0, kept.wrong() - forgotten), kept.last(), kept.waitUntil());
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
