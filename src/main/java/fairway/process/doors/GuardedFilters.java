package fairway.process.doors;

import java.util.List;

import fairway.access.Role;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.GetFilterCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.query.Query;

/**
 * Stored filters without the engine's hole: a query that extends one is held to the same as any query that is sent, a filter with
 * expressions is saved by administrators alone and with harmless ones only, and one that got in another way does not run.
 */
class GuardedFilters extends FilterServiceImpl {

    private final ProcessEngineConfigurationImpl engine;

    GuardedFilters(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public Filter saveFilter(Filter filter) {
        AbstractQuery<?, ?> query = query(filter);
        HarmlessExpressions.refuseOthers(query);
        Authentication user = engine.getIdentityService().getCurrentAuthentication();
        if (!HarmlessExpressions.isPlain(query) && user != null && user.getUserId() != null
                && (user.getGroupIds() == null || !user.getGroupIds().contains(Role.ADMINISTRATOR.group()))) {
            throw new AuthorizationException(user.getUserId(), Permissions.UPDATE.getName(), Resources.FILTER.resourceName(), filter.getId());
        }
        return super.saveFilter(filter);
    }

    @Override
    public <T> List<T> list(String filterId) {
        checkStored(filterId);
        return super.list(filterId);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extendingQuery) {
        check(filterId, extendingQuery);
        return super.list(filterId, extendingQuery);
    }

    @Override
    public <T> List<T> listPage(String filterId, int firstResult, int maxResults) {
        checkStored(filterId);
        return super.listPage(filterId, firstResult, maxResults);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q extendingQuery, int firstResult, int maxResults) {
        check(filterId, extendingQuery);
        return super.listPage(filterId, extendingQuery, firstResult, maxResults);
    }

    @Override
    public <T> T singleResult(String filterId) {
        checkStored(filterId);
        return super.singleResult(filterId);
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q extendingQuery) {
        check(filterId, extendingQuery);
        return super.singleResult(filterId, extendingQuery);
    }

    @Override
    public Long count(String filterId) {
        checkStored(filterId);
        return super.count(filterId);
    }

    @Override
    public Long count(String filterId, Query<?, ?> extendingQuery) {
        check(filterId, extendingQuery);
        return super.count(filterId, extendingQuery);
    }

    private void check(String filterId, Query<?, ?> extending) {
        if (extending != null) {
            HarmlessExpressions.refuseAny((AbstractQuery<?, ?>) extending);
        }
        checkStored(filterId);
    }

    private void checkStored(String filterId) {
        if (filterId != null) {
            Filter filter = commandExecutor.execute(new GetFilterCmd(filterId));
            if (filter != null) {
                HarmlessExpressions.refuseOthers(query(filter));
            }
        }
    }

    private static AbstractQuery<?, ?> query(Filter filter) {
        return filter == null ? null : filter.getQuery();
    }
}
