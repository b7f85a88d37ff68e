package fairway.records;

import fairway.access.CaseAccess;
import fairway.form.Answer;
import fairway.form.CaseActionForm;
import fairway.form.Refusal;
import fairway.form.Step;
import jakarta.validation.constraints.NotBlank;
import org.springframework.stereotype.Component;

/** HR of the case lifts a legal hold: from then on the schedule holds again. */
@Component
class LiftLegalHoldForm implements CaseActionForm<LiftLegalHoldForm.LiftLegalHold> {

    /** Keys of the form; the reason is restricted to HR. */
    record LiftLegalHold(@NotBlank(message = "Say why the hold is no longer needed.") String reason) {
    }

    private final LegalHolds holds;
    private final CaseAccess access;

    LiftLegalHoldForm(LegalHolds holds, CaseAccess access) {
        this.holds = holds;
        this.access = access;
    }

    @Override
    public String id() {
        return "liftLegalHold";
    }

    @Override
    public String label() {
        return "Lift the legal hold";
    }

    @Override
    public Class<LiftLegalHold> type() {
        return LiftLegalHold.class;
    }

    @Override
    public boolean offered(Step step) {
        return access.relation(step.userId(), step.businessKey()).isHr() && holds.of(step.businessKey()).isPresent();
    }

    @Override
    public Answer complete(Step step, LiftLegalHold form) {
        if (!access.relation(step.userId(), step.businessKey()).isHr()) {
            throw new Refusal("", "hrOnly", "", "Only HR can do this. Speak to the HR adviser on the case.");
        }
        if (holds.of(step.businessKey()).isEmpty()) {
            throw new Refusal("", "notHeld", "", "There is no legal hold on this case.");
        }
        holds.lift(step.businessKey(), form.reason(), step.userId());
        return Answer.none();
    }
}
