package fairway.monitoring;

import java.util.Map;

import fairway.form.Answer;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import org.springframework.stereotype.Component;

/** HR decides whether the formal stage is brought forward (S1D-17). */
@Component
class ConsiderFormalStageForm implements TaskForm<ConsiderFormalStage> {

    private final Monitoring monitoring;
    private final ReviewRows rows;

    ConsiderFormalStageForm(Monitoring monitoring, ReviewRows rows) {
        this.monitoring = monitoring;
        this.rows = rows;
    }

    @Override
    public String id() {
        return "considerFormalStage";
    }

    @Override
    public Class<ConsiderFormalStage> type() {
        return ConsiderFormalStage.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        String number = step.businessKey();
        return Map.of("_context", ReviewRows.joined(rows.about(number), rows.detriment(number), rows.outstanding(number)));
    }

    @Override
    public Answer complete(Step step, ConsiderFormalStage form) {
        Refusals refusals = new Refusals();
        new FormalStageRules(monitoring.outcomeGate(step.businessKey())).check(form, refusals);
        refusals.throwIfAny();
        monitoring.consider(step.businessKey(), form.decision().equals(FormalStageRules.BRING_FORWARD), form.rationale(), step.userId());
        return Answer.with("decision", form.decision());
    }
}
