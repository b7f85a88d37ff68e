package fairway.correspondence;

import java.util.List;
import java.util.Objects;

/**
 * One message to be sent once.
 *
 * @param key           case number ({@code PC-2026-000123}) or line id ({@code L-17}) that it belongs to
 * @param kind          what it is, camelCase, e.g. {@code outcomeLetter}; see {@link Kinds}
 * @param occurrence    tells this message from others of its kind under the key, the same on every retry of the step, e.g. {@code review-12} or {@code version-2};
 *                      never an execution or activity instance id
 * @param to            who it is for
 * @param cc            mail addresses that get a copy
 * @param subject       neutral: no text of the case; see {@link Subjects}
 * @param text          the message itself, plain text without a link: the link to the colleague's page is added to messages that need a receipt
 * @param attachments   documents in their order
 * @param receiptNeeded whether the colleague is asked to confirm receipt and may comment (S1A-02)
 * @param handOverBy    staff number of the manager who hands over a paper copy where mail does not reach; may be null where {@code to} has mail and no receipt is needed
 */
public record Dispatch(String key, String kind, String occurrence, Recipient to, List<String> cc, String subject, String text, List<Attachment> attachments,
                       boolean receiptNeeded, String handOverBy) {

    public Dispatch {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(occurrence, "occurrence");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(text, "text");
        cc = cc == null ? List.of() : List.copyOf(cc);
        subject = OneLine.of(Objects.requireNonNull(subject, "subject"));
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        if (handOverBy == null && (receiptNeeded || !to.hasMail())) {
            throw new IllegalArgumentException("a message that may have to be handed over on paper needs the manager who does it");
        }
    }

    /** A short message without documents or receipt, e.g. a reminder. */
    public static Dispatch message(String key, String kind, String occurrence, Recipient to, String subject, String text, String handOverBy) {
        return new Dispatch(key, kind, occurrence, to, List.of(), subject, text, List.of(), false, handOverBy);
    }
}
