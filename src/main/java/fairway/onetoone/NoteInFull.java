package fairway.onetoone;

import java.util.List;
import java.util.Map;

/** A note with its examples and its support, the earliest first. */
public record NoteInFull(Note note, List<Example> examples, List<SupportRecord> support) {

    /** The same with every text as a correction has it; dates, kinds and states stay as they were recorded. @param texts by their names in {@link NoteTexts} */
    public NoteInFull with(Map<String, String> texts) {
        return new NoteInFull(note.with(texts), examples.stream().map(example -> example.with(texts)).toList(), support.stream().map(record -> record.with(texts)).toList());
    }
}
