package fairway.process.doors;

import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;

/** Tasks without a story: assigned to somebody, or waiting in a queue, under any business key. Taken away with everything of it in the end. */
final class Probe implements AutoCloseable {

    static final String OWN = "probeOwn";
    static final String QUEUE = "probeQueue";

    private final ProcessEngine engine;
    private final String deployment;

    Probe(ProcessEngine engine) {
        this.engine = engine;
        this.deployment = engine.getRepositoryService().createDeployment().name("probe")
                .addModelInstance(OWN + ".bpmn", Bpmn.createExecutableProcess(OWN).camundaHistoryTimeToLive(5).startEvent()
                        .userTask("userTask_decideFormalStage").name("Own").camundaAssignee("${who}").camundaDueDate("2026-10-01T10:00:00").endEvent().done())
                .addModelInstance(QUEUE + ".bpmn", Bpmn.createExecutableProcess(QUEUE).camundaHistoryTimeToLive(5).startEvent()
                        .userTask("userTask_decideFormalStage").name("Queue").camundaCandidateGroups("${queue}").endEvent().done())
                .deploy().getId();
    }

    /** A task that is somebody's. */
    Task ownTask(String user, String businessKey) {
        return start(OWN, businessKey, "who", user);
    }

    /** A task that waits in a queue. */
    Task queueTask(String queue, String businessKey) {
        return start(QUEUE, businessKey, "queue", queue);
    }

    private Task start(String process, String businessKey, String variable, String value) {
        Map<String, Object> variables = new HashMap<>(Map.of(variable, value));
        ProcessInstance instance = engine.getRuntimeService().startProcessInstanceByKey(process, businessKey, variables);
        return engine.getTaskService().createTaskQuery().processInstanceId(instance.getId()).singleResult();
    }

    @Override
    public void close() {
        engine.getIdentityService().clearAuthentication();
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }
}
