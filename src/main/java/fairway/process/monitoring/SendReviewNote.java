package fairway.process.monitoring;

import fairway.monitoring.Monitoring;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the colleague the note of their review. */
@Component("sendReviewNote")
class SendReviewNote implements JavaDelegate {

    private final Monitoring monitoring;

    SendReviewNote(Monitoring monitoring) {
        this.monitoring = monitoring;
    }

    @Override
    public void execute(DelegateExecution execution) {
        monitoring.sendReviewNote(execution.getProcessBusinessKey());
    }
}
