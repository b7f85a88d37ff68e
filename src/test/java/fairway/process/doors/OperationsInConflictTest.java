package fairway.process.doors;

import static fairway.monitoring.PlanUnderWay.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import fairway.monitoring.PlanUnderWay;
import fairway.support.Doors;
import fairway.support.FairwayTest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Operations see every running process but those of a case in which they stand in conflict: not in lists, not in counts, not one by one. */
@FairwayTest
class OperationsInConflictTest {

    private static final String OTHER = "PC-2026-000999";

    @Autowired
    private Doors doors;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private ManagementService management;
    @Autowired
    private JdbcTemplate jdbc;

    private String job;
    private String incident;

    /** Two deliveries, one of the case and one of another, each with its job and an incident. */
    @BeforeEach
    void twoCases() {
        PlanUnderWay.in(jdbc);
        for (String number : List.of(OTHER, NUMBER)) {
            String instance = runtime.startProcessInstanceByKey("delivery", number, Map.of("delivery", "7", "byMail", true, "receiptNeeded", false)).getId();
            job = management.createJobQuery().processInstanceId(instance).singleResult().getId();
            incident = runtime.createIncident("test", instance, "7").getId();
        }
    }

    private void opsIsInConflict() {
        jdbc.update("insert into performance_case_conflict values (?, 'ops', 'partner', current_date, 'hr')", NUMBER);
    }

    @Test
    void withoutAConflictTheySeeEverything() {
        assertThat(listed("process-instance")).isEqualTo(2);
        assertThat(listed("job")).isEqualTo(2);
        assertThat(incidents("")).isEqualTo(2);
        assertThat(counted("job/count")).isEqualTo(2);
        assertThat(doors.get("/engine-rest/job/" + job, "ops").status()).isEqualTo(200);
    }

    @Test
    void inConflictTheCaseIsInNoList() {
        opsIsInConflict();
        assertThat(listed("process-instance")).isEqualTo(1);
        assertThat(doors.post("/engine-rest/process-instance", "ops", "{\"businessKey\":\"" + NUMBER + "\"}").body()).isEmpty();
        assertThat(listed("job")).isEqualTo(1);
        assertThat(incidents("")).isEqualTo(1);
    }

    @Test
    void inConflictThePagesOfAListAreFilledWithoutIt() {
        opsIsInConflict();
        assertThat(incidents("?firstResult=0&maxResults=1")).isEqualTo(1);
        assertThat(incidents("?firstResult=1&maxResults=1")).isZero();
        assertThat(doors.post("/engine-rest/job?firstResult=0&maxResults=1", "ops", "{}").body()).hasSize(1);
        assertThat(doors.post("/engine-rest/job?firstResult=1&maxResults=1", "ops", "{}").body()).isEmpty();
    }

    @Test
    void inConflictTheCaseIsNotCounted() {
        opsIsInConflict();
        assertThat(counted("job/count")).isEqualTo(1);
        assertThat(counted("incident/count")).isEqualTo(1);
        JsonNode instances = doors.post("/engine-rest/process-instance/count", "ops", "{\"processDefinitionKey\":\"delivery\"}").body();
        assertThat(instances.path("count").asInt(-1)).isEqualTo(1);
    }

    @Test
    void inConflictNothingOfItIsThereOneByOne() {
        opsIsInConflict();
        assertThat(doors.get("/engine-rest/job/" + job, "ops").status()).isEqualTo(404);
        assertThat(doors.get("/engine-rest/incident/" + incident, "ops").status()).isEqualTo(404);
    }

    @Test
    void theColleagueAndWhoReportsToThemSeeNothingOfItEither() {
        jdbc.update("update staff_member set user_id = 'ops' where staff_number = ?", PlanUnderWay.COLLEAGUE);
        assertThat(listed("job")).isEqualTo(1);
    }

    /** A table that the engine brings along one day, and that nobody leaves out, would tell. */
    @Test
    void everyTableWithRowsOfProcessInstancesIsLeftOut() {
        assertThat(jdbc.queryForList("select table_name from information_schema.columns where table_schema = current_schema() and table_name like 'act\\_%' "
                + "and column_name in ('proc_inst_id_', 'process_instance_id_') order by 1", String.class)).containsExactlyInAnyOrderElementsOf(ShutCases.TABLES.keySet());
    }

    private int listed(String what) {
        Doors.Reply reply = doors.post("/engine-rest/" + what, "ops", "{}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.body().size();
    }

    private int incidents(String page) {
        return doors.get("/engine-rest/incident" + page, "ops").body().size();
    }

    private int counted(String path) {
        return doors.get("/engine-rest/" + path, "ops").body().path("count").asInt(-1);
    }
}
