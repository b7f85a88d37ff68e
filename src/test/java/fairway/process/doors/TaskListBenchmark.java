package fairway.process.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

import fairway.support.FairwayTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long Tasklist waits for a page of fifteen tasks and their count while the Trust grows, beside an engine with stock authorizations on the
 * same rows of the same database. A manager has ten tasks and an HR adviser forty, however many there are. Run by
 * {@code mvn verify -Pbenchmark}.
 */
@FairwayTest
class TaskListBenchmark {

    private static final int[] SIZES = {500, 5_000, 20_000};
    private static final int TIMES = 60;
    private static final int WARM_UP = 100;
    /** What two runs of the same query differ by. */
    private static final double NOISE = 0.1;
    private static final int MANAGERS_OWN = 10;
    private static final int ADVISERS_OWN = 40;
    private static final String ADVISERS_QUEUE = "hr-urgent-care";
    private static final List<String> OTHER_QUEUES = List.of("hr-surgery", "hr-women-and-children", "hr-specialised-clinical-services", "hr-corporate");

    /** Who asks, and for what; {@code stockGroups} are what stock needs to be told to find the same. */
    private record Asked(String name, String user, String role, List<String> stockGroups, boolean fixedSet, boolean farFaster, UnaryOperator<TaskQuery> by) {

        private List<String> groupsOn(boolean stock) {
            List<String> groups = new ArrayList<>(List.of(role));
            groups.addAll(stock ? stockGroups : List.of());
            return groups;
        }
    }

    private static final List<Asked> ASKED = List.of(
            new Asked("own tasks, manager", "teamleader", "manager", List.of(), true, false, query -> query.taskAssignee("teamleader")),
            new Asked("no criteria, manager", "teamleader", "manager", List.of(), true, true, query -> query),
            new Asked("own tasks, adviser", "hr2", "hr", List.of(ADVISERS_QUEUE), true, false, query -> query.taskAssignee("hr2")),
            new Asked("no criteria, adviser", "hr2", "hr", List.of(ADVISERS_QUEUE), true, true, query -> query),
            new Asked("HR queue, adviser", "hr2", "hr", List.of(ADVISERS_QUEUE), true, true, query -> query.withCandidateGroups().includeAssignedTasks()),
            // of a queue that stays short stock's list is quick too: its database begins with the queue, whatever there is besides
            new Asked("HR division, a short one", "hr2", "hr", List.of(ADVISERS_QUEUE), true, false,
                    query -> query.taskCandidateGroup(ADVISERS_QUEUE).includeAssignedTasks()),
            new Asked("HR division, a growing one", "hr3", "hr", List.of("hr-surgery"), false, true,
                    query -> query.taskCandidateGroup("hr-surgery").includeAssignedTasks()));

    @Autowired
    ProcessEngine fairway;
    @Autowired
    DataSource database;
    @Autowired
    JdbcTemplate jdbc;

    private ProcessEngine stock;
    private String deployment;
    private int tasks;

    @BeforeEach
    void startStock() {
        ProcessEngineConfigurationImpl settings = new StandaloneProcessEngineConfiguration();
        settings.setProcessEngineName("stock");
        settings.setDataSource(database);
        settings.setDatabaseSchemaUpdate("false");
        settings.setHistory("activity");
        settings.setJobExecutorActivate(false);
        settings.setMetricsEnabled(false);
        settings.setIdGenerator(new StrongUuidGenerator());
        settings.setAuthorizationEnabled(true);
        settings.setAuthorizationCheckRevokes("never");
        settings.setCmmnEnabled(false);
        settings.setStandaloneTasksEnabled(false);
        settings.setEnforceHistoryTimeToLive(false);
        stock = settings.buildProcessEngine();
        deployment = stock.getRepositoryService().createDeployment().name("benchmark")
                .addModelInstance("benchmarkOwn.bpmn", Bpmn.createExecutableProcess("benchmarkOwn").startEvent()
                        .userTask("userTask_own").name("Own").camundaAssignee("${who}").endEvent().done())
                .addModelInstance("benchmarkQueue.bpmn", Bpmn.createExecutableProcess("benchmarkQueue").startEvent()
                        .userTask("userTask_queue").name("Queue").camundaAssignee("${who}").camundaCandidateGroups("${queue}").endEvent().done())
                .deploy().getId();
    }

