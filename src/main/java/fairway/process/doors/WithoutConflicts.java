package fairway.process.doors;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.IncidentQueryImpl;
import org.camunda.bpm.engine.impl.JobQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * Process instances, jobs and incidents of a case do not come up in what somebody in conflict with it asks the engine for: neither in lists nor
 * in counts nor one by one. Whoever stands in no conflict gets what the engine found, at no further cost.
 */
class WithoutConflicts extends CommandInterceptor {

    private final ProcessEngineConfigurationImpl engine;
    private final Supplier<CaseTasks> tasks;
    private final ThreadLocal<Boolean> askingForAll = ThreadLocal.withInitial(() -> false);

    WithoutConflicts(ProcessEngineConfigurationImpl engine, Supplier<CaseTasks> tasks) {
        this.engine = engine;
        this.tasks = tasks;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean atADoor = Context.getCommandContext() == null;
        T found = next.execute(command);
        if (!atADoor || !(command instanceof ProcessInstanceQueryImpl || command instanceof JobQueryImpl || command instanceof IncidentQueryImpl)) {
            return found;
        }
        Authentication user = engine.getIdentityService().getCurrentAuthentication();
        Set<String> shut = user == null || user.getUserId() == null ? Set.of() : tasks.get().instancesShutTo(user);
        @SuppressWarnings("unchecked")
        T narrowed = shut.isEmpty() ? found : (T) narrowed((AbstractQuery<?, ?>) command, found, shut);
        return narrowed;
    }

    private Object narrowed(AbstractQuery<?, ?> query, Object found, Set<String> shut) {
        if (found instanceof List<?> rows) {
            boolean isPage = query.getFirstResult() > 0 || query.getMaxResults() < Integer.MAX_VALUE;
            return isPage && !askingForAll.get() ? page(all(query), query.getFirstResult(), query.getMaxResults()) : visible(rows, shut);
        }
        if (found instanceof Long) {
            return (long) all(query).size();
        }
        return found == null || shut.contains(instanceOf(found)) ? null : found;
    }

    /** Everything that the query finds, narrowed down by this interceptor itself. */
    private List<?> all(AbstractQuery<?, ?> query) {
        askingForAll.set(true);
        try {
            return query.unlimitedList();
        } finally {
            askingForAll.remove();
        }
    }

    private static List<?> page(List<?> all, int first, int size) {
        int from = Math.min(first, all.size());
        return all.subList(from, from + Math.min(size, all.size() - from));
    }

    private static List<?> visible(List<?> rows, Set<String> shut) {
        return rows.stream().filter(row -> !shut.contains(instanceOf(row))).toList();
    }

    private static String instanceOf(Object row) {
        if (row instanceof ProcessInstance instance) {
            return instance.getProcessInstanceId();
        }
        if (row instanceof Job job) {
            return String.valueOf(job.getProcessInstanceId());
        }
        return row instanceof Incident incident ? String.valueOf(incident.getProcessInstanceId()) : "";
    }
}
