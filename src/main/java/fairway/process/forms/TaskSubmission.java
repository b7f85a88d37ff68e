package fairway.process.forms;

import fairway.form.Answer;
import fairway.form.FormDrafts;
import fairway.form.Forms;
import fairway.form.Refusal;
import fairway.form.TaskForm;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Applies the form of a task in the task's own transaction. Anything that stands against it leaves the task open and nothing changed. */
@Component
class TaskSubmission implements TaskListener {

    private final ObjectProvider<Forms> forms;
    private final ObjectProvider<FormDrafts> drafts;
    private final ObjectProvider<SignedIn> signedIn;

    TaskSubmission(ObjectProvider<Forms> forms, ObjectProvider<FormDrafts> drafts, ObjectProvider<SignedIn> signedIn) {
        this.forms = forms;
        this.drafts = drafts;
        this.signedIn = signedIn;
    }

    @Override
    public void notify(DelegateTask task) {
        String user = signedIn.getObject().userId();
        if (user == null || !user.equals(task.getAssignee())) {
            throw new Refusal("", "notYours", "", task.getAssignee() == null
                    ? "This task is still in the queue. Claim it first, then complete it."
                    : "This task belongs to somebody else. Reload your list.");
        }
        TaskForm<?> form = forms.getObject().task(StepOfTask.formId(task.getTaskDefinitionKey()))
                .orElseThrow(() -> new IllegalStateException("no form for " + task.getTaskDefinitionKey()));
        Answer answer = forms.getObject().complete(form, StepOfTask.of(task, user), Submission.of(task));
        answer.variables().forEach(task.getExecution()::setVariable);
        drafts.getObject().forget(task.getId());
    }
}
