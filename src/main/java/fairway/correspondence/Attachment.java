package fairway.correspondence;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;

/**
 * One document that goes with a message and is kept as it was sent.
 *
 * @param fileName  name of the file, without any person's name
 * @param title     what people read in a list
 * @param mediaType e.g. {@code application/pdf} or {@code text/calendar; method=REQUEST}
 * @param content   the bytes; never changed once it is issued
 * @param editable  the same as a Word document, for whoever edits; kept beside it and never sent; null where there is none
 */
public record Attachment(String fileName, String title, String mediaType, byte[] content, byte[] editable) {

    public static final String PDF = "application/pdf";
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public Attachment {
        fileName = OneLine.of(Objects.requireNonNull(fileName, "fileName")).replaceAll("[\\\\/:*?\"<>|]", "-");
        title = OneLine.of(Objects.requireNonNull(title, "title"));
        mediaType = OneLine.of(Objects.requireNonNull(mediaType, "mediaType"));
        Objects.requireNonNull(content, "content");
    }

    /** A document without an editable copy. */
    public Attachment(String fileName, String title, String mediaType, byte[] content) {
        this(fileName, title, mediaType, content, null);
    }

    /** @param docx the same as a Word document */
    public Attachment withEditable(byte[] docx) {
        return new Attachment(fileName, title, mediaType, content, docx);
    }

    /** The editable copy as a document of its own. */
    Attachment editableCopy() {
        return new Attachment(fileName.replaceAll("\\.pdf$", "") + ".docx", title, DOCX, editable);
    }

    /** A PDF whose file is named after its title, e.g. "Improvement action plan" as {@code improvement-action-plan.pdf}. */
    public static Attachment pdf(String title, byte[] content) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        String name = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return new Attachment((name.isEmpty() ? "letter" : name) + ".pdf", title, PDF, content);
    }

    boolean isCalendar() {
        return mediaType.startsWith("text/calendar");
    }
}
