package fairway.process.doors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * The engine's authorizations with the policy of cases in place of rows per task: a task query is narrowed down by who asks, before it
 * counts or lists anything. What is granted to groups as a whole (definitions, filters, the Admin screens) stays with the engine's own rows.
 */
class CaseAuthorizations extends AuthorizationManager {

    private final Supplier<CaseTasks> tasks;

    private CaseAuthorizations(Supplier<CaseTasks> tasks) {
        this.tasks = tasks;
    }

    /** One for each command, as the engine wants its managers. */
    static SessionFactory each(Supplier<CaseTasks> tasks) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new CaseAuthorizations(tasks);
            }
        };
    }

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        configureQuery(query);
        query.getQueries().removeIf(OfMine.class::isInstance);
        if (isAuthCheckExecuted()) {
            query.getAuthCheck().setAuthorizationCheckEnabled(false);
            query.addOrQuery(new OfMine(tasks.get().reach(getCurrentAuthentication())));
        }
    }

    /** The policy as one more bracket of the query's WHERE: assigned to me, or in a queue of mine. The engine joins brackets by AND. */
    private static final class OfMine extends TaskQueryImpl {

        private static final long serialVersionUID = 1L;

        private OfMine(CaseTasks.Reach reach) {
            setOrQueryActive();
            taskAssignee(reach.userId());
            if (!reach.isOnlyTheirOwn()) {
                candidateGroups = new ArrayList<>(reach.queues());
                candidateGroupLike = reach.everyDivision() ? "hr-%" : null;
                includeAssignedTasksInternal();
            }
        }
    }

    /** Everybody may read their own profile and the groups that they are in. */
    @Override
    public void configureQuery(AbstractQuery query, Resource resource) {
        super.configureQuery(query, resource);
        if (isAuthCheckExecuted() && isAboutThemselves(query, getCurrentAuthentication().getUserId())) {
            query.getAuthCheck().setAuthorizationCheckEnabled(false);
        }
    }

    private static boolean isAboutThemselves(AbstractQuery<?, ?> query, String userId) {
        return query instanceof UserQueryImpl users && userId.equals(users.getId())
                || query instanceof GroupQueryImpl groups && userId.equals(groups.getUserId());
    }

    @Override
    public boolean isAuthorized(String userId, List<String> groupIds, PermissionCheck check) {
        return isTheirOwnProfile(userId, check.getPermission(), check.getResource(), check.getResourceId())
                || super.isAuthorized(userId, groupsOf(userId, groupIds), check);
    }

    @Override
    public boolean isAuthorized(String userId, List<String> groupIds, CompositePermissionCheck checks) {
        return super.isAuthorized(userId, groupsOf(userId, groupIds), checks);
    }

    private static boolean isTheirOwnProfile(String userId, Permission permission, Resource resource, String resourceId) {
        return resource == Resources.USER && permission == Permissions.READ && userId != null && userId.equals(resourceId);
    }

    /** Where the engine was told the user alone, their groups count all the same. */
    private List<String> groupsOf(String userId, List<String> groupIds) {
        return groupIds != null || userId == null ? groupIds
                : new ArrayList<>(tasks.get().groups(new Authentication(userId, null)));
    }
}
