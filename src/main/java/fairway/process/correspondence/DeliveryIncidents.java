package fairway.process.correspondence;

import java.util.ArrayList;
import java.util.List;

import fairway.process.model.DeliveryModel;
import fairway.process.model.DeliveryModel.Elements;
import fairway.process.model.DeliveryModel.Variables;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Makes a delivery that cannot be sent an incident that operations see in Cockpit, for as long as somebody has to resolve it. */
@Component
class DeliveryIncidents extends AbstractProcessEnginePlugin {

    /** Type of these incidents. */
    static final String TYPE = "deliveryFailed";

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = engine.getCustomPreBPMNParseListeners();
        if (listeners == null) {
            listeners = new ArrayList<>();
            engine.setCustomPreBPMNParseListeners(listeners);
        }
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                if (activity.getId().equals(Elements.RESOLVE_DELIVERY) && activity.getProcessDefinition() instanceof ProcessDefinitionEntity process
                        && process.getKey().equals(DeliveryModel.KEY)) {
                    TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
                    task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, DeliveryIncidents::open);
                    task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, DeliveryIncidents::close);
                    task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, DeliveryIncidents::close);
                }
            }
        });
    }

    private static void open(DelegateTask task) {
        String delivery = (String) task.getVariable(Variables.DELIVERY);
        task.getExecution().createIncident(TYPE, delivery, "Delivery " + delivery + " cannot be sent: remove the cause that its task \"Resolve the delivery\" names, "
                + "then choose there to send it again, to have it handed over on paper, or to close what is no longer needed.");
    }

    private static void close(DelegateTask task) {
        RuntimeService runtime = task.getProcessEngineServices().getRuntimeService();
        runtime.createIncidentQuery().executionId(task.getExecutionId()).incidentType(TYPE).list()
                .forEach(incident -> task.getExecution().resolveIncident(incident.getId()));
    }
}
