package fairway.correspondence;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fairway.staff.Staff;
import fairway.trust.TrustSettings;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes the mail message of a delivery and hands it to the mail server. */
@Component
class Post {

    private final JavaMailSender server;
    private final Documents documents;
    private final Mailboxes mailboxes;
    private final Staff staff;
    private final Subjects subjects;
    private final TrustSettings trust;
    private final Clock clock;

    Post(JavaMailSender server, Documents documents, Mailboxes mailboxes, Staff staff, Subjects subjects, TrustSettings trust, Clock clock) {
        this.server = server;
        this.documents = documents;
        this.mailboxes = mailboxes;
        this.staff = staff;
        this.subjects = subjects;
        this.trust = trust;
        this.clock = clock;
    }

    /**
     * Reads its documents, makes the message and hands it over. Outside of the transaction of whoever sends it: a fault here leaves that one good, so that what
     * became of the message can be kept in it.
     *
     * @param files the documents of the delivery, in their order
     * @param token the right to the colleague's page; null where there is none
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void send(Delivery delivery, List<Document> files, String token) throws MessagingException {
        server.send(message(delivery, files.stream().map(documents::read).toList(), token));
    }

    MimeMessage message(Delivery delivery, List<Attachment> documents, String token) throws MessagingException {
        MimeMessage message = new WithMessageId(delivery.messageId());
        message.setFrom(address(trust.mailFrom(), trust.name()));
        Optional<Recipient> answers = answersTo(delivery);
        if (answers.isPresent()) {
            message.setReplyTo(new InternetAddress[] {address(answers.get().email(), answers.get().name())});
        }
        message.setRecipient(Message.RecipientType.TO, address(delivery.toAddress(), delivery.toName()));
        for (String copy : delivery.copies()) {
            message.addRecipient(Message.RecipientType.CC, address(copy, null));
        }
        message.setSubject(delivery.subject(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        String text = greeted(delivery) + (token == null ? "" : pageParagraph(delivery, token));
        List<Attachment> files = documents.stream().filter(d -> !d.isCalendar()).toList();
        List<Attachment> calendars = documents.stream().filter(Attachment::isCalendar).toList();
        if (calendars.isEmpty() && files.isEmpty()) {
            message.setText(text, "UTF-8");
        } else if (files.isEmpty()) {
            message.setContent(invitation(text, calendars));
        } else {
            MimeMultipart all = new MimeMultipart("mixed");
            all.addBodyPart(calendars.isEmpty() ? textPart(text) : part(invitation(text, calendars)));
            for (Attachment file : files) {
                all.addBodyPart(filePart(file));
            }
            message.setContent(all);
        }
        message.saveChanges();
        return message;
    }

    /** Nobody is written to without their name. */
    private static String greeted(Delivery delivery) {
        return delivery.body().startsWith("Dear ") ? delivery.body() : "Dear " + delivery.toName() + "\n\n" + delivery.body().stripTrailing();
    }

    private String pageParagraph(Delivery delivery, String token) {
        return (delivery.receiptNeeded() ? "\n\nPlease tell us that this has reached you, and add your comments or corrections if you have any, on your own page:\n\n"
                : "\n\nOn your own page you can add your comments or corrections, and see what is kept about you:\n\n")
                + trust.baseUrl() + "/my/" + token
                + "\n\n" + (delivery.receiptNeeded() ? "Confirming receipt does not mean that you agree. " : "")
                + "The page is meant for you alone and opens with a code that is sent to your staff mailbox: please do not pass this message on.\n";
    }

    /** Sends the code that opens a person's page. It says nothing of what the page is about, and leads nowhere. */
    void sendCode(Recipient to, String code, Duration valid) throws MessagingException {
        MimeMessage message = new WithMessageId("<" + UUID.randomUUID() + "@" + trust.mailFrom().substring(trust.mailFrom().indexOf('@') + 1) + ">");
        message.setFrom(address(trust.mailFrom(), trust.name()));
        message.setRecipient(Message.RecipientType.TO, address(to.email(), to.name()));
        message.setSubject(subjects.code(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText("Dear " + to.name() + "\n\nYour code is " + code + "\n\nEnter it on the page that you have open. It works once, for " + valid.toMinutes()
                + " minutes.\n\nNobody from " + trust.name() + " will ever ask you for it. If you did not ask for a code, you need not do anything.\n", "UTF-8");
        message.saveChanges();
        server.send(message);
    }

    /** Outlook takes an invitation that is an alternative of the text; as a file beside it, it would have to be opened by hand. */
    private static MimeMultipart invitation(String text, List<Attachment> calendars) throws MessagingException {
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(textPart(text));
        for (Attachment calendar : calendars) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(calendar.content(), calendar.mediaType() + "; charset=UTF-8")));
            part.setHeader("Content-Type", calendar.mediaType() + "; charset=UTF-8");
            part.setHeader("Content-Transfer-Encoding", "base64");
            alternatives.addBodyPart(part);
        }
        return alternatives;
    }

    private static MimeBodyPart textPart(String text) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8");
        return part;
    }

    private static MimeBodyPart part(MimeMultipart content) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(content);
        return part;
    }

    private static MimeBodyPart filePart(Attachment file) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.mediaType())));
        part.setFileName(file.fileName());
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setDescription(file.title(), "UTF-8");
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        return part;
    }

    /**
     * Whom a plain "Reply" reaches: HR where the message is about Occupational Health, so that nothing about health comes to a manager; the manager with
     * letters and notes to the colleague, and whoever of HR answers an access request; with everything else nobody but the mailbox that Fairway sends from.
     */
    private Optional<Recipient> answersTo(Delivery delivery) {
        if (mailboxes.isAboutOccupationalHealth(delivery)) {
            return Optional.of(mailboxes.hrOf(delivery.businessKey()));
        }
        if (delivery.handOverBy() == null || !Kinds.isAnsweredByItsSender(delivery.kind())) {
            return Optional.empty();
        }
        return staff.find(delivery.handOverBy()).map(manager -> new Recipient(manager.staffNumber(), manager.fullName(), manager.email())).filter(Mailboxes::isUsable);
    }

    /** One mailbox and nothing else: a list, a group or a line end in it is refused. */
    static InternetAddress address(String address, String name) throws AddressException {
        InternetAddress[] parsed = InternetAddress.parse(address, true);
        if (parsed.length != 1 || parsed[0].isGroup() || !address.equals(OneLine.of(address)) || !parsed[0].getAddress().contains("@")) {
            throw new AddressException("not one mailbox");
        }
        InternetAddress one = new InternetAddress(parsed[0].getAddress(), true);
        if (name != null) {
            try {
                one.setPersonal(OneLine.of(name), StandardCharsets.UTF_8.name());
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
        return one;
    }

    /** Keeps its own Message-ID; Jakarta Mail would make a new one with each save. */
    private static final class WithMessageId extends MimeMessage {

        private final String messageId;

        WithMessageId(String messageId) {
            super((Session) null);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
