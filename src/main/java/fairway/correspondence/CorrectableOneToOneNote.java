package fairway.correspondence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import fairway.onetoone.AgreedAction;
import fairway.onetoone.Example;
import fairway.onetoone.NoteInFull;
import fairway.onetoone.NoteTexts;
import fairway.onetoone.NotedTask;
import fairway.onetoone.OneToOnes;
import fairway.onetoone.SupportRecord;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;

/**
 * A correction of the note of a one-to-one: every text that the manager wrote in it is written anew; dates, kinds and states stay as they were recorded (OTO-10).
 * Its key is that of the line, its occurrence the number of the note.
 */
@Component
class CorrectableOneToOneNote implements CorrectableLetter {

    private final OneToOnes oneToOnes;
    private final OneToOneNotes notes;

    CorrectableOneToOneNote(OneToOnes oneToOnes, OneToOneNotes notes) {
        this.oneToOnes = oneToOnes;
        this.notes = notes;
    }

    @Override
    public String kind() {
        return Kinds.ONE_TO_ONE_NOTE;
    }

    @Override
    public List<FreeText> freeTexts(String key, String occurrence) {
        return freeTexts(oneToOnes.asRecorded(occurrence));
    }

    static List<FreeText> freeTexts(NoteInFull full) {
        List<FreeText> texts = new ArrayList<>();
        List<AgreedAction> actions = full.note().actions();
        for (int n = 1; n <= actions.size(); n++) {
            texts.add(new FreeText(NoteTexts.action(n), "Action " + n, actions.get(n - 1).action(), true));
        }
        List<NotedTask> tasks = full.note().tasks();
        for (int n = 1; n <= tasks.size(); n++) {
            texts.add(new FreeText(NoteTexts.task(n), "Task or project " + n, tasks.get(n - 1).task(), true));
            texts.add(new FreeText(NoteTexts.comment(n), "Comment on task or project " + n, tasks.get(n - 1).comment(), false));
        }
        texts.add(new FreeText(NoteTexts.VITAL_STATS, "Vital Stats", full.note().vitalStats(), false));
        for (SupportRecord support : full.support()) {
            texts.add(new FreeText(NoteTexts.what(support), support.kind().label() + (support.declined() ? ", offered and declined" : "") + ": what it was", support.what(), true));
        }
        for (int n = 1; n <= full.examples().size(); n++) {
            Example example = full.examples().get(n - 1);
            String which = "Example " + n + ", " + InWords.of(example.on()) + ", " + example.kind().label() + ": ";
            texts.add(new FreeText(NoteTexts.expected(example), which + "what was expected", example.expected(), true));
            texts.add(new FreeText(NoteTexts.happened(example), which + "what happened", example.happened(), true));
            texts.add(new FreeText(NoteTexts.cause(example), which + "the cause that was found", example.cause(), false));
        }
        return texts;
    }

    @Override
    public boolean isConfirmedByHr(String key, String occurrence) {
        return false;
    }

    @Override
    public boolean isItsTextsAlone() {
        return true;
    }

    @Override
    public Letter with(String key, String occurrence, Map<String, String> texts) {
        return notes.of(oneToOnes.asRecorded(occurrence).with(texts));
    }
}
