package fairway.process.correspondence;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fairway.correspondence.Attachment;
import fairway.correspondence.Deliveries;
import fairway.correspondence.DeliveryState;
import fairway.correspondence.Dispatch;
import fairway.correspondence.Recipient;
import fairway.correspondence.Sent;
import fairway.process.correspondence.StubbornMailServer.Mood;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.TestClock;
import fairway.support.World;
import fairway.trust.WorkingDays;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fault table of the ledger, each row against a real SMTP server that fails once: the letter exists once, is sent at least once, always under
 * the same Message-ID, and nothing else waits behind it. What a killed application leaves is in {@code fairway.faults}.
 */
@FairwayTest
class FaultsOfTheLedgerTest {

    private static final String COLLEAGUE = "10005";
    private static final String MANAGER = "10004";
    private static final byte[] PDF = {1, 2, 3};

    /** What goes wrong with the first message, what the ledger says then, and how often the server sees the message in the end. */
    enum Fault {

        CONNECTION_REFUSED(null, DeliveryState.waiting, 1),
        HANG(Mood.SAYS_NOTHING, DeliveryState.waiting, 1),
        MAILBOX_BUSY_451(Mood.IS_BUSY, DeliveryState.waiting, 1),
        SERVER_FULL_452(Mood.IS_FULL, DeliveryState.waiting, 2),
        MAILBOX_UNKNOWN_550(Mood.KNOWS_NO_SUCH_MAILBOX, DeliveryState.failed, 1),
        MESSAGE_REFUSED_554(Mood.REFUSES_THE_MESSAGE, DeliveryState.failed, 2),
        DROP_AFTER_DATA(Mood.HANGS_UP_AFTER_THE_MESSAGE, DeliveryState.waiting, 2),
        NO_GOODBYE(Mood.FALLS_SILENT_AFTERWARDS, DeliveryState.sent, 1),
        SLOW(Mood.IS_SLOW, DeliveryState.sent, 1);

        private final Mood mood;
        private final DeliveryState afterwards;
        private final int seen;

        Fault(Mood mood, DeliveryState afterwards, int seen) {
            this.mood = mood;
            this.afterwards = afterwards;
            this.seen = seen;
        }
    }

    @Autowired
    private Deliveries deliveries;
    @Autowired
    private Engine engine;
    @Autowired
    private World world;
    @Autowired
    private ManagementService management;
    @Autowired
    private JavaMailSenderImpl mailServer;
    @Autowired
    private JdbcTemplate jdbc;

    private String key;
    private int port;

    @BeforeEach
    void aLine() {
        key = world.lineOf(COLLEAGUE);
        port = mailServer.getPort();
        mailServer.getJavaMailProperties().setProperty("mail.smtp.timeout", "1000");
    }

    @AfterEach
    void theRightMailServer() {
        mailServer.setPort(port);
        mailServer.getJavaMailProperties().setProperty("mail.smtp.timeout", "20000");
    }

    @ParameterizedTest
    @EnumSource
    void theLetterExistsOnceAndGetsThereUnderOneMessageId(Fault fault) throws Exception {
        try (StubbornMailServer server = fault.mood == null ? new StubbornMailServer(Mood.TAKES_IT) : new StubbornMailServer(fault.mood, Mood.TAKES_IT)) {
            mailServer.setPort(fault.mood == null ? closedPort() : server.port());
            long letter = send("letter");
            runOnce();
            assertThat(state(letter)).as("after the first attempt").isEqualTo(fault.afterwards);

            mailServer.setPort(server.port());
            long next = send("next");
            engine.runDue();
            assertThat(state(next)).as("what comes behind it").isEqualTo(DeliveryState.sent);

            if (fault.afterwards == DeliveryState.failed) {
                engine.completeAs("ops", "resolveDelivery", key, "{\"action\":\"sendAgain\"}");
            } else {
                timeOfTheNextAttempt();
            }
            engine.runDue();
            assertThat(state(letter)).isEqualTo(DeliveryState.sent);
            assertThat(send("letter")).as("asked for once more, it is the same").isEqualTo(letter);
            engine.runDue();
            assertThat(jdbc.queryForObject("select count(*) from delivery where occurrence = 'letter'", Integer.class)).isEqualTo(1);
            String id = jdbc.queryForObject("select message_id from delivery where id = ?", String.class, letter);
            assertThat(server.messages().stream().filter(message -> message.contains("This is letter")).map(FaultsOfTheLedgerTest::messageId)).hasSize(fault.seen).containsOnly(id);
        }
    }

    private long send(String occurrence) {
        return deliveries.send(new Dispatch(key, "reviewNote", occurrence, new Recipient(COLLEAGUE, "Priya Chowdhury", "priya.chowdhury@trust.example"), List.of(),
                "A note for you", "Dear Priya\n\nThis is " + occurrence + ".", List.of(Attachment.pdf("A note", PDF)), false, MANAGER));
    }

    /** Every job that is due, each once, as the job executor would: a failing one holds up no other. */
    private void runOnce() {
        for (Job job : management.createJobQuery().executable().list()) {
            try {
                management.executeJob(job.getId());
            } catch (RuntimeException again) {
                assertThat(again).hasStackTraceContaining("the next attempt follows");
            }
        }
    }

    private void timeOfTheNextAttempt() {
        management.createJobQuery().list().stream().filter(job -> job.getDuedate() != null && job.getProcessInstanceId() != null)
                .map(job -> LocalDateTime.ofInstant(job.getDuedate().toInstant(), WorkingDays.LONDON)).filter(at -> at.isAfter(TestClock.now()))
                .min(LocalDateTime::compareTo).ifPresent(at -> TestClock.set(at.plusSeconds(1)));
    }

    private DeliveryState state(long id) {
        return deliveries.find(id).map(Sent::state).orElseThrow();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static String messageId(String message) {
        Matcher header = Pattern.compile("(?im)^Message-ID: *\\R? *(<[^>]+>)").matcher(message);
        return header.find() ? header.group(1) : "";
    }
}
