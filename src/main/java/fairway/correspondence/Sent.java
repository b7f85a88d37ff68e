package fairway.correspondence;

import java.time.LocalDateTime;
import java.util.List;

import fairway.trust.InWords;

/**
 * One message as people see it on the page of a case or a line.
 *
 * @param id        number of the delivery
 * @param kind      as in {@link Dispatch#kind()}; {@link #label()} is what people read
 * @param to        name of who it is for
 * @param state     what has become of it
 * @param when      when it reached that state, Europe/London
 * @param sentAt    when it was sent, or handed over on paper; null before that
 * @param documents what went with it
 * @param version    of a letter: 1, and one more for each correction
 * @param corrected  what was corrected in this version; null for the first
 * @param replaces   the version that this one corrects; null for the first
 * @param replacedBy the version that corrects this one; null for the newest
 */
public record Sent(long id, String key, String kind, String occurrence, String to, DeliveryState state, LocalDateTime when, LocalDateTime sentAt,
                   List<IssuedDocument> documents, int version, String corrected, LetterVersion replaces, LetterVersion replacedBy) {

    public String label() {
        return Kinds.label(kind, version);
    }

    /** Whether it is a letter or a note to the colleague, which has a page of its own. */
    public boolean isToTheColleague() {
        return Kinds.isToTheColleague(kind);
    }

    /** Whether it is a letter of a case to the colleague, on which they comment. */
    public boolean isLetterOfACase() {
        return Kinds.isLetterOfACase(kind);
    }

    /** What it calls itself in a sentence: letter, or note. */
    public String noun() {
        return Kinds.noun(kind);
    }

    /** Whether the kind itself says something about health: not for everybody who sees the case. */
    public boolean isRestricted() {
        return Kinds.isRestricted(kind);
    }

    /** E.g. "Replaced by version 2 on 20/10/2026"; null for the newest version. */
    public String replacedInWords() {
        return replacedBy == null ? null : "Replaced by version " + replacedBy.version() + " on " + InWords.of(replacedBy.on());
    }

    /** What became of it, in words: its state, and whether it was replaced. */
    public String standing() {
        return state.label() + (replacedBy == null ? "" : ". " + replacedInWords());
    }
}
