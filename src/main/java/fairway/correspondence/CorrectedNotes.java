package fairway.correspondence;

import java.util.HashMap;
import java.util.Map;

import fairway.onetoone.NoteCorrections;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes of one-to-ones as their corrections have them: what is quoted from a note is what the colleague has. */
@Component
class CorrectedNotes implements NoteCorrections {

    private final LetterCorrectionRepository corrections;

    CorrectedNotes(LetterCorrectionRepository corrections) {
        this.corrections = corrections;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Map<String, String>> of(String colleague) {
        Map<String, Map<String, String>> newest = new HashMap<>();
        corrections.findIssuedTo(colleague, Kinds.ONE_TO_ONE_NOTE).forEach(correction -> newest.put(correction.replaces().first().occurrence(), correction.texts()));
        return newest;
    }
}
