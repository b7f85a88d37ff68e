package fairway.form;

import java.util.List;

/**
 * A letter as it stands in a form.
 *
 * @param title   what people call it
 * @param pdf     its pages
 * @param changes paragraph by paragraph, what differs from the text that was drafted; empty while nothing does; null where there
 *                is no draft
 */
public record Preview(String title, byte[] pdf, List<ChangedParagraph> changes) {
}
