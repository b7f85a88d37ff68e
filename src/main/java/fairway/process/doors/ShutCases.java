package fairway.process.doors;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers a query of the engine as if certain cases had never been: lists, pages, counts and statistics alike. For that one query the database
 * itself leaves their rows out, by temporary views that stand before the engine's tables and are gone with the transaction. Whatever a query
 * joins or sums up, there is nothing of these cases in it.
 */
@Component
class ShutCases {

    /** The engine's tables with rows of single process instances, each with the column that names the instance. */
    static final Map<String, String> TABLES = new TreeMap<>(Map.ofEntries(
            Map.entry("act_ru_execution", "proc_inst_id_"), Map.entry("act_ru_task", "proc_inst_id_"), Map.entry("act_ru_job", "process_instance_id_"),
            Map.entry("act_ru_incident", "proc_inst_id_"), Map.entry("act_ru_variable", "proc_inst_id_"), Map.entry("act_ru_event_subscr", "proc_inst_id_"),
            Map.entry("act_ru_ext_task", "proc_inst_id_"), Map.entry("act_hi_procinst", "proc_inst_id_"), Map.entry("act_hi_actinst", "proc_inst_id_"),
            Map.entry("act_hi_taskinst", "proc_inst_id_"), Map.entry("act_hi_varinst", "proc_inst_id_"), Map.entry("act_hi_detail", "proc_inst_id_"),
            Map.entry("act_hi_incident", "proc_inst_id_"), Map.entry("act_hi_job_log", "process_instance_id_"), Map.entry("act_hi_op_log", "proc_inst_id_"),
            Map.entry("act_hi_comment", "proc_inst_id_"), Map.entry("act_hi_attachment", "proc_inst_id_"), Map.entry("act_hi_decinst", "proc_inst_id_"),
            Map.entry("act_hi_ext_task_log", "proc_inst_id_")));

    private final JdbcTemplate jdbc;
    private final TransactionTemplate ofItsOwn;

    ShutCases(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ofItsOwn = new TransactionTemplate(transactions);
        this.ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The query's answer without these cases (numbers). It only reads: whatever it writes is rolled back with the views. */
    <T> T without(Set<String> numbers, Supplier<T> query) {
        return ofItsOwn.execute(transaction -> {
            transaction.setRollbackOnly();
            leaveOut(numbers);
            return query.get();
        });
    }

    private void leaveOut(Set<String> numbers) {
        String schema = quoted(jdbc.queryForObject("select current_schema()", String.class), '"');
        String cases = numbers.stream().sorted().map(number -> quoted(number, '\'')).collect(Collectors.joining(", "));
        List<String> views = TABLES.entrySet().stream().map(table -> "create temporary view %2$s as select t.* from %1$s.%2$s t where not exists (select 1 from %1$s.act_hi_procinst shut "
                .formatted(schema, table.getKey()) + "where shut.proc_inst_id_ = t." + table.getValue() + " and shut.business_key_ in (" + cases + "))"
                // a job of a case as such names it in its configuration
                + (table.getKey().equals("act_ru_job") ? " and (t.process_instance_id_ is not null or t.handler_cfg_ is null or t.handler_cfg_ not in (" + cases + "))" : "")).toList();
        // named on purpose: a statement that the server has prepared before is read anew only if the path is another one
        jdbc.execute(String.join(";\n", views) + ";\nset local search_path = pg_temp, " + schema);
    }

    private static String quoted(String text, char quote) {
        return quote + text.replace(String.valueOf(quote), String.valueOf(quote) + quote) + quote;
    }
}
