package fairway.performancecase;

import java.util.LinkedHashMap;
import java.util.Map;

import fairway.correspondence.CorrectionStart;
import fairway.correspondence.Corrections;
import fairway.form.Answer;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import org.springframework.stereotype.Component;

/** HR confirms the correction of a letter that carried HR's word, or says what has to change (S1A-01). */
@Component
class ConfirmCorrectionForm implements TaskForm<ConfirmCorrectionForm.ConfirmCorrection> {

    /** Keys of the form. */
    record ConfirmCorrection(boolean confirmed, String changes) {
    }

    private final Corrections corrections;
    private final CorrectionStart process;
    private final CorrectionSteps steps;
    private final Chronology chronology;

    ConfirmCorrectionForm(Corrections corrections, CorrectionStart process, CorrectionSteps steps, Chronology chronology) {
        this.corrections = corrections;
        this.process = process;
        this.steps = steps;
        this.chronology = chronology;
    }

    @Override
    public String id() {
        return "confirmCorrection";
    }

    @Override
    public Class<ConfirmCorrection> type() {
        return ConfirmCorrection.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        Corrections.Waiting waiting = corrections.waiting(step.subjectId());
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("_context", waiting.letter() + ". What was corrected:\n\n" + waiting.what());
        known.put("_documents", waiting.documents().stream().map(document -> Map.of("link", document.link(), "title", document.title())).toList());
        if (!waiting.changes().isEmpty()) {
            known.put("_changes", waiting.changes());
        }
        return known;
    }

    @Override
    public Answer complete(Step step, ConfirmCorrection form) {
        String number = step.businessKey();
        new Refusals()
                .when(!form.confirmed() && form.changes() == null, "changes", "required", "S1A-01", "Say what has to change, or confirm the correction.")
                .when(form.confirmed() && form.changes() != null, "changes", "eitherOr", "S1A-01",
                        "A confirmed correction goes out as it is. Remove the changes, or do not confirm it.")
                .throwIfAny();
        if (form.confirmed()) {
            String version = corrections.confirm(step.subjectId(), step.userId());
            chronology.add(number, step.userId(), "HR confirmed the correction of a letter: " + version, null);
        } else {
            corrections.refuse(step.subjectId(), form.changes(), step.userId());
            chronology.add(number, step.userId(), "HR did not confirm the correction of a letter", form.changes());
        }
        if (!process.followsUp(step.subjectId())) {
            followUp(number, step.subjectId(), form.confirmed());
        }
        return Answer.with("confirmed", form.confirmed());
    }

    private void followUp(String number, long correction, boolean confirmed) {
        if (confirmed) {
            steps.send(number, correction);
        } else {
            steps.tellOfRefusal(number, correction);
        }
    }

    @Override
    public Map<String, ?> chosen(ConfirmCorrection form) {
        return Map.of("confirmed", form.confirmed());
    }
}
