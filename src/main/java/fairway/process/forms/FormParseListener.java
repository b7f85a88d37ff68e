package fairway.process.forms;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Hangs the way of forms on every user task and on every start event with a form, as built-in listeners: those run even for commands
 * that skip the custom ones.
 */
@Component
public class FormParseListener extends AbstractBpmnParseListener {

    private final TaskSubmission tasks;
    private final StartSubmission starts;
    private final TaskNames names;
    private final DraftEnd drafts;

    FormParseListener(TaskSubmission tasks, StartSubmission starts, TaskNames names, DraftEnd drafts) {
        this.tasks = tasks;
        this.starts = starts;
        this.names = names;
        this.drafts = drafts;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, names);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, tasks);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, drafts);
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (scope instanceof ProcessDefinitionEntity process && starts.isStartedByForm(process.getKey())) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, starts, 0);
        }
    }
}
