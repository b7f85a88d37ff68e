package fairway.secrecy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals everything with the primary key that is sealed with another one, the keys of cases and documents first, while cases run. What is sealed with one
 * of these stays as it is; what is not but should be is sealed with it now. A few rows at a time, each of them locked for the moment in which it changes.
 * It can be stopped and begun again at any time.
 */
@Component
class Resealing {

    private static final int ROWS = 50;
    private static final String WITH_KEYSET = "%1$s is not null and get_byte(%1$s, 0) not in (" + SealingKeys.MARK + ", " + SealingKeys.NAMED + ")";
    private static final String ANOTHER_KEY = WITH_KEYSET + " and (%2$s or substring(%1$s from 1 for " + Keyset.PREFIX + ") <> ?)";

    private final JdbcTemplate jdbc;
    private final Seal seal;
    private final TransactionTemplate transaction;

    Resealing(JdbcTemplate jdbc, Seal seal, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Row(String at, String name, byte[] sealed) {
    }

    /** @return how many texts were sealed anew @throws CannotOpen when one cannot be opened; what was sealed anew by then stays so */
    int everything() {
        int all = 0;
        for (SealedColumn column : SealedColumn.values()) {
            for (Integer some = some(column); some > 0; some = some(column)) {
                all += some;
            }
        }
        return all;
    }

    private Integer some(SealedColumn column) {
        return transaction.execute(status -> {
            List<Row> rows = jdbc.query("select ctid::text, " + column.row() + ", " + column.column() + " from " + column.table() + " where " + anotherKey(column)
                    + " limit " + ROWS + " for update", (row, n) -> new Row(row.getString(1), row.getString(2), row.getBytes(3)), (Object) seal.keys().primaryPrefix());
            rows.forEach(row -> jdbc.update("update " + column.table() + " set " + column.column() + " = ? where ctid = ?::tid",
                    seal.sealBytes(column, row.name(), seal.openBytes(column, row.name(), row.sealed())), row.at()));
            return rows.size();
        });
    }

    /** Numbers of all keys that something in the database is sealed with. */
    Set<Integer> keysInUse() {
        Set<Integer> keys = new TreeSet<>();
        for (SealedColumn column : SealedColumn.values()) {
            jdbc.queryForList("select distinct substring(" + column.column() + " from 1 for " + Keyset.PREFIX + ") from " + column.table() + " where "
                    + WITH_KEYSET.formatted(column.column()), byte[].class).forEach(prefix -> keys.add(Keyset.keyOf(prefix)));
        }
        return keys;
    }

    private static String anotherKey(SealedColumn column) {
        return ANOTHER_KEY.formatted(column.column(), column.hasOwnKeys());
    }
}
