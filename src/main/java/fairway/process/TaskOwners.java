package fairway.process;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Open tasks whose owners changed: the model's own expressions say who it is now. */
@Component
@Transactional
public class TaskOwners {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ProcessEngineConfigurationImpl engine;
    private final AsEngine asEngine;

    TaskOwners(RuntimeService runtime, TaskService tasks, @Lazy ProcessEngineConfigurationImpl engine, AsEngine asEngine) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.engine = engine;
        this.asEngine = asEngine;
    }

    /**
     * Assignees and queues of all open tasks under this business key; deliveries included: a paper copy that is to be handed over is the new owner's, too.
     *
     * @param isShutTo whether a user may not keep a task that they claimed from a queue
     */
    public void askAnew(String businessKey, Predicate<String> isShutTo) {
        asEngine.run(() -> onTasks(runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list(), task -> {
            TaskDefinition definition = task.getTaskDefinition();
            if (definition.getAssigneeExpression() != null) {
                String owner = (String) definition.getAssigneeExpression().getValue(task.getExecution());
                boolean keepClaim = owner == null && task.getAssignee() != null && !definition.getCandidateGroupIdExpressions().isEmpty()
                        && !isShutTo.test(task.getAssignee());
                if (!keepClaim && !Objects.equals(owner, task.getAssignee())) {
                    task.setAssignee(owner);
                }
            }
            Set<String> groups = definition.getCandidateGroupIdExpressions().stream()
                    .map(e -> (String) e.getValue(task.getExecution())).collect(Collectors.toSet());
            Set<String> before = task.getCandidates().stream().map(link -> link.getGroupId()).filter(Objects::nonNull).collect(Collectors.toSet());
            before.stream().filter(g -> !groups.contains(g)).forEach(task::deleteCandidateGroup);
            groups.stream().filter(g -> !before.contains(g)).forEach(task::addCandidateGroup);
        }));
    }

    /** Changes the open tasks of these instances, and lets Tasklist know. */
    void onTasks(List<ProcessInstance> instances, Consumer<TaskEntity> change) {
        List<String> ids = instances.stream().map(ProcessInstance::getProcessInstanceId).toList();
        if (ids.isEmpty()) {
            return;
        }
        engine.getCommandExecutorTxRequired().execute(context -> {
            tasks.createTaskQuery().processInstanceIdIn(ids.toArray(String[]::new)).list().stream()
                    .map(t -> context.getTaskManager().findTaskById(t.getId()))
                    .forEach(task -> change(task, change));
            return null;
        });
    }

    /** Gives a task to somebody, or to nobody. @param userId null for nobody */
    public void give(String taskId, String userId) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            change(context.getTaskManager().findTaskById(taskId), task -> task.setAssignee(userId));
            return null;
        });
    }

    /** Within a command of the engine. What operations have suspended changes its owner all the same, and stays suspended: the engine by itself refuses that. */
    public static void change(TaskEntity task, Consumer<TaskEntity> change) {
        int state = task.getSuspensionState();
        task.setSuspensionState(SuspensionState.ACTIVE.getStateCode());
        try {
            change.accept(task);
            task.triggerUpdateEvent();
        } finally {
            task.setSuspensionState(state);
        }
    }
}