    @AfterEach
    void stopStock() {
        for (String table : List.of("act_ru_identitylink", "act_ru_task", "act_ru_variable", "act_ru_execution", "act_hi_procinst", "act_hi_actinst", "act_hi_taskinst", "act_hi_identitylink")) {
            jdbc.execute("truncate " + table + " cascade");
        }
        jdbc.update("delete from act_ru_authorization where resource_type_ = 7 and user_id_ is not null or group_id_ like 'hr-%'");
        fairway.getRepositoryService().deleteDeployment(deployment);
        stock.close();
    }

    @Test
    void listsStayFastWhileTheTrustGrows() {
        List<String> wrong = new ArrayList<>();
        double[] first = new double[ASKED.size()];
        for (int size : SIZES) {
            grow(size);
            System.out.printf("%n%,d open tasks, page of 15 and count, milliseconds%n%-28s %10s %10s %12s %8s%n", size, "", "median", "p95", "stock median", "ratio");
            if (size == SIZES[0]) {
                for (int time = 0; time < WARM_UP; time++) {
                    ASKED.forEach(asked -> {
                        milliseconds(stock, asked, true);
                        milliseconds(fairway, asked, false);
                    });
                }
            }
            for (int at = 0; at < ASKED.size(); at++) {
                Asked asked = ASKED.get(at);
                assertThat(seen(fairway, asked, false)).as(asked.name()).isEqualTo(seen(stock, asked, true));
                for (int time = 0; time < WARM_UP; time++) {
                    milliseconds(fairway, asked, false);
                }
                int stockTimes = milliseconds(stock, asked, true) > 100 ? 4 : 30;
                double[] theirs = new double[stockTimes];
                double[] ours = new double[TIMES];
                for (int time = 0; time < TIMES; time++) {
                    if (time % (TIMES / stockTimes) == 0) {
                        theirs[time / (TIMES / stockTimes)] = milliseconds(stock, asked, true);
                    }
                    ours[time] = milliseconds(fairway, asked, false);
                }
                double ratio = at(theirs, 0.5) / at(ours, 0.5);
                System.out.printf("%-28s %10.1f %10.1f %12.1f %8.1f%n", asked.name(), at(ours, 0.5), at(ours, 0.95), at(theirs, 0.5), ratio);
                if (size == SIZES[0]) {
                    first[at] = at(ours, 0.95);
                } else if (size == SIZES[2] && asked.fixedSet() && at(ours, 0.95) > 2 * first[at]) {
                    wrong.add(asked.name() + ": p95 more than twice its own at " + SIZES[0]);
                }
                if (ratio < 1 - NOISE) {
                    wrong.add(asked.name() + " at " + size + ": slower than stock");
                }
                if (size == SIZES[1] && asked.farFaster() && ratio < 20) {
                    wrong.add(asked.name() + ": not 20 times faster than stock");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void grow(int size) {
        while (tasks < size) {
            int number = tasks++;
            if (number < MANAGERS_OWN) {
                start("benchmarkOwn", number, "teamleader", null);
            } else if (number < MANAGERS_OWN + ADVISERS_OWN) {
                start("benchmarkQueue", number, number % 4 == 0 ? "hr2" : null, ADVISERS_QUEUE);
            } else if (number % 2 == 0) {
                start("benchmarkOwn", number, "manager-" + number / 20, null);
            } else {
                start("benchmarkQueue", number, number % 4 == 1 ? "adviser-" + number / 80 : null, OTHER_QUEUES.get(number / 2 % OTHER_QUEUES.size()));
            }
        }
        jdbc.execute("vacuum analyze");
    }

    private void start(String process, int number, String who, String queue) {
        VariableMap variables = Variables.createVariables().putValueTyped("who", Variables.stringValue(who, true))
                .putValueTyped("queue", Variables.stringValue(queue, true));
        stock.getRuntimeService().startProcessInstanceByKey(process, "benchmark-%06d".formatted(number), variables);
    }

    private static List<Object> seen(ProcessEngine engine, Asked asked, boolean onStock) {
        return as(engine, asked, onStock, query -> List.of(query.count(), query.listPage(0, 15).stream().map(task -> task.getId()).toList()));
    }

    private static double milliseconds(ProcessEngine engine, Asked asked, boolean onStock) {
        long start = System.nanoTime();
        seen(engine, asked, onStock);
        return (System.nanoTime() - start) / 1e6;
    }

    private static <T> T as(ProcessEngine engine, Asked asked, boolean onStock, Function<TaskQuery, T> work) {
        engine.getIdentityService().setAuthentication(asked.user(), asked.groupsOn(onStock));
        try {
            return work.apply(asked.by().apply(engine.getTaskService().createTaskQuery()).orderByTaskCreateTime().desc().orderByTaskId().asc());
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private static double at(double[] times, double share) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
