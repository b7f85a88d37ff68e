package fairway.secrecy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/** Seals with the keys of their cases and documents what an earlier version had sealed with the keyset alone. */
@Component
class KeysOfTheirOwn implements JavaMigration {

    private static final Set<SealedColumn> LATER = EnumSet.of(SealedColumn.SUBJECT_ACCESS_PACK, SealedColumn.SUBJECT_ACCESS_REDACTIONS);

    private final Seal seal;

    KeysOfTheirOwn(Seal seal) {
        this.seal = seal;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("36");
    }

    @Override
    public String getDescription() {
        return "keys of their own";
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
        for (SealedColumn column : SealedColumn.values()) {
            if (column.hasOwnKeys() && !LATER.contains(column)) {
                seal(context, column);
            }
        }
    }

    private void seal(Context context, SealedColumn column) throws SQLException {
        try (PreparedStatement rows = context.getConnection().prepareStatement("select ctid::text, " + column.row() + ", " + column.column() + " from " + column.table()
                + " where " + column.column() + " is not null");
             PreparedStatement update = context.getConnection().prepareStatement("update " + column.table() + " set " + column.column() + " = ? where ctid = ?::tid");
             ResultSet row = rows.executeQuery()) {
            while (row.next()) {
                update.setBytes(1, seal.sealBytes(column, row.getString(2), seal.openBytes(column, row.getString(2), row.getBytes(3))));
                update.setString(2, row.getString(1));
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
