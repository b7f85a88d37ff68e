package fairway.process.monitoring;

import fairway.monitoring.Monitoring;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the reviewer of a review that is not recorded yet. */
@Component("remindReviewer")
class RemindReviewer implements JavaDelegate {

    private final Monitoring monitoring;

    RemindReviewer(Monitoring monitoring) {
        this.monitoring = monitoring;
    }

    @Override
    public void execute(DelegateExecution execution) {
        monitoring.remindReviewer(execution.getProcessBusinessKey());
    }
}
