package fairway.performancecase;

import java.util.LinkedHashMap;
import java.util.Map;

import fairway.correspondence.Corrections;
import fairway.correspondence.Kinds;
import fairway.correspondence.Sent;
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
    private final Cases cases;
    private final CaseMail mail;
    private final Chronology chronology;

    ConfirmCorrectionForm(Corrections corrections, Cases cases, CaseMail mail, Chronology chronology) {
        this.corrections = corrections;
        this.cases = cases;
        this.mail = mail;
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
            Sent issued = corrections.confirm(step.subjectId(), step.userId(), cases.signedBy(number));
            chronology.add(number, step.userId(), "HR confirmed the correction of a letter: " + issued.label(), null);
        } else {
            corrections.refuse(step.subjectId(), step.userId());
            chronology.add(number, step.userId(), "HR did not confirm the correction of a letter", form.changes());
            mail.tellOwner(cases.require(number), cases.ownerOf(number), Kinds.NOTICE, "correction-" + step.subject(),
                    "HR did not confirm your correction of a letter: the letter that was sent stands. What has to change is on the page of the case, under “What happened”.");
        }
        return Answer.none();
    }

    @Override
    public Map<String, ?> chosen(ConfirmCorrection form) {
        return Map.of("confirmed", form.confirmed());
    }
}
