package fairway.correspondence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

import fairway.staff.Staff;
import fairway.staff.StaffMember;
import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gets a message to its recipient, and keeps what became of it. A message goes out at least once, always under the same Message-ID; once the
 * mail server has taken it, it does not go out again.
 */
@Service
@Transactional
public class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    /** Attempts of one round, the first included; the pauses between them stand in the model of the delivery. */
    public static final int ATTEMPTS = 6;

    /** What became of an attempt; a message that was stopped counts as sent: no other attempt follows. */
    public enum Outcome { sent, tryAgain, failed }

    private final DeliveryRepository deliveries;
    private final Attempts attempts;
    private final Post post;
    private final Mailboxes mailboxes;
    private final Staff staff;
    private final Clock clock;

    Sending(DeliveryRepository deliveries, Attempts attempts, Post post, Mailboxes mailboxes, Staff staff, Clock clock) {
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.post = post;
        this.mailboxes = mailboxes;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Tries to send it. Never throws because it cannot be sent: {@link Outcome#tryAgain} asks for another attempt later, {@link Outcome#failed}
     * is the last one or a fault that no other attempt would change. Its reason then says what to do.
     *
     * @param last whether no other attempt follows, whatever was counted here: an attempt that was cut off is counted by one side alone
     */
    public Outcome attempt(long id, boolean last) {
        deliveries.hold(id);
        Delivery delivery = require(id);
        if (!delivery.isWaiting()) {
            return delivery.state() == DeliveryState.failed ? Outcome.failed : Outcome.sent;
        }
        Attempts.Attempt attempt = attempts.begin(id, delivery.round(), delivery.hasPage());
        if (!attempt.accepted()) {
            MailFault fault = hand(delivery, attempt);
            if (fault != null) {
                attempts.failed(attempt, fault.reason());
                if (!fault.permanent() && !last && attempt.number() < ATTEMPTS) {
                    return Outcome.tryAgain;
                }
                delivery.failed(fault.reason(), now());
                return Outcome.failed;
            }
            attempts.accepted(attempt);
        }
        delivery.sent(now());
        return Outcome.sent;
    }

    /** Whatever goes wrong here is a fault of this message: it is named, kept and tried again, and never left to the engine, which could only stop without a word. */
    private MailFault hand(Delivery delivery, Attempts.Attempt attempt) {
        try {
            post.send(delivery, delivery.documents(), attempt.token());
            return null;
        } catch (MessagingException | RuntimeException fault) {
            MailFault named = MailFault.of(fault);
            if (named.unforeseen()) {
                LOG.error("Delivery {} could not be made into a message", delivery.id(), fault);
            }
            return named;
        }
    }

    /**
     * Starts a new round after a failure, to the mailbox that the staff list has now, or the settings for HR and the Occupational Health provider. An answer to an access
     * request goes to the address that HR checked for it and to no other: the staff mailbox may be closed, or somebody else's.
     */
    public void sendAgain(long id) {
        Delivery delivery = require(id);
        delivery.sendAgain(Kinds.goesToTheCheckedAddress(delivery.kind()) ? null : Optional.ofNullable(delivery.toStaffNumber()).flatMap(staff::find).map(StaffMember::email).or(() -> mailboxes.ofTheSettings(delivery)).orElse(null), now());
    }

    /** A reminder, a notice or a calendar entry that could not be sent is no longer needed. */
    public void closeUnsent(long id) {
        require(id).closeUnsent(now());
    }

    /** It was handed over on paper. @param how in the words of who did it */
    public void handedOver(long id, LocalDate on, String how) {
        require(id).handedOver(on, how, now());
    }

    /** What operations see of a message: nothing of its text, and not that somebody was referred to Occupational Health, or asked what is kept about them. */
    @Transactional(readOnly = true)
    public Trouble trouble(long id) {
        Delivery delivery = require(id);
        boolean neutral = Kinds.isRestricted(delivery.kind()) || mailboxes.isAboutOccupationalHealth(delivery);
        return new Trouble(neutral ? "A letter" : Kinds.label(delivery.kind()), neutral ? withoutName(delivery.toAddress()) : delivery.toAddress(), delivery.fault(),
                delivery.state(), Kinds.mayBeClosedUnsent(delivery.kind()), delivery.isPrintable(), Kinds.goesToTheCheckedAddress(delivery.kind()));
    }

    private static String withoutName(String mailbox) {
        return mailbox == null ? null : "…" + (mailbox.indexOf('@') < 0 ? "" : mailbox.substring(mailbox.lastIndexOf('@')));
    }

    /**
     * @param kind    in words; "A letter" where the kind itself is restricted
     * @param mailbox where it goes, without the name in front of the @ where the kind is restricted; null without mail
     * @param fault   why it could not be sent, in words; null if it could
     * @param closable whether it may be closed unsent once it is no longer needed
     * @param printable whether there is anything to print of it
     * @param sameMailbox whether it goes to this mailbox again, whatever the staff list has by then
     */
    public record Trouble(String kind, String mailbox, String fault, DeliveryState state, boolean closable, boolean printable, boolean sameMailbox) {
    }

    /** What the message says, for whoever has to pass it on by other ways. */
    @Transactional(readOnly = true)
    public String words(long id) {
        return require(id).body();
    }

    /** Day on which it was written, the earliest on which it can be handed over. */
    @Transactional(readOnly = true)
    public LocalDate writtenOn(long id) {
        return require(id).writtenAt().toLocalDate();
    }

    private Delivery require(long id) {
        return deliveries.findById(id).orElseThrow(() -> new IllegalArgumentException("no delivery " + id));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}
