package fairway.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The chain as rows of {@code audit_seal}, which the database lets nobody change or remove. */
@Component
class Chain {

    private static final String COLUMNS = "s.seq, s.row_id, s.sealed_at, s.all_sealed, s.hash";

    /** No transaction of Fairway is open for longer: rows that were numbered this long before everything was sealed are not looked for any more. */
    private static final Duration LONGEST_WRITER = Duration.ofHours(2);

    private final JdbcTemplate jdbc;

    Chain(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A link with the row that it seals, as both are now; the row is null where it is gone, and for a sign of life. */
    record Sealed(Link link, LogRow row) {
    }

    Optional<Link> last() {
        return jdbc.query("select " + COLUMNS + " from audit_seal s order by s.seq desc limit 1", (row, n) -> link(row)).stream().findFirst();
    }

    Optional<Link> at(long seq) {
        return jdbc.query("select " + COLUMNS + " from audit_seal s where s.seq = ?", (row, n) -> link(row), seq).stream().findFirst();
    }

    void add(List<Link> links) {
        jdbc.batchUpdate("insert into audit_seal (seq, row_id, sealed_at, all_sealed, hash) values (?, ?, ?, ?, ?)", links.stream()
                .map(link -> new Object[]{link.seq(), link.rowId(), link.sealedAt().atOffset(ZoneOffset.UTC), link.allSealed(), link.hash()}).toList());
    }

    /** When nothing waited any more, for the last time; the beginning of time while it never was so. */
    Instant allSealedAt() {
        return jdbc.query("select sealed_at from audit_seal where all_sealed order by seq desc limit 1",
                row -> row.next() ? row.getObject("sealed_at", OffsetDateTime.class).toInstant() : Instant.EPOCH);
    }

    /**
     * Rows without a seal, in the order of their numbers. A row that comes late, because its transaction did, is among them whatever its number.
     *
     * @param allSealed when nothing waited any more: who writes for long has begun before that, however long nobody has sealed since
     */
    List<LogRow> waiting(Instant allSealed, int atMost) {
        Long from = jdbc.query("select row_id from audit_seal where row_id is not null and sealed_at < ? order by seq desc limit 1",
                row -> row.next() ? row.getLong(1) : 0L, allSealed.minus(LONGEST_WRITER).atOffset(ZoneOffset.UTC));
        return jdbc.query("select " + LogRow.COLUMNS + " from access_log l where l.id > ? and not exists (select from audit_seal s where s.row_id = l.id) order by l.id limit ?",
                (row, n) -> LogRow.of(row), from, atMost);
    }

    /** Links from that place on, in the order of their places. */
    List<Sealed> from(long seq, int atMost) {
        return jdbc.query("select " + COLUMNS + ", " + LogRow.COLUMNS + " from audit_seal s left join access_log l on l.id = s.row_id where s.seq >= ? order by s.seq limit ?",
                (row, n) -> new Sealed(link(row), row.getObject("id") == null ? null : LogRow.of(row)), seq, atMost);
    }

    /** All rows that have no seal, however old, by number. */
    List<LogRow> neverSealed() {
        return jdbc.query("select " + LogRow.COLUMNS + " from access_log l where not exists (select from audit_seal s where s.row_id = l.id) order by l.id", (row, n) -> LogRow.of(row));
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(row.getLong("seq"), row.getObject("row_id", Long.class), row.getObject("sealed_at", OffsetDateTime.class).toInstant(), row.getBoolean("all_sealed"),
                row.getBytes("hash"));
    }
}
