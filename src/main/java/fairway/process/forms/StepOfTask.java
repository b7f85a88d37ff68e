package fairway.process.forms;

import java.util.List;

import fairway.form.Step;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Where a task stands: its form, its business key, and what it is about beside the case. */
final class StepOfTask {

    /** Variables that name what a step is about, the nearest first. */
    static final List<String> SUBJECTS = List.of("supportItem", "correction", "delivery", "referral", "review", "oneToOne");

    private StepOfTask() {
    }

    static String formId(String taskDefinitionKey) {
        return taskDefinitionKey.startsWith("userTask_") ? taskDefinitionKey.substring("userTask_".length()) : taskDefinitionKey;
    }

    static Step of(DelegateTask task, String userId) {
        return new Step(formId(task.getTaskDefinitionKey()), task.getExecution().getProcessBusinessKey(), subject(task), userId);
    }

    static String subject(VariableScope scope) {
        return SUBJECTS.stream().map(scope::getVariable).filter(java.util.Objects::nonNull).map(Object::toString).findFirst().orElse(null);
    }
}
