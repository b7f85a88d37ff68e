package fairway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

/** A message as it arrived, taken apart: text, attached files, calendar part. */
public final class Mail {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/my/([A-Za-z0-9_-]+)");

    private static final Pattern CODE = Pattern.compile("Your code is (\\d{6})\\b");

    private final MimeMessage message;
    private final StringBuilder text = new StringBuilder();
    private final List<Attached> attachments = new ArrayList<>();
    private String calendar;
    private String calendarType;

    /** An attached file. */
    public record Attached(String fileName, String mediaType, byte[] content) {
    }

    public Mail(MimeMessage message) {
        this.message = message;
        read(message);
    }

    private void read(Part part) {
        try {
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart inner = parts.getBodyPart(i);
                    read(inner);
                }
            } else if (part.getFileName() != null) {
                attachments.add(new Attached(MimeUtility.decodeText(part.getFileName()), part.getContentType().replaceFirst(";.*", "").strip(),
                        part.getInputStream().readAllBytes()));
            } else if (part.isMimeType("text/calendar")) {
                calendar = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                calendarType = part.getContentType();
            } else if (part.isMimeType("text/plain")) {
                text.append(part.getContent());
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public MimeMessage message() {
        return message;
    }

    public String subject() {
        return get(message::getSubject);
    }

    public String messageId() {
        return get(message::getMessageID);
    }

    /** The message's own words, line ends as {@code \n}. */
    public String text() {
        return text.toString().replace("\r\n", "\n");
    }

    /** Mailboxes it is addressed to, copies included. */
    public List<String> recipients() {
        Address[] all = get(message::getAllRecipients);
        return all == null ? List.of() : Arrays.stream(all).map(a -> ((InternetAddress) a).getAddress()).toList();
    }

    public String to() {
        return ((InternetAddress) get(() -> message.getRecipients(Message.RecipientType.TO))[0]).toUnicodeString();
    }

    public String header(String name) {
        return get(() -> message.getHeader(name, ", "));
    }

    public java.util.Date sentAt() {
        return get(message::getSentDate);
    }

    public List<Attached> attachments() {
        return attachments;
    }

    /** The one attachment of that name. */
    public Attached attachment(String fileName) {
        return attachments.stream().filter(a -> a.fileName().equals(fileName)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + fileName + " among " + attachments.stream().map(Attached::fileName).toList()));
    }

    /** The calendar part as iCalendar text. */
    public Optional<String> calendar() {
        return Optional.ofNullable(calendar);
    }

    /** The calendar part's own media type with its method. */
    public String calendarType() {
        return calendarType;
    }

    /** The token of the link to the colleague's page. */
    public Optional<String> token() {
        Matcher link = LINK.matcher(text());
        return link.find() ? Optional.of(link.group(1)) : Optional.empty();
    }

    /** The code that opens the colleague's page. */
    public Optional<String> code() {
        Matcher code = CODE.matcher(text());
        return code.find() ? Optional.of(code.group(1)) : Optional.empty();
    }

    private interface Reading<T> {

        T read() throws MessagingException;
    }

    private static <T> T get(Reading<T> reading) {
        try {
            return reading.read();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
