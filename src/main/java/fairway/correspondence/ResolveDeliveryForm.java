package fairway.correspondence;

import java.util.Map;

import fairway.form.Answer;
import fairway.form.Step;
import fairway.form.TaskForm;
import org.springframework.stereotype.Component;

/** Operations see kind, mailbox and fault of a message, nothing of its text. */
@Component
class ResolveDeliveryForm implements TaskForm<ResolveDelivery> {

    private final Sending sending;

    ResolveDeliveryForm(Sending sending) {
        this.sending = sending;
    }

    @Override
    public String id() {
        return "resolveDelivery";
    }

    @Override
    public Class<ResolveDelivery> type() {
        return ResolveDelivery.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        Sending.Trouble trouble = sending.trouble(step.subjectId());
        return Map.of("_context", trouble.kind() + " to the mailbox " + trouble.mailbox() + ". " + trouble.fault()
                + " Sent again, it goes to the mailbox that the staff list has by then.");
    }

    @Override
    public Answer complete(Step step, ResolveDelivery form) {
        if (form.action() == ResolveDelivery.Action.sendAgain) {
            sending.sendAgain(step.subjectId());
        }
        return Answer.with("action", form.action().name());
    }
}
