package fairway.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.JdbcTemplate;

/** Searches every table that there is, the engine's too. */
public class EveryTable {

    private final JdbcTemplate jdbc;

    public EveryTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Tables, of those whose name the condition picks, that hold the word in any column, bytes included. */
    public List<String> with(String word, String names) {
        List<String> found = new ArrayList<>();
        for (Map<String, Object> column : jdbc.queryForList("select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' "
                + "and table_name in (select tablename from pg_tables where schemaname = 'public') and " + names)) {
            String name = "\"" + column.get("column_name") + "\"";
            String text = "bytea".equals(column.get("data_type")) ? "encode(" + name + ", 'escape')" : name + "::text";
            if (jdbc.queryForObject("select count(*) from " + column.get("table_name") + " where " + text + " ilike ?", Long.class, "%" + word + "%") > 0) {
                found.add(column.get("table_name") + "." + column.get("column_name"));
            }
        }
        return found.stream().sorted().distinct().toList();
    }

    /** Tables with the word standing by itself in any column of text, e.g. a staff number. */
    public List<String> withWord(String word) {
        List<String> found = new ArrayList<>();
        for (Map<String, Object> column : jdbc.queryForList("select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type like '%char%' or "
                + "table_schema = 'public' and data_type = 'text'")) {
            if (jdbc.queryForObject("select count(*) from " + column.get("table_name") + " where \"" + column.get("column_name") + "\" ~ ?", Long.class,
                    "(^|[^0-9])" + word + "([^0-9]|$)") > 0) {
                found.add(column.get("table_name") + "." + column.get("column_name"));
            }
        }
        return found.stream().sorted().toList();
    }

    /** By table, every row that holds the word anywhere, as text. */
    public Map<String, List<String>> rowsWith(String word) {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : jdbc.queryForList("select tablename from pg_tables where schemaname = 'public'", String.class)) {
            List<String> found = jdbc.queryForList("select t::text from " + table + " t where t::text ilike ? order by 1", String.class, "%" + word + "%");
            if (!found.isEmpty()) {
                rows.put(table, found);
            }
        }
        return rows;
    }
}
