package fairway.support;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All rows of all tables as they were at one moment, kept in a schema of their own: what has been changed since is told by the versions of the rows
 * ({@code ctid} and {@code xmin}, so that nothing large is read), and only these tables are put back.
 */
public class Snapshot {

    private static final String SCHEMA = "snapshot";
    /** Where an attempt leaves its mark by itself: logins, meters, the record of what was refused. */
    private static final String ONLY_COUNTS = "act\\_ru\\_meter%";

    private final JdbcTemplate jdbc;
    private final List<String> tables;
    private final String versions;
    private Map<String, String> kept;

    public Snapshot(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.tables = jdbc.queryForList("select tablename from pg_tables where schemaname = 'public' and tablename not like ? "
                + "and tablename not in ('access_log', 'wrong_password', 'fairway_schema_history') order by 1", String.class, ONLY_COUNTS);
        this.versions = String.join(" union all ", tables.stream()
                .map(table -> "select '" + table + "', count(*) || ':' || coalesce(sum(hashtextextended(ctid::text || xmin::text, 0)), 0) from " + table).toList());
    }

    public Snapshot take() {
        jdbc.execute("drop schema if exists " + SCHEMA + " cascade; create schema " + SCHEMA);
        jdbc.execute(String.join("; ", tables.stream().map(table -> "create table " + SCHEMA + "." + table + " as table public." + table).toList()));
        kept = versions();
        return this;
    }

    /** By table, how many rows it has and what their versions are. A row written anew with what it held counts as changed. */
    public Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        jdbc.query(this.versions, row -> {
            versions.put(row.getString(1), row.getString(2));
        });
        return versions;
    }

    public static List<String> changed(Map<String, String> before, Map<String, String> now) {
        return now.keySet().stream().filter(table -> !now.get(table).equals(before.get(table))).toList();
    }

    /** Every table is again what it was when the snapshot was taken. */
    public void putBack() {
        List<String> changed = changed(kept, versions());
        if (!changed.isEmpty()) {
            String all = "set local session_replication_role = replica; " + String.join("; ", changed.stream()
                    .map(table -> "delete from " + table + "; insert into " + table + " overriding system value select * from " + SCHEMA + "." + table).toList());
            new TransactionTemplate(new DataSourceTransactionManager(jdbc.getDataSource())).executeWithoutResult(together -> jdbc.execute(all));
            kept = versions();
        }
    }

    public void forget() {
        jdbc.execute("drop schema if exists " + SCHEMA + " cascade");
    }
}
