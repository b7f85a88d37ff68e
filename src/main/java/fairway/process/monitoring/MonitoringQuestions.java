package fairway.process.monitoring;

import fairway.monitoring.Monitoring;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the gateways of progressMonitoring ask ({@code #{monitoring.…(execution)}} in the model). */
@Component("monitoring")
public class MonitoringQuestions {

    private final Monitoring monitoring;

    MonitoringQuestions(Monitoring monitoring) {
        this.monitoring = monitoring;
    }

    /** Whether the Trust owes the colleague something that HR has not explained (S1A-05). */
    public boolean outstanding(DelegateExecution execution) {
        return !monitoring.unexplained(execution.getProcessBusinessKey()).isEmpty();
    }
}
