package fairway.process.correspondence;

import java.util.Map;

import fairway.correspondence.DeliveryStart;
import fairway.correspondence.ReceiptSignal;
import fairway.process.AsEngine;
import fairway.process.RunningModels;
import fairway.process.model.DeliveryModel;
import fairway.process.model.DeliveryModel.Elements;
import fairway.process.model.DeliveryModel.Messages;
import fairway.process.model.DeliveryModel.Variables;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.springframework.stereotype.Component;

/** One process instance per delivery, found again by the delivery's number; it outlives the case whose number it carries. */
@Component
class DeliveryProcess implements DeliveryStart, ReceiptSignal {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final RunningModels models;
    private final AsEngine asEngine;

    DeliveryProcess(RuntimeService runtime, TaskService tasks, RunningModels models, AsEngine asEngine) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.models = models;
        this.asEngine = asEngine;
    }

    @Override
    public void start(long delivery, String key, boolean byMail, boolean receiptNeeded) {
        asEngine.run(() -> runtime.startProcessInstanceByKey(DeliveryModel.KEY, key, Map.of(
                Variables.DELIVERY, String.valueOf(delivery),
                Variables.BY_MAIL, byMail,
                Variables.RECEIPT_NEEDED, receiptNeeded)));
    }

    @Override
    public void stop(long delivery) {
        asEngine.run(() -> {
            ProcessInstance instance = instanceOf(delivery);
            if (instance != null && waitsFor(Messages.DELIVERY_STOPPED, instance)) {
                runtime.createMessageCorrelation(Messages.DELIVERY_STOPPED).processInstanceId(instance.getId()).correlate();
            }
        });
    }

    @Override
    public boolean canCloseUnsent(long delivery) {
        return asEngine.call(() -> instancesOf(delivery).list().stream().allMatch(instance -> models.draws(instance, Elements.END_CLOSED_UNSENT)));
    }

    /**
     * Ends the wait for the receipt, wherever the delivery stands: waiting for it, already asked for on paper, or still on its way out because
     * the mail server's answer came later than the colleague's.
     */
    @Override
    public void receiptConfirmed(long delivery) {
        asEngine.run(() -> {
            ProcessInstance instance = instanceOf(delivery);
            if (instance == null) {
                return;
            }
            if (waitsFor(Messages.RECEIPT_CONFIRMED, instance)) {
                runtime.createMessageCorrelation(Messages.RECEIPT_CONFIRMED).processInstanceId(instance.getId()).correlate();
            } else if (tasks.createTaskQuery().processInstanceId(instance.getId()).taskDefinitionKey(Elements.HAND_OVER_PAPER_COPY).count() > 0) {
                // of a version that did not draw the receipt that comes after all
                runtime.createProcessInstanceModification(instance.getId()).cancelAllForActivity(Elements.HAND_OVER_PAPER_COPY)
                        .startBeforeActivity(Elements.END_RECEIVED).execute();
            } else {
                runtime.setVariable(instance.getId(), Variables.RECEIPT_NEEDED, false);
            }
        });
    }

    private ProcessInstance instanceOf(long delivery) {
        return instancesOf(delivery).singleResult();
    }

    private ProcessInstanceQuery instancesOf(long delivery) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(DeliveryModel.KEY).variableValueEquals(Variables.DELIVERY, String.valueOf(delivery));
    }

    private boolean waitsFor(String message, ProcessInstance instance) {
        return runtime.createEventSubscriptionQuery().processInstanceId(instance.getId()).eventName(message).count() > 0;
    }
}
