package fairway.process.doors;

import java.util.Set;
import java.util.function.Supplier;

import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.AuthorizationQueryImpl;
import org.camunda.bpm.engine.impl.DeploymentQueryImpl;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.filter.FilterQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Nothing of a case comes up in what somebody in conflict with it asks the engine for: neither in lists nor in counts, statistics or filters nor
 * one by one. Whoever stands in no conflict gets what the engine found.
 */
class WithoutConflicts extends CommandInterceptor {

    /** What knows of no process instance. */
    private static final Set<Class<?>> OF_NO_CASE = Set.of(UserQueryImpl.class, GroupQueryImpl.class, TenantQueryImpl.class, AuthorizationQueryImpl.class,
            FilterQueryImpl.class, DeploymentQueryImpl.class, ProcessDefinitionQueryImpl.class);

    private final ProcessEngineConfigurationImpl engine;
    private final Supplier<CaseTasks> tasks;
    private final Supplier<ShutCases> shutCases;

    WithoutConflicts(ProcessEngineConfigurationImpl engine, Supplier<CaseTasks> tasks, Supplier<ShutCases> shutCases) {
        this.engine = engine;
        this.tasks = tasks;
        this.shutCases = shutCases;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean atADoor = Context.getCommandContext() == null;
        boolean asksForCases = command instanceof AbstractQuery && OF_NO_CASE.stream().noneMatch(kind -> kind.isInstance(command))
                || command instanceof AbstractExecuteFilterCmd;
        return atADoor && asksForCases ? answer(() -> next.execute(command)) : next.execute(command);
    }

    /** The query's answer for whoever asks. */
    <T> T answer(Supplier<T> query) {
        Authentication user = engine.getIdentityService().getCurrentAuthentication();
        Set<String> shut = user == null || user.getUserId() == null ? Set.of() : tasks.get().shutTo(user);
        return shut.isEmpty() ? query.get() : shutCases.get().without(shut, query);
    }
}
