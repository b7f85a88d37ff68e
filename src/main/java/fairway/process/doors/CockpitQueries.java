package fairway.process.doors;

import java.util.List;

import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.db.CommandExecutor;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.webapp.impl.db.QuerySessionFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Cockpit's own lists and counts, which it reads past the engine: narrowed down like the engine's for whoever stands in conflict with a case. */
@Component
class CockpitQueries implements SmartInitializingSingleton {

    private final ProcessEngineConfigurationImpl engine;
    private final WithoutConflicts conflicts;

    CockpitQueries(ProcessEngine engine, CaseTasks tasks, ShutCases shutCases) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.conflicts = new WithoutConflicts(this.engine, () -> tasks, () -> shutCases);
    }

    /** After the server has put Cockpit's own in place, before it takes requests. */
    @Override
    public void afterSingletonsInstantiated() {
        Cockpit.setCockpitRuntimeDelegate(new DefaultCockpitRuntimeDelegate() {
            @Override
            protected CommandExecutor createCommandExecutor(String engineName) {
                return new Narrowed(getMappingFiles());
            }
        });
    }

    private final class Narrowed implements CommandExecutor {

        private final QuerySessionFactory queries = new QuerySessionFactory();

        private Narrowed(List<String> mappings) {
            // in the transaction of whoever asks, which is where rows are left out
            queries.setTransactionsExternallyManaged(true);
            queries.initFromProcessEngineConfiguration(engine, mappings);
        }

        @Override
        public <T> T executeCommand(Command<T> command) {
            return Context.getCommandContext() == null ? conflicts.answer(() -> queries.getCommandExecutorTxRequired().execute(command))
                    : queries.getCommandExecutorTxRequired().execute(command);
        }
    }
}
