package fairway.process;

import java.util.ArrayList;
import java.util.List;

import fairway.process.forms.FormParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the engine is told beyond plain settings: the way of forms, JSON instead of Java serialization, nothing that is not used. */
@Component
@Order(100)
class EnginePlugin extends AbstractProcessEnginePlugin {

    private final FormParseListener forms;

    EnginePlugin(FormParseListener forms) {
        this.forms = forms;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = engine.getCustomPreBPMNParseListeners();
        if (listeners == null) {
            listeners = new ArrayList<>();
            engine.setCustomPreBPMNParseListeners(listeners);
        }
        listeners.add(forms);
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setDefaultSerializationFormat("application/json");
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setFailedJobRetryTimeCycle("R3/PT5M");
        // what has run is forgotten with its case or line (fairway.records): by age alone it would go from a case that is held
        engine.setHistoryCleanupEnabled(false);
        engine.setEnforceHistoryTimeToLive(true);
        // user ids of Trusts carry dots and at signs, our groups hyphens
        engine.setGeneralResourceWhitelistPattern("[a-zA-Z0-9][a-zA-Z0-9._@-]*");
    }
}
