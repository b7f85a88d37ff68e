package fairway.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;

import fairway.correspondence.Attachment;
import fairway.correspondence.Deliveries;
import fairway.correspondence.Dispatch;
import fairway.correspondence.Recipient;
import fairway.correspondence.Sending;
import fairway.process.correspondence.StubbornMailServer;
import fairway.support.Engine;
import fairway.support.EveryTable;
import fairway.support.FairwayTest;
import fairway.support.MarkedCase;
import fairway.support.TestClock;
import fairway.trust.WorkingDays;
import org.assertj.core.util.Throwables;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A whole case with a mark in every text that a person writes: the engine's tables hold none of them, and nobody's name but for its own users. */
@FairwayTest
class NoTextInTheEngineTest {

    private static final String MARK = MarkedCase.MARK;
    private static final String COLLEAGUE = "10005";
    private static final String MANAGER = "10004";

    @Autowired
    ApplicationContext context;
    @Autowired
    Engine engine;
    @Autowired
    EveryTable tables;
    @Autowired
    Deliveries deliveries;
    @Autowired
    ManagementService management;
    @Autowired
    JavaMailSenderImpl mailServer;
    @Autowired
    JdbcTemplate jdbc;

    @Test
    void theEngineHoldsNoTextAndNoName() {
        new MarkedCase(context).walk();
        assertThat(tables.with(MARK, "table_name not like 'act\\_%'")).as("the walk leaves its marks in Fairway's own tables").hasSizeGreaterThan(15);
        nothingKept("the whole case");
        everyStepIsADecisionOfTheAccessLog();
    }

    /** Without a word of it. */
    private void everyStepIsADecisionOfTheAccessLog() {
        assertThat(tables.with(MARK, "table_name = 'access_log'")).isEmpty();
        String steps = "select substring(task_def_key_ from 10) || ' ' || assignee_ || ' ' || count(*) from act_hi_taskinst where delete_reason_ = 'completed' group by task_def_key_, assignee_";
        String decisions = "select what || ' ' || user_id || ' ' || count(*) from access_log where outcome = 'decided' and about is not null "
                + "and what in (select substring(task_def_key_ from 10) from act_hi_taskinst) "
                + "group by what, user_id";
        assertThat(jdbc.queryForList(decisions, String.class)).hasSizeGreaterThan(14).containsExactlyInAnyOrderElementsOf(jdbc.queryForList(steps, String.class));
    }

    @Test
    void aMessageThatCannotBeSentLeavesNothingOfItselfAndOfTheMailServersAnswer() throws IOException {
        String number = "PC-2026-000007";
        int port = mailServer.getPort();
        try (StubbornMailServer server = new StubbornMailServer(" <priya.chowdhury@trust.example> " + MARK, StubbornMailServer.Mood.IS_BUSY)) {
            mailServer.setPort(server.port());
            deliveries.send(new Dispatch(number, "reviewNote", "1", new Recipient(COLLEAGUE, "Priya Chowdhury", "priya.chowdhury@trust.example"), List.of("nia.barker@trust.example"),
                    "Subject " + MARK, "Dear Priya Chowdhury, " + MARK, List.of(Attachment.pdf("Title " + MARK, new byte[] {1})), false, MANAGER));
            for (int attempt = 1; attempt < Sending.ATTEMPTS; attempt++) {
                assertThatThrownBy(engine::runDue).hasStackTraceContaining("the next attempt follows");
                nothingKept("attempt " + attempt);
                Job next = management.createJobQuery().processDefinitionKey("delivery").singleResult();
                assertThat(next.getExceptionMessage()).as("the engine keeps the failure").contains("could not be sent");
                TestClock.set(LocalDateTime.ofInstant(next.getDuedate().toInstant(), WorkingDays.LONDON));
            }
            engine.runDue();
            assertThat(engine.isOpen("resolveDelivery", number)).isTrue();
            nothingKept("the last attempt");
        } finally {
            mailServer.setPort(port);
        }
        engine.completeAs("ops", "resolveDelivery", number, "{\"action\":\"sendAgain\"}");
        engine.runDue();
        nothingKept("it was sent");
    }

    /** The database answers with the whole row, and its driver with the statement and every value in it; both would be kept as the failure of the job, and logged. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aRowThatTheDatabaseRefusesIsNeitherKeptNorLogged(CapturedOutput log) {
        jdbc.execute("alter table delivery add constraint nothing_is_sent check (state <> 'sent') not valid");
        try {
            deliveries.send(new Dispatch("PC-2026-000007", "reviewNote", "1", new Recipient(COLLEAGUE, "Priya Chowdhury", "priya.chowdhury@trust.example"), List.of("nia.barker@trust.example"),
                    "Subject " + MARK, "Dear Priya Chowdhury, " + MARK, List.of(Attachment.pdf("Title " + MARK, new byte[] {1})), false, MANAGER));
            assertThatThrownBy(engine::runDue).hasStackTraceContaining("nothing_is_sent").satisfies(failure -> assertThat(Throwables.getStackTrace(failure)).doesNotContain(MARK, "Chowdhury"));
        } finally {
            jdbc.execute("alter table delivery drop constraint nothing_is_sent");
        }
        assertThat(management.createJobQuery().processDefinitionKey("delivery").singleResult().getExceptionMessage()).as("the engine keeps the failure").contains("nothing_is_sent");
        nothingKept("a refused row");
        assertThat(log.getAll()).as("what is wrong is logged").contains("nothing_is_sent").doesNotContain(MARK, "Chowdhury", "priya.chowdhury");
    }

    private void nothingKept(String after) {
        for (String kept : List.of(MARK, "Chowdhury", "Priya", "Barker", "priya.chowdhury", "nia.barker", "trust.example")) {
            assertThat(tables.with(kept, "table_name like 'act\\_%' and table_name not in ('act_id_user', 'act_id_membership')")).as("after " + after + ", " + kept).isEmpty();
        }
    }
}
