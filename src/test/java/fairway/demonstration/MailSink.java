package fairway.demonstration;

import java.util.Arrays;
import java.util.List;

import fairway.support.PromptMailServer;
import jakarta.mail.internet.MimeMessage;

/** A real SMTP server that delivers to nobody: what the demonstration sends stays here, as long as it runs. */
final class MailSink {

    private static final PromptMailServer SERVER = new PromptMailServer();

    private MailSink() {
    }

    /** Starts it and answers its port. */
    static int start() {
        SERVER.start();
        return SERVER.port();
    }

    /** Everything that arrived, in the order of arrival; one entry per message, however many people it went to. */
    static List<MimeMessage> messages() {
        return Arrays.asList(SERVER.getReceivedMessages());
    }
}
