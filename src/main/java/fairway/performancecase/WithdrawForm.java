package fairway.performancecase;

import java.util.Map;

import fairway.form.Answer;
import fairway.form.CaseActionForm;
import fairway.form.Refusal;
import fairway.form.Step;
import jakarta.validation.constraints.NotBlank;
import org.springframework.stereotype.Component;

/** HR withdraws a case at any time, its manager before Stage 1. */
@Component
class WithdrawForm implements CaseActionForm<WithdrawForm.Withdraw> {

    /** Keys of the form. */
    record Withdraw(@NotBlank(message = "Give the reason for withdrawing the case.") String reason) {
    }

    private final Cases cases;
    private final CaseActors actors;

    WithdrawForm(Cases cases, CaseActors actors) {
        this.cases = cases;
        this.actors = actors;
    }

    @Override
    public String id() {
        return "withdraw";
    }

    @Override
    public String label() {
        return "Withdraw the case";
    }

    @Override
    public Class<Withdraw> type() {
        return Withdraw.class;
    }

    @Override
    public boolean offered(Step step) {
        PerformanceCase about = cases.require(step.businessKey());
        return about.isOpen() && (actors.isHr(step) || actors.isManager(step) && !about.stage().isFromStage1On());
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        return Map.of("_context", "Stage: " + cases.require(step.businessKey()).stage().label() + ".");
    }

    @Override
    public Answer complete(Step step, Withdraw form) {
        PerformanceCase about = cases.require(step.businessKey());
        actors.requireEither(step);
        CaseActors.requireOpen(about);
        if (!actors.isHr(step) && about.stage().isFromStage1On()) {
            throw new Refusal("", "fromStage1On", "PM-01", "From Stage 1 on only HR can withdraw the case. Speak to the HR adviser on the case.");
        }
        cases.endNow(about.number(), Ending.withdrawn, form.reason(), step.userId());
        return Answer.none();
    }
}
