package fairway.secrecy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/**
 * Seals what an earlier version kept in plain text, once: Flyway lets one node do it while the others wait. The plain columns are dropped here; the
 * next migration writes the tables anew, so that nothing readable stays in the files of the database.
 */
@Component
class SealingOfPlainTexts implements JavaMigration {

    private static final int ROWS = 200;

    /** The plain column that each column comes from, as bytes; columns that are not here never held plain text. */
    private static final Map<SealedColumn, String> PLAIN = new EnumMap<>(SealedColumn.class);

    static {
        for (SealedColumn column : SealedColumn.values()) {
            switch (column) {
                case ADJUSTMENT -> PLAIN.put(column, "what");
                case ADJUSTMENT_DETAIL -> PLAIN.put(column, "detail");
                case DOCUMENT -> PLAIN.put(column, "content");
                case PROOF, OWN_KEY, SUBJECT_ACCESS_PACK, SUBJECT_ACCESS_REDACTIONS -> { }
                default -> PLAIN.put(column, column.column() + "_plain");
            }
        }
    }

    private final Seal seal;

    SealingOfPlainTexts(Seal seal) {
        this.seal = seal;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("16");
    }

    @Override
    public String getDescription() {
        return "seal plain texts";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection database = context.getConnection();
        for (Map.Entry<SealedColumn, String> column : PLAIN.entrySet()) {
            sealAll(database, column.getKey(), column.getValue());
        }
        try (Statement statement = database.createStatement()) {
            for (Map.Entry<SealedColumn, String> column : PLAIN.entrySet()) {
                if (column.getValue().endsWith("_plain")) {
                    statement.execute("alter table " + column.getKey().table() + " drop column " + column.getValue());
                }
            }
        }
    }

    private void sealAll(Connection database, SealedColumn column, String plain) throws SQLException {
        String mark = column.column() + " is null and " + plain + " is not null" + condition(column);
        boolean keepsPlain = plain.endsWith("_plain");
        try (PreparedStatement rows = database.prepareStatement("select ctid::text, " + column.row() + ", " + (column == SealedColumn.DOCUMENT ? plain : "convert_to(" + plain + ", 'UTF8')")
                + " from " + column.table() + " where " + mark + " limit " + ROWS);
             PreparedStatement update = database.prepareStatement("update " + column.table() + " set " + column.column() + " = ?" + (keepsPlain ? "" : ", " + plain + " = null")
                     + " where ctid = ?::tid")) {
            for (int found = ROWS; found == ROWS; ) {
                found = 0;
                try (ResultSet row = rows.executeQuery()) {
                    while (row.next()) {
                        update.setBytes(1, seal.sealWithKeyset(column, row.getString(2), row.getBytes(3)));
                        update.setString(2, row.getString(1));
                        update.addBatch();
                        found++;
                    }
                }
                update.executeBatch();
            }
        }
    }

    private static String condition(SealedColumn column) {
        return switch (column) {
            case ADJUSTMENT, ADJUSTMENT_DETAIL -> " and adjustment and not in_letter";
            case DOCUMENT -> " and sha256 in (select d.sha256 from document d where d.kind = 'occupationalHealthReferral')";
            default -> "";
        };
    }
}
