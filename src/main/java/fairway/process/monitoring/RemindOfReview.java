package fairway.process.monitoring;

import fairway.monitoring.Monitoring;
import fairway.process.model.ProgressMonitoringModel.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The day of a review has come: tells the reviewer, and the model whether it is the final one. */
@Component("remindOfReview")
class RemindOfReview implements JavaDelegate {

    private final Monitoring monitoring;

    RemindOfReview(Monitoring monitoring) {
        this.monitoring = monitoring;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Variables.PLAN_ENDED, monitoring.reviewDue(execution.getProcessBusinessKey()));
    }
}
