package fairway.process.forms;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A task names its case in every list: the step and the case number, never a person. */
@Component
class TaskNames implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        String key = task.getExecution().getProcessBusinessKey();
        if (key != null && task.getName() != null && !task.getName().endsWith(key)) {
            task.setName(task.getName() + " · " + key);
        }
    }
}
