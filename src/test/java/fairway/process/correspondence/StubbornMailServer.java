package fairway.process.correspondence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A mail server that behaves as a test tells it to, one way per conversation; the last way stays. */
public final class StubbornMailServer implements AutoCloseable {

    /** How it meets one conversation. */
    public enum Mood {
        /** Takes the message. */
        TAKES_IT,
        /** 550 at the mailbox. */
        KNOWS_NO_SUCH_MAILBOX,
        /** 451 at the mailbox. */
        IS_BUSY,
        /** 554 after the message. */
        REFUSES_THE_MESSAGE,
        /** 452 after the message. */
        IS_FULL,
        /** Takes the message, with a pause before each answer. */
        IS_SLOW,
        /** Gets the whole message and hangs up without an answer. */
        HANGS_UP_AFTER_THE_MESSAGE,
        /** Takes the message and says nothing more, not even goodbye. */
        FALLS_SILENT_AFTERWARDS,
        /** Says nothing at all. */
        SAYS_NOTHING
    }

    private final ServerSocket socket;
    private final String words;
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<Mood> moods = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> beforeTaking = message -> { };
    private volatile Consumer<String> afterTaking = message -> { };

    public StubbornMailServer(Mood... moods) throws IOException {
        this("", moods);
    }

    /** @param words what it adds to each of its answers */
    public StubbornMailServer(String words, Mood... moods) throws IOException {
        this.words = words;
        this.moods.addAll(List.of(moods));
        socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::serve, "stubborn-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** What happens to a message whose end it saw, before and after it answers that it took it. */
    public void onTaking(Consumer<String> before, Consumer<String> after) {
        beforeTaking = before;
        afterTaking = after;
    }

    /** Every message whose end it saw, as it came over the wire. */
    public List<String> messages() {
        return messages;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket conversation = socket.accept()) {
                talk(conversation, moods.size() > 1 ? moods.remove(0) : moods.get(0));
            } catch (IOException ended) {
                if (socket.isClosed()) {
                    return;
                }
            }
        }
    }

    private void talk(Socket conversation, Mood mood) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(conversation.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = conversation.getOutputStream();
        if (mood == Mood.SAYS_NOTHING) {
            in.readLine();
            return;
        }
        say(out, "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (mood == Mood.IS_SLOW) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
            String verb = line.toUpperCase().split("[ :]")[0];
            switch (verb) {
                case "RCPT" -> say(out, mood == Mood.KNOWS_NO_SUCH_MAILBOX ? "550 no such mailbox" : mood == Mood.IS_BUSY ? "451 try later" : "250 ok");
                case "DATA" -> {
                    say(out, "354 go on");
                    StringBuilder message = new StringBuilder();
                    for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
                        message.append(text).append("\r\n");
                    }
                    messages.add(message.toString());
                    if (mood == Mood.HANGS_UP_AFTER_THE_MESSAGE) {
                        return;
                    }
                    beforeTaking.accept(message.toString());
                    say(out, mood == Mood.REFUSES_THE_MESSAGE ? "554 refused" : mood == Mood.IS_FULL ? "452 no room" : "250 taken");
                    afterTaking.accept(message.toString());
                }
                case "QUIT" -> {
                    if (mood == Mood.FALLS_SILENT_AFTERWARDS) {
                        in.readLine();
                        return;
                    }
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 ok");
            }
        }
    }

    private void say(OutputStream out, String line) throws IOException {
        out.write((line + words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
