package fairway.demonstration;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;

/** People completing forms, in the same way as Tasklist has them do it. */
class Play {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identity;

    Play(RuntimeService runtime, TaskService tasks, IdentityService identity) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.identity = identity;
    }

    /** Starts a process by its form; answers the business key. */
    String start(String user, String processKey, String submission) {
        return as(user, () -> runtime.startProcessInstanceByKey(processKey, submission(submission)).getBusinessKey());
    }

    List<Task> open(String formId, String businessKey) {
        return tasks.createTaskQuery().taskDefinitionKey("userTask_" + formId).processInstanceBusinessKey(businessKey).list();
    }

    /** The open tasks of that form that it is time for, of these business keys. */
    List<Task> due(String formId, List<String> businessKeys) {
        return tasks.createTaskQuery().taskDefinitionKey("userTask_" + formId).processInstanceBusinessKeyIn(businessKeys.toArray(String[]::new))
                .followUpBefore(org.camunda.bpm.engine.impl.util.ClockUtil.getCurrentTime()).list();
    }

    /** Completes the task as its assignee; {@code claimant} takes it first where it is in a queue. */
    void complete(Task task, String claimant, String submission) {
        String user = task.getAssignee() == null ? claimant : task.getAssignee();
        if (task.getAssignee() == null) {
            tasks.setAssignee(task.getId(), user);
        }
        as(user, () -> {
            tasks.complete(task.getId(), submission(submission));
            return null;
        });
    }

    String businessKey(Task task) {
        return runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey();
    }

    private <T> T as(String user, Supplier<T> work) {
        identity.setAuthenticatedUserId(user);
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    private static Map<String, Object> submission(String json) {
        return Variables.createVariables().putValueTyped("submission", SpinValues.jsonValue(json).setTransient(true).create());
    }
}
