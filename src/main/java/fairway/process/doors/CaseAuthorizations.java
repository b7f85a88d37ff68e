package fairway.process.doors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import fairway.access.HrLabels;
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

    /** The engine's rows are not asked: to find out which groups have any, it reads them all. */
    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        query.getAuthCheck().getPermissionChecks().clear();
        query.getAuthCheck().setAuthorizationCheckEnabled(false);
        query.getQueries().removeIf(OfMine.class::isInstance);
        if (isAuthCheckExecuted()) {
            narrow(query, getCurrentAuthentication());
        }
    }

    /**
     * The ids of what somebody may see are read first, as long as they are few: the database finds them by its indexes, which it cannot do for a join
     * with an alternative, nor for a queue of which it does not know how long it is. A query for somebody's own tasks alone needs nothing more
     * while all that was given to them is theirs.
     */
    private void narrow(TaskQueryImpl query, Authentication user) {
        CaseTasks mine = tasks.get();
        if (!mine.hasOnlyTheirs(user)) {
            query.addOrQuery(OfMine.theseAndQueues(mine.stillTheirs(user), mine.reach(user)));
        } else if (!user.getUserId().equals(query.getAssignee())) {
            narrowForPeople(query, mine, mine.reach(user));
        }
    }

    private static void narrowForPeople(TaskQueryImpl query, CaseTasks mine, CaseTasks.Reach reach) {
        Optional<List<String>> few = reach.isOnlyTheirOwn() ? Optional.empty() : mine.fewTasksOf(reach);
        if (reach.isOnlyTheirOwn() && query.getAssignee() == null && !query.isOrQueryActive()) {
            query.taskAssignee(reach.userId());
        } else if (reach.isOnlyTheirOwn()) {
            query.addOrQuery(OfMine.own(reach));
        } else if (few.isPresent() || !asksForOwnQueues(query, reach)) {
            query.addOrQuery(few.map(OfMine::these).orElseGet(() -> OfMine.ownAndQueues(reach)));
        }
    }

    private static boolean asksForOwnQueues(TaskQueryImpl query, CaseTasks.Reach reach) {
        List<String> groups = query.getCandidateUser() == null ? query.getCandidateGroups() : null;
        return groups != null && !groups.isEmpty() && groups.stream().allMatch(reach::includesQueue);
    }

    /** The policy as one more bracket of the query's WHERE; the engine joins brackets by AND. */
    private static final class OfMine extends TaskQueryImpl {

        private static final long serialVersionUID = 1L;

        private OfMine() {
            setOrQueryActive();
        }

        static OfMine own(CaseTasks.Reach reach) {
            OfMine bracket = new OfMine();
            bracket.taskAssignee(reach.userId());
            return bracket;
        }

        static OfMine these(List<String> taskIds) {
            OfMine bracket = new OfMine();
            bracket.taskIdIn(taskIds.isEmpty() ? new String[]{"none"} : taskIds.toArray(String[]::new));
            return bracket;
        }

        static OfMine theseAndQueues(List<String> taskIds, CaseTasks.Reach reach) {
            OfMine bracket = these(taskIds);
            if (!reach.isOnlyTheirOwn()) {
                bracket.queues(reach);
            }
            return bracket;
        }

        static OfMine ownAndQueues(CaseTasks.Reach reach) {
            OfMine bracket = own(reach);
            bracket.queues(reach);
            return bracket;
        }

        private void queues(CaseTasks.Reach reach) {
            candidateGroups = new ArrayList<>(reach.queues());
            candidateGroupLike = reach.everyDivision() ? HrLabels.DIVISION + "%" : null;
            includeAssignedTasksInternal();
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
