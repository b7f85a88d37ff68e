package fairway.process.monitoring;

import fairway.monitoring.Monitoring;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the colleague of the new end of their plan. */
@Component("sendExtension")
class SendExtension implements JavaDelegate {

    private final Monitoring monitoring;

    SendExtension(Monitoring monitoring) {
        this.monitoring = monitoring;
    }

    @Override
    public void execute(DelegateExecution execution) {
        monitoring.sendExtension(execution.getProcessBusinessKey());
    }
}
