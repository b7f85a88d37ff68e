package fairway.form;

import java.util.List;

/**
 * A letter as it stands in a form.
 *
 * @param title      what people call it
 * @param pdf        its pages
 * @param changes    paragraph by paragraph, what differs from the text that was drafted; empty while nothing does; null where there is no draft
 * @param enclosures what is approved and goes with it, in its order
 */
public record Preview(String title, byte[] pdf, List<ChangedParagraph> changes, List<Enclosure> enclosures) {

    /** A letter that goes alone, or with what is the same for everybody. */
    public Preview(String title, byte[] pdf, List<ChangedParagraph> changes) {
        this(title, pdf, changes, List.of());
    }

    /** A document that goes with the letter: what people call it, and its pages. */
    public record Enclosure(String title, byte[] pdf) {
    }
}
