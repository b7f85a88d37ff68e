package fairway.correspondence;

import java.util.Map;

import fairway.form.Answer;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import org.springframework.stereotype.Component;

/** Operations see kind, mailbox and fault of a message, nothing of its text. */
@Component
class ResolveDeliveryForm implements TaskForm<ResolveDelivery> {

    private final Sending sending;
    private final DeliveryStart process;

    ResolveDeliveryForm(Sending sending, DeliveryStart process) {
        this.sending = sending;
        this.process = process;
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
                + (trouble.sameMailbox() ? " Sent again, it goes to the same mailbox." : " Sent again, it goes to the mailbox that the staff list has by then.") + (nothingToPrint(step, trouble) ? " There is nothing to print of it." : ""));
    }

    @Override
    public Answer complete(Step step, ResolveDelivery form) {
        Sending.Trouble trouble = sending.trouble(step.subjectId());
        new Refusals()
                .when(form.action() == ResolveDelivery.Action.notNeeded && !canClose(step, trouble), "action", "neverClosedUnsent", "S1A-02",
                        "A letter is never closed unsent: only a reminder, a notice or a calendar entry is. Send it again, or ask the manager to hand it over on paper.")
                .when(form.action() == ResolveDelivery.Action.printed && nothingToPrint(step, trouble), "action", "nothingToPrint", "S1A-02",
                        "There is nothing to print of this message. Send it again, or close it if it is no longer needed.")
                .throwIfAny();
        switch (form.action()) {
            case sendAgain -> sending.sendAgain(step.subjectId());
            case notNeeded -> sending.closeUnsent(step.subjectId());
            case printed -> { }
        }
        return Answer.with("action", form.action().name());
    }

    /** One that began before this could be chosen goes on as it began. */
    private boolean canClose(Step step, Sending.Trouble trouble) {
        return trouble.closable() && process.canCloseUnsent(step.subjectId());
    }

    private boolean nothingToPrint(Step step, Sending.Trouble trouble) {
        return !trouble.printable() && canClose(step, trouble);
    }
}
