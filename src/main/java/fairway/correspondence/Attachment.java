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
 */
public record Attachment(String fileName, String title, String mediaType, byte[] content) {

    public static final String PDF = "application/pdf";

    public Attachment {
        fileName = OneLine.of(Objects.requireNonNull(fileName, "fileName")).replaceAll("[\\\\/:*?\"<>|]", "-");
        title = OneLine.of(Objects.requireNonNull(title, "title"));
        mediaType = OneLine.of(Objects.requireNonNull(mediaType, "mediaType"));
        Objects.requireNonNull(content, "content");
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
