package fairway.process.forms;

import fairway.form.FormDrafts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A task that is taken away takes its drafts with it. */
@Component
class DraftEnd implements TaskListener {

    private final ObjectProvider<FormDrafts> drafts;

    DraftEnd(ObjectProvider<FormDrafts> drafts) {
        this.drafts = drafts;
    }

    @Override
    public void notify(DelegateTask task) {
        drafts.getObject().forget(task.getId());
    }
}
