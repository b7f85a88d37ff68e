package fairway.process;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** What the models of running instances draw: an instance keeps the version that it began with, and a step that came later is not on its way. */
@Component
public class RunningModels {

    private final RepositoryService repository;

    RunningModels(RepositoryService repository) {
        this.repository = repository;
    }

    /** Whether the model of this instance has that element; false where there is no instance. */
    public boolean draws(ProcessInstance instance, String element) {
        return instance != null && repository.getBpmnModelInstance(instance.getProcessDefinitionId()).getModelElementById(element) != null;
    }
}
