package fairway.process.doors;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fairway.process.AsEngine;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Which case or line a call at the engine's doors is about, for the access log: by the task, job, incident or process instance in its address. */
@Component
class CaseOfCall {

    private static final Pattern ONE = Pattern.compile("(?:^|.*/)(task|job|incident|process-instance)/([0-9a-fA-F-]{36})(?:/.*)?");

    private final TaskService tasks;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final AsEngine asEngine;

    CaseOfCall(TaskService tasks, ManagementService management, RuntimeService runtime, AsEngine asEngine) {
        this.tasks = tasks;
        this.management = management;
        this.runtime = runtime;
        this.asEngine = asEngine;
    }

    /** The address with the case or line before it, where it is about one. */
    String inTheLog(String address) {
        Matcher one = ONE.matcher(address);
        return one.matches() ? asEngine.call(() -> instance(one.group(1), one.group(2)).flatMap(this::businessKey)).map(key -> key + " " + address).orElse(address) : address;
    }

    private Optional<String> instance(String kind, String id) {
        return switch (kind) {
            case "task" -> Optional.ofNullable(tasks.createTaskQuery().taskId(id).singleResult()).map(Task::getProcessInstanceId);
            case "job" -> Optional.ofNullable(management.createJobQuery().jobId(id).singleResult()).map(Job::getProcessInstanceId);
            case "incident" -> Optional.ofNullable(runtime.createIncidentQuery().incidentId(id).singleResult()).map(Incident::getProcessInstanceId);
            default -> Optional.of(id);
        };
    }

    private Optional<String> businessKey(String instance) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult()).map(ProcessInstance::getBusinessKey);
    }
}
