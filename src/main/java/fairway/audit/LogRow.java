package fairway.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * One row of the access log, all of it.
 *
 * @param at to the microsecond, as the database keeps it
 */
record LogRow(long id, Instant at, String outcome, String what, String subject, String choice, String userId, String onBehalfOf, String address) {

    static final String COLUMNS = "l.id, l.at, l.outcome, l.what, l.subject, l.choice, l.user_id, l.on_behalf_of, l.address";

    static LogRow of(ResultSet row) throws SQLException {
        return new LogRow(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("outcome"), row.getString("what"), row.getString("subject"),
                row.getString("choice"), row.getString("user_id"), row.getString("on_behalf_of"), row.getString("address"));
    }

    /** The same bytes for the same row and no other: each text with its length, a missing one told from an empty one. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(id);
            out.writeLong(micros(at));
            for (String text : new String[]{outcome, what, subject, choice, userId, onBehalfOf, address}) {
                if (text == null) {
                    out.writeInt(-1);
                } else {
                    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                    out.writeInt(utf8.length);
                    out.write(utf8);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
