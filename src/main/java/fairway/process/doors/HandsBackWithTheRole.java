package fairway.process.doors;

import java.util.List;
import java.util.function.Predicate;

import fairway.access.HrLabels;
import fairway.access.Role;
import fairway.process.TaskOwners;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Users and groups in the engine's own tables. Whoever loses a role hands back in the same transaction what they took from its queues: as long as it
 * is theirs nobody else can take it, and they cannot do it any more.
 */
class HandsBackWithTheRole extends DbIdentityServiceProvider {

    static SessionFactory each() {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return DbIdentityServiceProvider.class;
            }

            @Override
            public Session openSession() {
                return new HandsBackWithTheRole();
            }
        };
    }

    @Override
    public IdentityOperationResult deleteMembership(String userId, String groupId) {
        IdentityOperationResult done = super.deleteMembership(userId, groupId);
        handBack(userId, queue -> roleOf(queue).group().equals(groupId));
        return done;
    }

    @Override
    public IdentityOperationResult deleteUser(String userId) {
        IdentityOperationResult done = super.deleteUser(userId);
        handBack(userId, queue -> true);
        return done;
    }

    private static Role roleOf(String queue) {
        return queue.startsWith(HrLabels.DIVISION) || queue.startsWith(HrLabels.CASE) ? Role.HR : Role.OPERATIONS;
    }

    private static void handBack(String userId, Predicate<String> lost) {
        CommandContext command = Context.getCommandContext();
        List<TaskEntity> taken = command.runWithoutAuthorization(() -> command.getTaskManager().findTasksByQueryCriteria(new TaskQueryImpl().taskAssignee(userId))).stream()
                .map(TaskEntity.class::cast)
                .filter(task -> task.getIdentityLinks().stream().map(link -> link.getGroupId()).anyMatch(group -> group != null && CaseTasks.isQueue(group) && lost.test(group)))
                .toList();
        taken.forEach(task -> TaskOwners.change(task, changed -> changed.setAssignee(null)));
    }
}
