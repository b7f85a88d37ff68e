package fairway.support;

import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Empties engine and tables before each test and fixes the clock; what was deployed, users and filters stay. */
public class CleanSlate implements BeforeEachCallback, AfterEachCallback {

    private static final List<String> KEPT = List.of("fairway_schema_history");

    @Override
    public void beforeEach(ExtensionContext test) {
        ApplicationContext context = SpringExtension.getApplicationContext(test);
        TestClock.set(TestClock.START);
        BpmnAwareTests.init(context.getBean(ProcessEngine.class));
        context.getBean(IdentityService.class).clearAuthentication();
        MailBox.empty();
        WebSession.forgetAll();
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        empty(jdbc);
        context.getBean(World.class).populate();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        SpringExtension.getApplicationContext(test).getBean(IdentityService.class).clearAuthentication();
    }

    /** No case, no line, no task, no person any more. */
    public static void empty(JdbcTemplate jdbc) {
        List<String> tables = jdbc.queryForList("select tablename from pg_tables where schemaname = 'public'", String.class);
        List<String> emptied = tables.stream().filter(t -> !t.startsWith("act_") || t.startsWith("act_hi_")
                        || List.of("act_ru_execution", "act_ru_task", "act_ru_variable", "act_ru_job", "act_ru_event_subscr", "act_ru_incident",
                        "act_ru_identitylink", "act_ru_ext_task", "act_ru_batch").contains(t))
                .filter(t -> !KEPT.contains(t)).toList();
        jdbc.execute("set session_replication_role = replica");
        try {
            emptied.forEach(table -> jdbc.execute("delete from " + table));
        } finally {
            jdbc.execute("set session_replication_role = default");
        }
        jdbc.execute("delete from act_ge_bytearray where deployment_id_ is null");
    }
}
