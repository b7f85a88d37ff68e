package fairway.process.records;

import java.util.ArrayList;
import java.util.List;

import fairway.records.SubjectAccess;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** When a step of an access request fails for good, HR hears of it as well as operations: the month goes on, and only HR knows the person. */
@Component
class SubjectAccessIncidents extends AbstractProcessEnginePlugin {

    private final ObjectProvider<SubjectAccess> requests;

    SubjectAccessIncidents(ObjectProvider<SubjectAccess> requests) {
        this.requests = requests;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<IncidentHandler> handlers = engine.getCustomIncidentHandlers() == null ? new ArrayList<>() : new ArrayList<>(engine.getCustomIncidentHandlers());
        handlers.add(new DefaultIncidentHandler(Incident.FAILED_JOB_HANDLER_TYPE) {
            @Override
            public Incident handleIncident(IncidentContext about, String message) {
                Incident incident = super.handleIncident(about, message);
                ExecutionEntity execution = about.getExecutionId() == null ? null : Context.getCommandContext().getExecutionManager().findExecutionById(about.getExecutionId());
                if (execution != null) {
                    requests.getObject().standsStill(execution.getProcessInstance().getBusinessKey(), incident.getId());
                }
                return incident;
            }
        });
        engine.setCustomIncidentHandlers(handlers);
    }
}
