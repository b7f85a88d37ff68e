package fairway.correspondence;

import static fairway.onetoone.NotesInTests.HELD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import fairway.correspondence.CorrectableLetter.FreeText;
import fairway.onetoone.NoteInFull;
import fairway.onetoone.NotesInTests;
import org.junit.jupiter.api.Test;

/** How the note of a one-to-one is put into words, and which texts of it are corrected. */
class CorrectableOneToOneNoteTest {

    private static final LetterHead HEAD = new LetterHead(null, HELD, new Named("Priya Chowdhury", "Nurse"), new Named("Nia Barker", "Ward manager"));

    private final NoteInFull full = NotesInTests.full();

    @Test
    void theNoteSaysAllThatIsKept_OTO10() {
        OneToOneNote note = OneToOneNotes.of(full, HEAD);
        assertThat(note.heldOn()).isEqualTo(HELD);
        assertThat(note.actions()).containsExactly(new OneToOneNote.AgreedAction("Bring the list up to date", "You", HELD.plusDays(7)),
                new OneToOneNote.AgreedAction("Ask for a scanner", "Nia Barker", HELD.plusDays(9)));
        assertThat(note.tasks()).containsExactly(new OneToOneNote.TaskProgress("Stock check", "Missed", "Second time"), new OneToOneNote.TaskProgress("Rota", "Done", null));
        assertThat(note.vitalStats()).isEqualTo("Within range.");
        assertThat(note.wellbeing()).isTrue();
        assertThat(note.support()).containsExactly(new DatedSupport(HELD, "Coaching or guidance", "Went through it", true));
        assertThat(note.examples()).containsExactly(new DatedExample(HELD.minusDays(3), "Quality of work", "Charts by eleven", "Not done", "Handover overran"),
                new DatedExample(HELD.minusDays(2), "Lateness", "At seven", "At eight", null));
    }

    @Test
    void everyTextThatSomebodyWroteCanBeCorrected() {
        assertThat(CorrectableOneToOneNote.freeTexts(full)).extracting(FreeText::id).containsExactly("action1", "action2", "task1", "comment1", "task2", "comment2", "vitalStats",
                "support31", "expected12", "happened12", "cause12", "expected13", "happened13", "cause13");
        assertThat(CorrectableOneToOneNote.freeTexts(full)).filteredOn(FreeText::required).extracting(FreeText::id).containsExactly("action1", "action2", "task1", "task2", "support31",
                "expected12", "happened12", "expected13", "happened13");
        assertThat(CorrectableOneToOneNote.freeTexts(full)).extracting(FreeText::label).contains("Comment on task or project 2", "Coaching or guidance, offered and declined: what it was",
                "Example 2, 03/10/2026, Lateness: what happened");
    }

    @Test
    void unchangedTextsMakeTheSameNote() {
        assertThat(OneToOneNotes.of(full.with(texts()), HEAD)).isEqualTo(OneToOneNotes.of(full, HEAD));
    }

    @Test
    void eachTextComesToItsOwnPlaceAndNothingElseMoves() {
        for (FreeText text : CorrectableOneToOneNote.freeTexts(full)) {
            Map<String, String> texts = texts();
            texts.put(text.id(), "As it really was");
            NoteInFull corrected = full.with(texts);
            assertThat(CorrectableOneToOneNote.freeTexts(corrected)).filteredOn(t -> "As it really was".equals(t.text())).extracting(FreeText::id).containsExactly(text.id());
            assertThat(OneToOneNotes.of(corrected, HEAD).toString()).as(text.id()).containsOnlyOnce("As it really was");
            assertThat(corrected.note().number()).isEqualTo("N-5");
        }
        assertThat(OneToOneNotes.of(full, HEAD).toString()).as("what was recorded stays").doesNotContain("As it really was");
        assertThat(OneToOneNotes.of(full.with(Map.of("happened12", "x")), HEAD).vitalStats()).as("a text that was taken out").isNull();
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        CorrectableOneToOneNote.freeTexts(full).stream().filter(text -> text.text() != null).forEach(text -> texts.put(text.id(), text.text()));
        return texts;
    }
}
