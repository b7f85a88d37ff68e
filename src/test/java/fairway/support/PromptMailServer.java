package fairway.support;

import java.net.Socket;
import java.net.SocketException;
import java.util.Map;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/**
 * A real SMTP server on a free port that keeps what it gets, and answers at once. By itself GreenMail writes a line in pieces, each of which waits
 * some 40 ms for the other side's acknowledgement.
 */
public final class PromptMailServer extends GreenMail {

    public PromptMailServer() {
        super(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    }

    public int port() {
        return getSmtp().getPort();
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        return Map.of(ServerSetup.PROTOCOL_SMTP, new Prompt(setups[0], managers));
    }

    private static final class Prompt extends SmtpServer {

        Prompt(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected void handleClientSocket(Socket client) throws SocketException {
            client.setTcpNoDelay(true);
            super.handleClientSocket(client);
        }
    }
}
