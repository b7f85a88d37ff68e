package fairway.process.monitoring;

import fairway.monitoring.Monitoring;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives a review that did not take place its new day. */
@Component("moveReview")
class MoveReview implements JavaDelegate {

    private final Monitoring monitoring;

    MoveReview(Monitoring monitoring) {
        this.monitoring = monitoring;
    }

    @Override
    public void execute(DelegateExecution execution) {
        monitoring.moveReview(execution.getProcessBusinessKey());
    }
}
