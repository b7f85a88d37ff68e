package fairway.records;

import fairway.access.CaseAccess;
import fairway.form.Answer;
import fairway.form.CaseActionForm;
import fairway.form.Refusal;
import fairway.form.Step;
import jakarta.validation.constraints.NotBlank;
import org.springframework.stereotype.Component;

/** HR of the case sets a legal hold: nothing of the case is erased while it is there. */
@Component
class SetLegalHoldForm implements CaseActionForm<SetLegalHoldForm.SetLegalHold> {

    /** Keys of the form; the reason is restricted to HR. */
    record SetLegalHold(@NotBlank(message = "Say why nothing may be erased.") String reason) {
    }

    private final LegalHolds holds;
    private final CaseAccess access;

    SetLegalHoldForm(LegalHolds holds, CaseAccess access) {
        this.holds = holds;
        this.access = access;
    }

    @Override
    public String id() {
        return "setLegalHold";
    }

    @Override
    public String label() {
        return "Set a legal hold";
    }

    @Override
    public Class<SetLegalHold> type() {
        return SetLegalHold.class;
    }

    @Override
    public boolean offered(Step step) {
        return access.relation(step.userId(), step.businessKey()).isHr() && holds.of(step.businessKey()).isEmpty();
    }

    @Override
    public Answer complete(Step step, SetLegalHold form) {
        if (!access.relation(step.userId(), step.businessKey()).isHr()) {
            throw new Refusal("", "hrOnly", "", "Only HR can do this. Speak to the HR adviser on the case.");
        }
        if (holds.of(step.businessKey()).isPresent()) {
            throw new Refusal("", "heldAlready", "", "This case is held already. Nothing of it is erased.");
        }
        holds.set(step.businessKey(), form.reason(), step.userId());
        return Answer.none();
    }
}
