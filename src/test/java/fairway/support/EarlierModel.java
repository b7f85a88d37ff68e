package fairway.support;

import java.util.function.Consumer;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnDiagram;

/** A model as it might have been before a step was drawn: what running instances of an earlier version go by. */
public final class EarlierModel {

    private final BpmnModelInstance model;

    private EarlierModel(BpmnModelInstance model) {
        this.model = model;
    }

    /**
     * Makes it the newest version, until its deployment is deleted.
     *
     * @return id of the deployment
     */
    public static String deployed(RepositoryService repository, String key, Consumer<EarlierModel> earlier) {
        BpmnModelInstance model = repository.getBpmnModelInstance(repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult().getId()).clone();
        model.getModelElementsByType(BpmnDiagram.class).stream().toList().forEach(diagram -> diagram.getParentElement().removeChildElement(diagram));
        earlier.accept(new EarlierModel(model));
        return repository.createDeployment().addModelInstance(key + ".bpmn", model).deploy().getId();
    }

    /** Leaves a step out: the way into it leads on to what followed it, where anything did. */
    public EarlierModel leaveOut(String id) {
        FlowNode step = model.getModelElementById(id);
        FlowNode next = step.getOutgoing().stream().findFirst().map(SequenceFlow::getTarget).orElse(null);
        for (SequenceFlow out : step.getOutgoing().stream().toList()) {
            out.getTarget().getIncoming().remove(out);
            out.getParentElement().removeChildElement(out);
        }
        for (SequenceFlow in : step.getIncoming().stream().toList()) {
            if (next == null || step.getIncoming().isEmpty()) {
                in.getSource().getOutgoing().remove(in);
                in.getParentElement().removeChildElement(in);
            } else {
                in.setTarget(next);
                next.getIncoming().add(in);
            }
        }
        step.getParentElement().removeChildElement(step);
        return this;
    }
}
