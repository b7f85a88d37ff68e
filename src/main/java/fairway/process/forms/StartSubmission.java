package fairway.process.forms;

import java.util.Set;

import fairway.form.Answer;
import fairway.form.FormDrafts;
import fairway.form.Forms;
import fairway.form.Refusal;
import fairway.form.StartForm;
import fairway.form.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Applies the form that starts a process, and gives the new instance its business key. A process with a start form starts in no other way. */
@Component
class StartSubmission implements ExecutionListener {

    private static final Set<String> PROCESSES = Set.of("performanceCase", "earlierOneToOne", "subjectAccessRequest");

    private final ObjectProvider<Forms> forms;
    private final ObjectProvider<FormDrafts> drafts;
    private final ObjectProvider<SignedIn> signedIn;

    StartSubmission(ObjectProvider<Forms> forms, ObjectProvider<FormDrafts> drafts, ObjectProvider<SignedIn> signedIn) {
        this.forms = forms;
        this.drafts = drafts;
        this.signedIn = signedIn;
    }

    boolean isStartedByForm(String processKey) {
        return PROCESSES.contains(processKey);
    }

    @Override
    public void notify(DelegateExecution execution) {
        String processKey = ((ExecutionEntity) execution).getProcessDefinition().getKey();
        String user = signedIn.getObject().userId();
        if (user == null) {
            throw new Refusal("", "notSignedIn", "", "Sign in first.");
        }
        if (execution.getProcessBusinessKey() != null) {
            throw new Refusal("", "businessKey", "", "The business key is given by Fairway. Start without one.");
        }
        StartForm<?> form = forms.getObject().start(processKey).orElseThrow(() -> new IllegalStateException("no start form for " + processKey));
        Answer answer = forms.getObject().complete(form, new Step(form.id(), null, null, user), Submission.of(execution));
        execution.setProcessBusinessKey(answer.businessKey());
        answer.variables().forEach(execution::setVariable);
        drafts.getObject().discard("start:" + processKey, user);
    }
}
