package fairway.correspondence;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import fairway.secrecy.CannotOpen;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * Why a message could not be made or handed to the mail server, in plain words without address or text.
 *
 * @param reason     a sentence for operations, with what to do where the mail server is not the cause
 * @param permanent  whether trying again later cannot help
 * @param unforeseen whether nobody knows more about it than the log does
 */
record MailFault(String reason, boolean permanent, boolean unforeseen) {

    private MailFault(String reason, boolean permanent) {
        this(reason, permanent, false);
    }

    static MailFault of(Exception failure) {
        List<Throwable> all = everythingIn(failure);
        for (Throwable t : all) {
            if (t instanceof CannotOpen sealed) {
                return sealed.isKeyMissing() ? new MailFault("A document of it cannot be opened, because its health key is missing. Put the key back, then send it again.", false)
                        : new MailFault("A document of it cannot be opened: it is not what was sealed. Restore the database’s document from the backup, then send it again.", true);
            }
            if (t instanceof Documents.NotAsIssued) {
                return new MailFault("A document of it is not what was issued. Restore the database’s document from the backup, then send it again.", true);
            }
        }
        for (Throwable t : all) {
            if (t instanceof AddressException) {
                return new MailFault("The mail address is not written as one.", true);
            }
            if (t instanceof SMTPAddressFailedException f) {
                return answered(f.getReturnCode(), "The mail server does not accept the mailbox", "The mail server cannot take mail for the mailbox now");
            }
            if (t instanceof SMTPSenderFailedException f) {
                return answered(f.getReturnCode(), "The mail server does not accept Fairway as the sender", "The mail server cannot take mail from Fairway now");
            }
        }
        for (Throwable t : all) {
            if (t instanceof SMTPSendFailedException f && f.getReturnCode() > 0) {
                return answered(f.getReturnCode(), "The mail server does not accept the message", "The mail server cannot take the message now");
            }
            if (t instanceof AuthenticationFailedException) {
                return new MailFault("The mail server does not accept Fairway's own sign-in.", false);
            }
            if (t instanceof SSLException) {
                return new MailFault("The secure connection to the mail server could not be made.", false);
            }
            if (t instanceof SocketTimeoutException) {
                return new MailFault("The mail server did not answer in time.", false);
            }
            if (t instanceof ConnectException || t instanceof UnknownHostException) {
                return new MailFault("The mail server could not be reached.", false);
            }
        }
        if (all.stream().noneMatch(t -> t instanceof MessagingException || t instanceof MailException)) {
            return new MailFault("The message could not be made. The log names the cause under the number of this delivery: remove it, then send it again.", false, true);
        }
        return new MailFault("The mail server broke off the conversation.", false);
    }

    private static MailFault answered(int code, String refused, String later) {
        boolean permanent = code >= 500 && code < 600;
        return new MailFault((permanent ? refused : later) + " (" + code + ").", permanent);
    }

    private static List<Throwable> everythingIn(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        List<Throwable> all = new java.util.ArrayList<>();
        while (!open.isEmpty()) {
            Throwable t = open.poll();
            if (!seen.add(t)) {
                continue;
            }
            all.add(t);
            if (t.getCause() != null) {
                open.add(t.getCause());
            }
            if (t instanceof MessagingException m && m.getNextException() != null) {
                open.add(m.getNextException());
            }
            if (t instanceof MailSendException m) {
                open.addAll(Arrays.asList(m.getMessageExceptions()));
            }
        }
        return all;
    }
}
