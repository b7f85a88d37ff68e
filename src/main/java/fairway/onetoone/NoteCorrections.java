package fairway.onetoone;

import java.util.Map;

/** What was corrected in notes that had been sent. Implemented by the module that sends the corrections. */
public interface NoteCorrections {

    /**
     * Of each note about this colleague that was corrected, every text as it reads now: by the number of the note, and by the name of the text
     * ({@link NoteTexts}). A text that was taken out is not among them.
     */
    Map<String, Map<String, String>> of(String colleague);
}
