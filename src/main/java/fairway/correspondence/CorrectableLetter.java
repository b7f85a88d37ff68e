package fairway.correspondence;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of letter of which corrected versions can be made. Implemented by the module whose letter it is. A letter is named by its case, or its line, and by the
 * occurrence of its first version.
 */
public interface CorrectableLetter {

    /** As in {@link Kinds}. */
    String kind();

    /** What people write in this letter, as it was sent first; none where everything in it comes from the case. */
    List<FreeText> freeTexts(String number, String occurrence);

    /** Whether HR confirms a correction before it goes, because the letter carried HR's word from the beginning. */
    boolean isConfirmedByHr(String number, String occurrence);

    /** Whether people's texts are all of it that can change, so that there is nothing to correct where they stay as they were. */
    default boolean isItsTextsAlone() {
        return false;
    }

    /** Why this letter cannot be corrected any more although it was sent, with what to do instead; empty where it can. */
    default Optional<String> overtaken(String number, String occurrence) {
        return Optional.empty();
    }

    /**
     * The letter with these texts; everything else in it comes from the case as it is now.
     *
     * @param texts by the id of {@link FreeText}; one that is empty is not there
     */
    Letter with(String number, String occurrence, Map<String, String> texts);

    /** What goes with the letter, in its order. */
    default List<Attachment> enclosures(String number) {
        return List.of();
    }

    /**
     * Which state of the case the enclosures show, at most 60 characters without a word of anybody: where it is another when HR confirms the correction, they
     * were overtaken. Null where that cannot happen.
     */
    default String enclosed(String number) {
        return null;
    }

    /**
     * A text of a letter that people write.
     *
     * @param id       camelCase; the same for every version
     * @param label    what people read above it
     * @param text     as it was sent; null where nothing stood there
     * @param required whether the letter needs it
     */
    record FreeText(String id, String label, String text, boolean required) {
    }
}
