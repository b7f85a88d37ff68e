package fairway.stage1;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fairway.correspondence.IssuedDocument;
import fairway.form.Answer;
import fairway.form.ChangedParagraph;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import org.springframework.stereotype.Component;

/** HR, who attended, confirms the outcome letter or asks for changes, which go back to the manager (S1A-01). */
@Component
class ConfirmOutcomeLetterForm implements TaskForm<ConfirmOutcomeLetter> {

    private final OutcomeLetters letters;

    ConfirmOutcomeLetterForm(OutcomeLetters letters) {
        this.letters = letters;
    }

    @Override
    public String id() {
        return "confirmOutcomeLetter";
    }

    @Override
    public Class<ConfirmOutcomeLetter> type() {
        return ConfirmOutcomeLetter.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        String number = step.businessKey();
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("_context", "The manager approved this letter:\n\n" + letters.of(number).discussion());
        List<IssuedDocument> approved = letters.approved(number);
        if (!approved.isEmpty()) {
            known.put("_documents", approved.stream().map(document -> Map.of("link", document.link(), "title", document.title())).toList());
        }
        List<ChangedParagraph> changes = letters.changes(number);
        if (!changes.isEmpty()) {
            known.put("_changes", changes);
        }
        return known;
    }

    @Override
    public Answer complete(Step step, ConfirmOutcomeLetter form) {
        Refusals refusals = new Refusals();
        refusals.when(!form.confirmed() && form.changes() == null, "changes", "required", "S1A-01", "Say what has to change, or confirm the letter.");
        refusals.when(form.confirmed() && form.changes() != null, "changes", "eitherOr", "S1A-01",
                "A confirmed letter goes out as it is. Remove the changes, or do not confirm it.");
        refusals.when(form.confirmed() && letters.planChangedSinceApproval(step.businessKey()), "confirmed", "planChanged", "S1A-02",
                "The plan was revised after the manager approved this letter. Ask for changes, so that the letter goes with the plan that is in force.");
        refusals.throwIfAny();
        letters.decide(step.businessKey(), form.confirmed(), form.changes(), step.userId());
        return Answer.with("confirmed", form.confirmed());
    }
}
