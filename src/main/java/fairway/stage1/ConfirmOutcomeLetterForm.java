package fairway.stage1;

import java.util.Map;

import fairway.form.Answer;
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
        return Map.of("_context", "The manager approved this letter:\n\n" + letters.of(step.businessKey()).discussion());
    }

    @Override
    public Answer complete(Step step, ConfirmOutcomeLetter form) {
        Refusals refusals = new Refusals();
        refusals.when(!form.confirmed() && form.changes() == null, "changes", "required", "S1A-01", "Say what has to change, or confirm the letter.");
        refusals.when(form.confirmed() && form.changes() != null, "changes", "eitherOr", "S1A-01",
                "A confirmed letter goes out as it is. Remove the changes, or do not confirm it.");
        refusals.throwIfAny();
        letters.decide(step.businessKey(), form.confirmed(), form.changes(), step.userId());
        return Answer.with("confirmed", form.confirmed());
    }
}
