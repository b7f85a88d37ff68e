package fairway.process.correspondence;

import fairway.correspondence.Sending;
import fairway.process.model.DeliveryModel.Errors;
import fairway.process.model.DeliveryModel.Variables;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.stereotype.Component;

/** Sends one delivery; asks the engine for another attempt later, or takes the way of a delivery that cannot be sent. */
@Component("sendDelivery")
class SendDelivery implements JavaDelegate {

    private final Sending sending;

    SendDelivery(Sending sending) {
        this.sending = sending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String delivery = (String) execution.getVariable(Variables.DELIVERY);
        switch (sending.attempt(Long.parseLong(delivery), isLastTry())) {
            case sent -> { }
            case failed -> throw new BpmnError(Errors.DELIVERY_FAILED);
            case tryAgain -> throw new AnotherAttemptLater(delivery);
        }
    }

    /** The engine counts what failed at its own end too (a node that died, a database that was away): once it would not try again, nor do we. */
    private static boolean isLastTry() {
        JobEntity job = Context.getCommandContext().getCurrentJob();
        return job != null && job.getRetries() <= 1;
    }

    /** Makes the engine roll the step back and try again after the pause that the model gives. */
    static final class AnotherAttemptLater extends RuntimeException {

        AnotherAttemptLater(String delivery) {
            super("delivery " + delivery + " could not be sent; the next attempt follows");
        }
    }
}
