package fairway.process.doors;

import java.util.function.Supplier;

import fairway.access.Role;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Asks the policy of cases for every single task and process instance that is read or worked on at the engine's doors. What only a form may
 * do is refused here whatever rows are granted: variables set, assignees, tasks made or deleted by hand. (The engine asks for the variables of
 * a task when it reads its form; reading them as such is closed by the list of what is open.)
 */
class CaseCommandChecker extends AuthorizationCommandChecker {

    private final Supplier<CaseTasks> tasks;

    CaseCommandChecker(Supplier<CaseTasks> tasks) {
        this.tasks = tasks;
    }

    @Override
    public void checkReadTask(TaskEntity task) {
        Authentication user = askedBy();
        if (user != null && !tasks.get().maySee(user, task)) {
            throw refused(user, Permissions.READ, Resources.TASK, task.getId());
        }
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        Authentication user = askedBy();
        if (user != null && !tasks.get().mayWork(user, task)) {
            throw refused(user, TaskPermissions.TASK_WORK, Resources.TASK, task.getId());
        }
    }

    /** Handing a task back to the queue that it came from is all that people do to assignees. */
    @Override
    public void checkTaskAssign(TaskEntity task) {
        Authentication user = askedBy();
        if (user != null && !tasks.get().mayHandBack(user, task)) {
            throw refused(user, TaskPermissions.TASK_ASSIGN, Resources.TASK, task.getId());
        }
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
        checkReadTask(task);
    }

    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        refuse(TaskPermissions.UPDATE_VARIABLE, Resources.TASK, task.getId());
    }

    @Override
    public void checkCreateTask(TaskEntity task) {
        refuse(Permissions.CREATE, Resources.TASK, null);
    }

    @Override
    public void checkCreateTask() {
        refuse(Permissions.CREATE, Resources.TASK, null);
    }

    @Override
    public void checkDeleteTask(TaskEntity task) {
        refuse(Permissions.DELETE, Resources.TASK, task.getId());
    }

    @Override
    public void checkReadProcessInstance(String processInstanceId) {
        ExecutionEntity execution = Context.getCommandContext().getExecutionManager().findExecutionById(processInstanceId);
        if (execution != null) {
            checkReadProcessInstance(execution);
        }
    }

    @Override
    public void checkReadProcessInstance(ExecutionEntity execution) {
        Authentication user = askedBy();
        if (user == null) {
            return;
        }
        String businessKey = execution.getProcessInstance().getBusinessKey();
        if (tasks.get().groups(user).contains(Role.OPERATIONS.group()) && !tasks.get().isInConflict(user, businessKey)) {
            super.checkReadProcessInstance(execution);
        } else if (!tasks.get().maySee(user, businessKey)) {
            throw refused(user, Permissions.READ, Resources.PROCESS_INSTANCE, execution.getProcessInstanceId());
        }
    }

    @Override
    public void checkReadProcessInstanceVariable(ExecutionEntity execution) {
        refuse(Permissions.READ, Resources.PROCESS_INSTANCE, execution.getProcessInstanceId());
    }

    @Override
    public void checkUpdateProcessInstanceVariables(ExecutionEntity execution) {
        refuse(Permissions.UPDATE, Resources.PROCESS_INSTANCE, execution.getProcessInstanceId());
    }

    @Override
    public void checkUpdateProcessInstance(ExecutionEntity execution) {
        refuseInConflict(Permissions.UPDATE, execution.getProcessInstance().getBusinessKey());
        super.checkUpdateProcessInstance(execution);
    }

    @Override
    public void checkUpdateProcessInstanceSuspensionState(ExecutionEntity execution) {
        refuseInConflict(Permissions.UPDATE, execution.getProcessInstance().getBusinessKey());
        super.checkUpdateProcessInstanceSuspensionState(execution);
    }

    @Override
    public void checkReadJob(JobEntity job) {
        refuseInConflict(Permissions.READ, caseOf(job));
        super.checkReadJob(job);
    }

    @Override
    public void checkUpdateJob(JobEntity job) {
        refuseInConflict(Permissions.UPDATE, caseOf(job));
        super.checkUpdateJob(job);
    }

    @Override
    public void checkUpdateRetriesJob(JobEntity job) {
        refuseInConflict(Permissions.UPDATE, caseOf(job));
        super.checkUpdateRetriesJob(job);
    }

    /** The business key of its process instance; a job of a case as such names the case in its configuration. */
    private static String caseOf(JobEntity job) {
        if (job.getProcessInstanceId() == null) {
            return job.getJobHandlerConfigurationRaw();
        }
        ExecutionEntity instance = Context.getCommandContext().getExecutionManager().findExecutionById(job.getProcessInstanceId());
        return instance == null ? null : instance.getBusinessKey();
    }

    /** Repairs of operations stop at a case in which they stand in conflict. */
    private void refuseInConflict(Permission permission, String businessKey) {
        Authentication user = askedBy();
        if (user != null && tasks.get().isInConflict(user, businessKey)) {
            throw refused(user, permission, Resources.PROCESS_INSTANCE, businessKey);
        }
    }

    private void refuse(Permission permission, Resource resource, String id) {
        Authentication user = askedBy();
        if (user != null) {
            throw refused(user, permission, resource, id);
        }
    }

    private static AuthorizationException refused(Authentication user, Permission permission, Resource resource, String id) {
        return new AuthorizationException(user.getUserId(), permission.getName(), resource.resourceName(), id);
    }

    /** Whoever is at a door; null when the engine or the application works by its own rules. */
    private static Authentication askedBy() {
        Authentication user = Context.getCommandContext().getAuthentication();
        return user != null && user.getUserId() != null && Context.getCommandContext().isAuthorizationCheckEnabled() ? user : null;
    }
}
