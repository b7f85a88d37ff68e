package fairway.faults;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import fairway.demonstration.RunningDemonstration;
import fairway.process.correspondence.StubbornMailServer;
import fairway.process.correspondence.StubbornMailServer.Mood;
import fairway.support.Submissions;
import fairway.trust.WorkingDays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole application is killed while a one-to-one's note is on its way to the colleague, at each moment that matters, and started again.
 * Whatever happens: the step's note exists once, is sent at least once, always under the same Message-ID, and nothing else waits behind it.
 */
class KilledWhileSendingIT {

    private static final String MANAGER = "teamleader";

    @TempDir
    static Path folder;
    private static StubbornMailServer mail;
    private static RunningDemonstration fairway;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        mail = new StubbornMailServer(Mood.TAKES_IT);
        fairway = new RunningDemonstration(folder, "fairway.demonstration.mail-port=" + mail.port());
        startAndSettle();
    }

    /** Started, and with nothing left of what the whole Trust's lines are booked by in the background. */
    private static void startAndSettle() throws IOException, InterruptedException {
        fairway.start();
        until(() -> number("select count(*) from act_ru_job where retries_ > ?::int and (duedate_ is null or duedate_ <= localtimestamp)", "0") == 0);
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        fairway.stop();
        mail.close();
    }

    @Test
    void beforeTheNoteIsRendered() throws Exception {
        OneToOne oneToOne = nextOneToOne();
        killedWhileItWaitsFor("note", oneToOne);
        assertNothingHappened(oneToOne);
        assertThat(complete(oneToOne).statusCode()).isEqualTo(204);
        assertSent(oneToOne, 1);
    }

    @Test
    void afterTheNoteIsRenderedAndBeforeItIsWritten() throws Exception {
        OneToOne oneToOne = nextOneToOne();
        killedWhileItWaitsFor("document_content", oneToOne);
        assertNothingHappened(oneToOne);
        assertThat(complete(oneToOne).statusCode()).isEqualTo(204);
        assertSent(oneToOne, 1);
    }

    @Test
    void afterTheServerTookItAndBeforeItsAnswerWasKept() throws Exception {
        OneToOne oneToOne = nextOneToOne();
        killedWhileTheServerTakesIt(oneToOne, "delivery_attempt", message -> { });
        OneToOne other = nextOneToOne();
        assertThat(complete(other).statusCode()).isEqualTo(204);
        assertSent(other, 1);
        assertSent(oneToOne, 2);
    }

    @Test
    void afterItsAnswerWasKeptAndBeforeTheStepIsCommitted() throws Exception {
        OneToOne oneToOne = nextOneToOne();
        String accepted = "select count(*) from delivery_attempt a join delivery d on d.id = a.delivery_id where a.accepted_at is not null and d.message_id = ?";
        killedWhileTheServerTakesIt(oneToOne, "act_hi_actinst", message -> until(() -> number(accepted, messageId(message)) == 1));
        assertSent(oneToOne, 1);
    }

    /** A one-to-one whose record is due: its task, its line, how many notes of the line there were. */
    private record OneToOne(String task, String line, long notesBefore) {
    }

    private static OneToOne nextOneToOne() throws IOException, InterruptedException {
        JsonNode task = fairway.get(MANAGER, "/engine-rest/task?taskDefinitionKey=userTask_recordOneToOne&assignee=" + MANAGER + "&sortBy=dueDate&sortOrder=asc").get(0);
        String line = task.path("name").asText().replaceAll(".* · ", "");
        return new OneToOne(task.path("id").asText(), line, notes(line));
    }

    private static HttpResponse<String> complete(OneToOne oneToOne) throws IOException, InterruptedException {
        String submission = Submissions.oneToOneHeld(LocalDate.now(WorkingDays.LONDON)).json();
        return fairway.send(MANAGER, "POST", "/engine-rest/task/" + oneToOne.task() + "/complete",
                "{\"variables\":{\"submission\":{\"type\":\"Json\",\"value\":" + quoted(submission) + ",\"valueInfo\":{\"transient\":true}}}}");
    }

    private static String quoted(String json) {
        return "\"" + json.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** The mail server takes the note, the step runs into a table that somebody holds, and there the application dies. Then it is started again. */
    private void killedWhileTheServerTakesIt(OneToOne oneToOne, String table, Consumer<String> beforeTheEnd) throws Exception {
        CountDownLatch killed = new CountDownLatch(1);
        try (Connection beside = fairway.database()) {
            beside.setAutoCommit(false);
            mail.onTaking(message -> {
                if (isNoteOf(oneToOne, message)) {
                    hold(beside, "lock table " + table + " in share row exclusive mode");
                }
            }, message -> {
                if (isNoteOf(oneToOne, message)) {
                    beforeTheEnd.accept(message);
                    untilSomebodyWaitsFor(table);
                    kill();
                    killed.countDown();
                }
            });
            complete(oneToOne);
            assertThat(killed.await(10, TimeUnit.MINUTES)).isTrue();
            beside.rollback();
        }
        theLocksOfTheDeadNodeRunOut();
        mail.onTaking(message -> { }, message -> { });
        startAndSettle();
    }

    /** The step runs into a table that somebody holds, and there the application dies. */
    private static void killedWhileItWaitsFor(String table, OneToOne oneToOne) throws Exception {
        try (Connection beside = fairway.database()) {
            beside.setAutoCommit(false);
            hold(beside, "lock table " + table + " in share row exclusive mode");
            CompletableFuture<Void> step = CompletableFuture.runAsync(() -> {
                try {
                    complete(oneToOne);
                } catch (IOException | InterruptedException died) {
                    throw new IllegalStateException(died);
                }
            });
            untilSomebodyWaitsFor(table);
            fairway.kill();
            assertThat(step.handle((done, failure) -> failure).get(1, TimeUnit.MINUTES)).as("the step had no answer").isNotNull();
            beside.rollback();
        }
        theLocksOfTheDeadNodeRunOut();
        startAndSettle();
    }

    private static void untilSomebodyWaitsFor(String table) {
        until(() -> number("select count(*) from pg_locks where not granted and relation = ?::regclass", table) > 0);
    }

    private static void assertNothingHappened(OneToOne oneToOne) throws IOException, InterruptedException {
        assertThat(notes(oneToOne.line())).as("notes on their way").isEqualTo(oneToOne.notesBefore());
        assertThat(fairway.send(MANAGER, "GET", "/engine-rest/task/" + oneToOne.task(), null).statusCode()).as("the task is open").isEqualTo(200);
    }

    private static void assertSent(OneToOne oneToOne, int times) {
        until(() -> number("select count(*) from delivery where business_key = ? and kind = 'oneToOneNote' and state = 'sent'", oneToOne.line()) == oneToOne.notesBefore() + 1);
        assertThat(notes(oneToOne.line())).as("one more row than before").isEqualTo(oneToOne.notesBefore() + 1);
        assertThat(sentOf(oneToOne)).as("under one Message-ID").hasSize(times);
    }

    private static List<String> sentOf(OneToOne oneToOne) {
        String id = text("select message_id from delivery where business_key = ? and kind = 'oneToOneNote' order by id desc limit 1", oneToOne.line());
        return mail.messages().stream().filter(message -> messageId(message).equals(id)).toList();
    }

    private static boolean isNoteOf(OneToOne oneToOne, String message) {
        return number("select count(*) from delivery where message_id = ? and kind = 'oneToOneNote' and business_key = '" + oneToOne.line() + "'", messageId(message)) == 1;
    }

    /** What five minutes would do: what the dead node had begun is free for the living. */
    private static void theLocksOfTheDeadNodeRunOut() {
        try (Connection beside = fairway.database(); PreparedStatement free = beside.prepareStatement("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null")) {
            free.executeUpdate();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void kill() {
        try {
            fairway.kill();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void hold(Connection beside, String lock) {
        try (var statement = beside.createStatement()) {
            statement.execute(lock);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long notes(String line) {
        return number("select count(*) from delivery where business_key = ? and kind = 'oneToOneNote'", line);
    }

    private static long number(String sql, String value) {
        return Long.parseLong(text(sql, value));
    }

    private static String text(String sql, String value) {
        try (Connection beside = fairway.database(); PreparedStatement query = beside.prepareStatement(sql)) {
            query.setString(1, value);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(BooleanSupplier so) {
        long began = System.nanoTime();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - began > TimeUnit.MINUTES.toNanos(10)) {
                throw new AssertionError("it did not come to that within ten minutes");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static String messageId(String message) {
        Matcher header = Pattern.compile("(?im)^Message-ID: *\\R? *(<[^>]+>)").matcher(message);
        return header.find() ? header.group(1) : "";
    }
}
