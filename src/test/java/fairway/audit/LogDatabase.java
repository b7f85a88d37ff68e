package fairway.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import fairway.support.TestDatabase;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fairway's tables in a database of their own, made by {@code fairway_owner} and used by {@code fairway_app} as in production, with the sealer at hand; and beside it the
 * attacker, who has all rights in the database.
 */
final class LogDatabase implements AutoCloseable {

    static final Duration TOLERANCE = Duration.ofMinutes(15);
    static final Duration SIGN_OF_LIFE = Duration.ofMinutes(10);
    static final Duration NEWEST_ANCHOR = Duration.ofHours(26);

    final HikariDataSource application;
    final JdbcTemplate jdbc;
    final TransactionTemplate transaction;
    final JdbcTransactionManager transactions;
    final SetClock clock = new SetClock();
    final AuditSettings settings;
    final Chain chain;
    final Sealer sealer;
    final Anchors anchors;
    final Verification verification;
    private final String address;

    private LogDatabase(String address, Path anchorFolder) {
        this.address = address;
        this.application = new HikariDataSource();
        application.setJdbcUrl(address);
        application.setUsername("fairway_app");
        application.setPassword("fairway_app");
        application.setMaximumPoolSize(8);
        this.jdbc = new JdbcTemplate(application);
        this.transactions = new JdbcTransactionManager(application);
        this.transaction = new TransactionTemplate(transactions);
        this.settings = new AuditSettings(anchorFolder, TOLERANCE, SIGN_OF_LIFE, NEWEST_ANCHOR);
        this.chain = new Chain(jdbc);
        this.sealer = new Sealer(chain, jdbc, settings, clock, transactions);
        this.anchors = new Anchors(chain, settings, jdbc, transactions);
        this.verification = new Verification(chain, settings, clock);
    }

    /** What the chain is compared with, and by whom. */
    record Compared(Anchors anchors, Verification verification) {
    }

    /** As it is where no folder of anchors is set. */
    Compared withoutFolder() {
        AuditSettings none = new AuditSettings(null, TOLERANCE, SIGN_OF_LIFE, NEWEST_ANCHOR);
        return new Compared(new Anchors(chain, none, jdbc, transactions), new Verification(chain, none, clock));
    }

    /** As production is set up: the roles first, then the tables. */
    static LogDatabase made(Path anchorFolder) {
        String address = TestDatabase.newDatabase();
        roles(address);
        migrate(address, "fairway_owner");
        return new LogDatabase(address, anchorFolder);
    }

    /** A database that was in use with one role for everything, and gets the two roles afterwards. */
    static LogDatabase inUseBefore() {
        String address = TestDatabase.newDatabase();
        migrate(address, "postgres");
        roles(address);
        return new LogDatabase(address, null);
    }

    private static void migrate(String address, String user) {
        Flyway.configure().dataSource(address, user, user).table("fairway_schema_history").load().migrate();
    }

    private static void roles(String address) {
        try {
            new JdbcTemplate(new DriverManagerDataSource(address, "postgres", "postgres")).execute(Files.readString(Path.of("docker/roles.sql")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a row as the application does, in the present transaction if there is one. @return its number */
    long write(String subject) {
        return writeAt(clock.instant(), subject);
    }

    long writeAt(Instant at, String subject) {
        return jdbc.queryForObject("insert into access_log (at, outcome, what, subject, choice, user_id, on_behalf_of, address) values (?, 'decided', 'step', ?, 'route=stage1', 'manager', "
                + "'deputy', '127.0.0.1') returning id", Long.class, at.atOffset(ZoneOffset.UTC), subject);
    }

    /** As another role, whose password is its name. */
    JdbcTemplate as(String role) {
        return new JdbcTemplate(new DriverManagerDataSource(address, role, role));
    }

    /** What somebody does who owns the database server: no trigger and no reference holds them. */
    void attack(String... statements) {
        try (Connection connection = new DriverManagerDataSource(address, "postgres", "postgres").getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What verification says after such an attack, which is then taken back. */
    Verdict underAttack(List<Anchor> anchors, String... statements) {
        try (Connection connection = new DriverManagerDataSource(address, "postgres", "postgres").getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set session_replication_role = replica");
            for (String sql : statements) {
                statement.execute(sql);
            }
            Verdict verdict = new Verification(new Chain(new JdbcTemplate(new SingleConnectionDataSource(connection, true))), settings, clock).verify(anchors, List.of());
            connection.rollback();
            return verdict;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        application.close();
    }

    /** A clock that stands until it is moved. */
    static final class SetClock extends Clock {

        private static final Instant BEGIN = Instant.parse("2026-10-05T09:00:00Z");
        private volatile Instant now = BEGIN;

        void begin() {
            now = BEGIN;
        }

        void forward(TemporalAmount time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
