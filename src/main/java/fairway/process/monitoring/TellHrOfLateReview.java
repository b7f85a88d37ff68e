package fairway.process.monitoring;

import fairway.monitoring.Monitoring;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells HR of a review that is still not recorded. */
@Component("tellHrOfLateReview")
class TellHrOfLateReview implements JavaDelegate {

    private final Monitoring monitoring;

    TellHrOfLateReview(Monitoring monitoring) {
        this.monitoring = monitoring;
    }

    @Override
    public void execute(DelegateExecution execution) {
        monitoring.tellHrOfLateReview(execution.getProcessBusinessKey());
    }
}
