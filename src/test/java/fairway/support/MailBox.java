package fairway.support;

import java.util.Arrays;
import java.util.List;

import com.icegreen.greenmail.store.FolderException;
import jakarta.mail.internet.MimeMessage;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A real mail server that keeps what it gets: one for all tests of a run, emptied before each of them. */
public final class MailBox implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static PromptMailServer server;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("spring.mail.host=127.0.0.1", "spring.mail.port=" + server().port()).applyTo(context);
    }

    private static synchronized PromptMailServer server() {
        if (server == null) {
            server = new PromptMailServer();
            server.start();
        }
        return server;
    }

    /** Everything that arrived, oldest first. */
    public static List<Mail> received() {
        MimeMessage[] messages = server().getReceivedMessages();
        return Arrays.stream(messages).map(Mail::new).toList();
    }

    /** What arrived for a mailbox, as addressee or copy, oldest first. */
    public static List<Mail> received(String address) {
        return received().stream().filter(m -> m.recipients().contains(address)).toList();
    }

    /** The latest for a mailbox. */
    public static Mail last(String address) {
        List<Mail> all = received(address);
        if (all.isEmpty()) {
            throw new AssertionError("nothing arrived for " + address + "; mail arrived for "
                    + received().stream().flatMap(m -> m.recipients().stream()).distinct().toList());
        }
        return all.get(all.size() - 1);
    }

    public static void empty() {
        try {
            server().purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }
}
