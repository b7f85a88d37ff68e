package fairway.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import fairway.trust.WorkingDays;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page on which the demonstration's mails are read. */
@TestComponent
@Controller
class MailPage {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    /** One message in the list or opened. */
    public record Message(int number, String sent, String to, String subject, String text, String calendar, List<Attachment> attachments) {
    }

    /** One attachment of an opened message. */
    public record Attachment(int number, String name) {
    }

    @GetMapping("/demonstration/mail")
    String list(@RequestParam(name = "to", defaultValue = "") String to, Model model) {
        List<MimeMessage> all = MailSink.messages();
        model.addAttribute("to", to);
        model.addAttribute("total", all.size());
        model.addAttribute("messages", IntStream.range(0, all.size()).mapToObj(i -> describe(i, all.get(i), false))
                .filter(m -> m.to().toLowerCase().contains(to.strip().toLowerCase()))
                .sorted(Comparator.comparingInt(Message::number).reversed()).limit(200).toList());
        return "demonstration-mail";
    }

    @GetMapping("/demonstration/mail/{number}")
    String message(@PathVariable("number") int number, Model model) {
        model.addAttribute("message", describe(number, find(number), true));
        return "demonstration-message";
    }

    @GetMapping("/demonstration/mail/{number}/{attachment}")
    ResponseEntity<byte[]> attachment(@PathVariable("number") int number, @PathVariable("attachment") int attachment) {
        try {
            List<Part> parts = attachments(find(number));
            if (attachment < 0 || attachment >= parts.size()) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            Part part = parts.get(attachment);
            return ResponseEntity.ok().contentType(MediaType.parseMediaType(part.getContentType().split(";")[0].strip()))
                    .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(name(part, attachment), StandardCharsets.UTF_8).build().toString())
                    .body(part.getInputStream().readAllBytes());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MimeMessage find(int number) {
        List<MimeMessage> all = MailSink.messages();
        if (number < 0 || number >= all.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return all.get(number);
    }

    private static Message describe(int number, MimeMessage message, boolean whole) {
        try {
            Address[] to = message.getAllRecipients();
            Instant sent = message.getSentDate() == null ? null : message.getSentDate().toInstant();
            List<Part> parts = whole ? attachments(message) : List.of();
            List<Attachment> named = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                named.add(new Attachment(i, name(parts.get(i), i)));
            }
            return new Message(number, sent == null ? "" : SHOWN.format(sent.atZone(WorkingDays.LONDON)),
                    to == null ? "" : Arrays.stream(to).map(a -> ((InternetAddress) a).getAddress()).collect(Collectors.joining(", ")),
                    message.getSubject(), whole ? text(message) : "", whole ? calendar(parts) : null, named);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return part.getContent().toString();
        }
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                String text = text(parts.getBodyPart(i));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    /** The calendar part as it came; null where there is none. */
    private static String calendar(List<Part> parts) throws MessagingException, IOException {
        for (Part part : parts) {
            if (part.isMimeType("text/calendar")) {
                return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    private static List<Part> attachments(Part part) throws MessagingException, IOException {
        List<Part> found = new ArrayList<>();
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                found.addAll(attachments(parts.getBodyPart(i)));
            }
        } else if (!part.isMimeType("text/plain")) {
            found.add(part);
        }
        return found;
    }

    private static String name(Part part, int number) throws MessagingException, IOException {
        String name = part.getFileName();
        return name != null ? MimeUtility.decodeText(name) : part.isMimeType("text/calendar") ? "invitation.ics" : "part-" + number;
    }
}
