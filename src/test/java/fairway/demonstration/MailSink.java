package fairway.demonstration;

import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;

/** A real SMTP server that delivers to nobody: what the demonstration sends stays here, as long as it runs. */
final class MailSink {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort()) {
        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
            return Map.of(ServerSetup.PROTOCOL_SMTP, new PromptSmtpServer(setups[0], managers));
        }
    };

    private MailSink() {
    }

    /** Starts it and answers its port. */
    static int start() {
        SERVER.start();
        return SERVER.getSmtp().getPort();
    }

    /** Everything that arrived, in the order of arrival; one entry per message, however many people it went to. */
    static List<MimeMessage> messages() {
        return Arrays.asList(SERVER.getReceivedMessages());
    }

    /** Answers at once; by itself the server sends a line in pieces, each of which waits some 40 ms for the other side's acknowledgement. */
    private static final class PromptSmtpServer extends SmtpServer {

        PromptSmtpServer(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected void handleClientSocket(Socket client) throws SocketException {
            client.setTcpNoDelay(true);
            super.handleClientSocket(client);
        }
    }
}
