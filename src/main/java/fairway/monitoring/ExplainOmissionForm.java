package fairway.monitoring;

import java.util.Map;

import fairway.form.Answer;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import org.springframework.stereotype.Component;

/** HR explains why something that was promised is outstanding, and whether the step may be taken all the same (S1A-05). */
@Component
class ExplainOmissionForm implements TaskForm<ExplainOmission> {

    private final Monitoring monitoring;
    private final ReviewRows rows;

    ExplainOmissionForm(Monitoring monitoring, ReviewRows rows) {
        this.monitoring = monitoring;
        this.rows = rows;
    }

    @Override
    public String id() {
        return "explainOmission";
    }

    @Override
    public Class<ExplainOmission> type() {
        return ExplainOmission.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        String outstanding = rows.outstanding(step.businessKey());
        return Map.of("_context", ReviewRows.joined(rows.about(step.businessKey()),
                outstanding == null ? "Nothing is outstanding any more; say so, and whether it goes ahead." : outstanding));
    }

    @Override
    public Answer complete(Step step, ExplainOmission form) {
        new Refusals().when(form.rationale() == null, "rationale", "required", "S1A-05",
                "Explain why it is outstanding, and why it is fair to go on or not.").throwIfAny();
        monitoring.explain(step.businessKey(), form.rationale(), form.goAhead(), step.userId());
        return Answer.with("goAhead", form.goAhead());
    }
}
