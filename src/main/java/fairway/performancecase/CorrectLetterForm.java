package fairway.performancecase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fairway.correspondence.CorrectableLetter.FreeText;
import fairway.correspondence.Corrections;
import fairway.correspondence.Corrections.Unconfirmed;
import fairway.correspondence.Corrections.Written;
import fairway.correspondence.Deliveries;
import fairway.correspondence.Sent;
import fairway.form.Answer;
import fairway.form.CaseActionForm;
import fairway.form.Preview;
import fairway.form.PreviewedForm;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.staff.Line;
import fairway.staff.Lines;
import fairway.trust.InWords;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.stereotype.Component;

/**
 * The manager of the case or its HR corrects a letter that was sent: what people wrote in it is written anew, the rest comes from the case. The new version
 * names the one that it replaces (S1A-01, S1A-02). In the same way the manager of a line corrects the note of a one-to-one (OTO-10).
 */
@Component
class CorrectLetterForm implements CaseActionForm<CorrectLetterForm.CorrectLetter>, PreviewedForm<CorrectLetterForm.CorrectLetter> {

    /** Keys of the form; what is not among {@code texts} stays as it was. */
    record CorrectLetter(
            @NotNull(message = "Open the correction from the page of the letter that is to be corrected.") Long letter,
            @NotBlank(message = "Say what was wrong and is corrected: the colleague reads it in the first lines of the new letter.") String reason,
            List<TextRow> texts) {
    }

    /** One text of the letter: its id, and how it is to read; empty takes it out. */
    record TextRow(String id, String text) {
    }

    private final Corrections corrections;
    private final Deliveries deliveries;
    private final Cases cases;
    private final Lines lines;
    private final CaseActors actors;
    private final Chronology chronology;

    CorrectLetterForm(Corrections corrections, Deliveries deliveries, Cases cases, Lines lines, CaseActors actors, Chronology chronology) {
        this.corrections = corrections;
        this.deliveries = deliveries;
        this.cases = cases;
        this.lines = lines;
        this.actors = actors;
        this.chronology = chronology;
    }

    @Override
    public String id() {
        return "correctLetter";
    }

    @Override
    public String label() {
        return "Correct this letter";
    }

    @Override
    public String label(String key) {
        return Line.isKey(key) ? "Correct this note" : label();
    }

    @Override
    public Class<CorrectLetter> type() {
        return CorrectLetter.class;
    }

    /** On the page of a letter or a note alone: {@link Step#subject()} is its delivery. */
    @Override
    public boolean offered(Step step) {
        return step.subject() != null && actors.mayCorrect(step) && corrections.obstacle(step.businessKey(), step.subjectId()).isEmpty();
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        String number = step.businessKey();
        Optional<Sent> letter = step.subject() == null ? Optional.empty() : deliveries.find(step.subjectId()).filter(sent -> sent.key().equals(number));
        Map<String, Object> known = new LinkedHashMap<>();
        if (letter.isEmpty()) {
            known.put("_context", Line.isKey(number) ? "Go to “Notes” on the page of the line, open the page of the note, and choose “Correct this note” there."
                    : "Go to “What was sent” on the page of the case, open the letter, and choose “Correct this letter” there.");
            return known;
        }
        Optional<String> obstacle = corrections.obstacle(number, letter.get().id());
        Optional<Unconfirmed> unconfirmed = obstacle.isPresent() ? Optional.empty() : corrections.unconfirmed(letter.get().id());
        known.put("_context", letter.get().label() + ", sent on " + InWords.of(letter.get().sentAt() == null ? letter.get().when().toLocalDate() : letter.get().sentAt().toLocalDate())
                + " to " + letter.get().to() + ". " + obstacle.orElseGet(() -> whatFollows(step, letter.get())) + unconfirmed.map(CorrectLetterForm::inWords).orElse(""));
        unconfirmed.ifPresent(last -> known.put("reason", last.what()));
        known.put("letter", String.valueOf(letter.get().id()));
        if (obstacle.isEmpty()) {
            known.put("texts", corrections.freeTexts(number, letter.get().id()).stream()
                    .map(text -> row(text, unconfirmed.map(last -> last.texts().get(text.id())).or(() -> unconfirmed.isPresent() ? Optional.empty() : Optional.ofNullable(text.text())))).toList());
        }
        return known;
    }

    private String whatFollows(Step step, Sent letter) {
        if (Line.isKey(step.businessKey())) {
            return "It goes out as soon as you have corrected it, and what is corrected holds wherever the note is quoted. Dates and how a task stood stay as they were recorded.";
        }
        return (corrections.isConfirmedByHr(step.businessKey(), letter.id()) && !actors.isHr(step) ? "HR confirms the correction before it goes." : "It goes out as soon as you have corrected it.")
                + " The colleague confirms its receipt and may comment on it anew. Everything else in the letter is taken from the case as it is now.";
    }

    private static String inWords(Unconfirmed last) {
        return " HR did not confirm the correction on " + InWords.of(last.decidedOn()) + (last.changes() == null ? ". " : ":\n\n" + last.changes() + "\n\n") + "What was written then is filled in.";
    }

    private static Map<String, Object> row(FreeText text, Optional<String> words) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", text.id());
        row.put("_label", text.label());
        row.put("text", words.orElse(null));
        return row;
    }

    @Override
    public String previewed(Step step) {
        return Line.isKey(step.businessKey()) ? "note" : "letter";
    }

    @Override
    public Preview preview(Step step, CorrectLetter form) {
        actors.requireMayCorrect(step);
        return corrections.preview(step.businessKey(), form.letter(), form.reason(), written(form));
    }

    @Override
    public Answer complete(Step step, CorrectLetter form) {
        String number = step.businessKey();
        actors.requireMayCorrect(step);
        if (Line.isKey(number)) {
            corrections.write(number, form.letter(), form.reason(), written(form), step.userId(), false, lines.require(number).managerStaffNumber());
            return Answer.none();
        }
        String manager = cases.signedBy(number);
        Optional<Sent> issued = corrections.write(number, form.letter(), form.reason(), written(form), step.userId(), actors.isHr(step), manager);
        String letter = deliveries.find(form.letter()).orElseThrow().label();
        chronology.add(number, step.userId(), issued.isPresent() ? letter + " corrected" : "Correction of a letter written, HR is to confirm it: " + letter, form.reason());
        return Answer.none();
    }

    private static List<Written> written(CorrectLetter form) {
        Refusals refusals = new Refusals();
        for (int at = 0; at < form.texts().size(); at++) {
            refusals.when(form.texts().get(at).id() == null, "texts[" + at + "].id", "required", "", "Open the correction again from the page of what was sent.");
        }
        refusals.throwIfAny();
        return form.texts().stream().map(row -> new Written(row.id(), row.text())).toList();
    }

    @Override
    public Map<String, ?> chosen(CorrectLetter form) {
        return Map.of("letter", form.letter());
    }
}
