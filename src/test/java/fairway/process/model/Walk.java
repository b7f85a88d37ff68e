package fairway.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/** One instance and those that it calls or starts, all with one business key, taken from step to step. */
final class Walk {

    private final ProcessEngine engine;
    private final String businessKey;

    private Walk(ProcessEngine engine, String businessKey) {
        this.engine = engine;
        this.businessKey = businessKey;
    }

    /** Starts an instance; variables as name, value, name, value. */
    static Walk start(ModelEngine models, String process, String businessKey, Object... variables) {
        models.engine().getRuntimeService().startProcessInstanceByKey(process, businessKey, map(variables));
        return new Walk(models.engine(), businessKey);
    }

    /** Completes the one open task of that key. */
    Walk complete(String task, Object... variables) {
        engine.getTaskService().complete(task(task).getId(), map(variables));
        return this;
    }

    List<Task> open(String key) {
        return engine.getTaskService().createTaskQuery().taskDefinitionKey(key).processInstanceBusinessKey(businessKey).list();
    }

    Task task(String key) {
        List<Task> found = open(key);
        assertThat(found).as("open tasks %s among %s", key, tasks()).hasSize(1);
        return found.get(0);
    }

    /** Keys of the open tasks, sorted. */
    List<String> tasks() {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(businessKey).list().stream()
                .map(Task::getTaskDefinitionKey).sorted().toList();
    }

    /** The one waiting timer or asynchronous step at that element runs now. */
    Walk run(String element) {
        List<Job> found = jobs(element);
        assertThat(found).as("jobs at %s", element).hasSize(1);
        engine.getManagementService().executeJob(found.get(0).getId());
        return this;
    }

    List<Job> jobs(String element) {
        Set<String> instances = engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .map(Execution::getId).collect(Collectors.toSet());
        return engine.getManagementService().createJobQuery().activityId(element).list().stream()
                .filter(job -> instances.contains(job.getProcessInstanceId())).toList();
    }

    Walk tell(String message, Object... variables) {
        engine.getRuntimeService().createMessageCorrelation(message).processInstanceBusinessKey(businessKey).setVariables(map(variables)).correlate();
        return this;
    }

    /** Times that the element was reached. */
    long visits(String element) {
        Set<String> instances = engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .map(HistoricProcessInstance::getId).collect(Collectors.toSet());
        return engine.getHistoryService().createHistoricActivityInstanceQuery().activityId(element).list().stream()
                .filter(visit -> instances.contains(visit.getProcessInstanceId())).count();
    }

    /** A variable as the open task of that key sees it. */
    Object variable(String task, String name) {
        return engine.getTaskService().getVariable(task(task).getId(), name);
    }

    boolean isOver() {
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(businessKey).count() == 0;
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        assertThat(pairs.length % 2).as("pairs %s", Arrays.toString(pairs)).isZero();
        return map;
    }
}
