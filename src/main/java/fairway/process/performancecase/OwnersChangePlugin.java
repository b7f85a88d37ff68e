package fairway.process.performancecase;

import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.springframework.stereotype.Component;

/** Makes {@link OwnersChangeJob} known to the engine. */
@Component
class OwnersChangePlugin extends AbstractProcessEnginePlugin {

    private final OwnersChangeJob job;

    OwnersChangePlugin(OwnersChangeJob job) {
        this.job = job;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<JobHandler> handlers = engine.getCustomJobHandlers() == null ? new ArrayList<>() : engine.getCustomJobHandlers();
        handlers.add(job);
        engine.setCustomJobHandlers(handlers);
    }
}
