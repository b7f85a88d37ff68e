package fairway.records;

import java.util.Map;

import fairway.access.CaseAccess;
import fairway.form.Answer;
import fairway.form.CaseActionForm;
import fairway.form.Refusal;
import fairway.form.Step;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.trust.InWords;
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
    private final Staff staff;

    LiftLegalHoldForm(LegalHolds holds, CaseAccess access, Staff staff) {
        this.holds = holds;
        this.access = access;
        this.staff = staff;
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

    /** Who set it, when and why: the reason is for HR's eyes. */
    @Override
    public Map<String, Object> prefill(Step step) {
        return holds.of(step.businessKey()).filter(hold -> access.relation(step.userId(), step.businessKey()).isHr())
                .<Map<String, Object>>map(hold -> Map.of("_context", "Set on " + InWords.of(hold.setAt().toLocalDate()) + " by "
                        + staff.byUser(hold.by()).map(StaffMember::fullName).orElse(hold.by()) + ": " + hold.reason()))
                .orElse(Map.of());
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
