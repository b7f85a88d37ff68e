package fairway.stage1;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fairway.form.Answer;
import fairway.form.ChangedParagraph;
import fairway.form.Preview;
import fairway.form.PreviewedForm;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import org.springframework.stereotype.Component;

/** The manager approves the outline of the discussion that goes into the outcome letter (S1A-01). */
@Component
class ApproveOutcomeLetterForm implements TaskForm<ApproveOutcomeLetter>, PreviewedForm<ApproveOutcomeLetter> {

    private final OutcomeLetters letters;

    ApproveOutcomeLetterForm(OutcomeLetters letters) {
        this.letters = letters;
    }

    @Override
    public String id() {
        return "approveOutcomeLetter";
    }

    @Override
    public Class<ApproveOutcomeLetter> type() {
        return ApproveOutcomeLetter.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        OutcomeLetterText letter = letters.of(step.businessKey());
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("_context", letter.changes() != null ? "HR asks for changes: " + letter.changes()
                : "It starts from the script, where there is one, and the record of the meeting. Nothing about health is in it; leave health out.");
        known.put("discussion", letter.discussion() != null ? letter.discussion() : letter.draft());
        List<ChangedParagraph> changes = letters.changes(step.businessKey());
        if (!changes.isEmpty()) {
            known.put("_changes", changes);
        }
        return known;
    }

    @Override
    public Preview preview(Step step, ApproveOutcomeLetter form) {
        requireText(form);
        return letters.preview(step.businessKey(), form.discussion());
    }

    @Override
    public Answer complete(Step step, ApproveOutcomeLetter form) {
        requireText(form);
        letters.approve(step.businessKey(), form.discussion(), step.userId());
        return Answer.none();
    }

    private static void requireText(ApproveOutcomeLetter form) {
        new Refusals().when(form.discussion() == null, "discussion", "required", "S1A-01", "Outline the discussion in writing.").throwIfAny();
    }
}
