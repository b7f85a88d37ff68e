package fairway.process.forms;

import static fairway.support.Submissions.concern;
import static fairway.support.Submissions.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fairway.process.stage1.Stage1Story;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A refusal is one line of the log, a fault stays a fault. */
@FairwayTest
class RefusalsInTheLogTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private RuntimeService runtime;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger refusals = (Logger) LoggerFactory.getLogger(RefusalsInTheLog.class);

    @BeforeEach
    void listen() {
        refusals.setLevel(Level.INFO);
        lines.start();
        root.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(lines);
        refusals.setLevel(null);
    }

    @Test
    void aRefusalAtATaskIsOneLineAtEitherDoor() {
        String task = engine.task("prepareScript", new Stage1Story(context).stage1Chosen(false)).getId();
        lines.list.clear();
        String submission = form().with("skipped", false).with("script", "x".repeat(10_001)).json();
        assertThat(doors.completeAtEngineRest("teamleader", task, submission).status()).isEqualTo(422);
        assertThat(doors.submitInTasklist("teamleader", task, submission).status()).isEqualTo(422);
        assertThat(lines.list).hasSize(2).allSatisfy(line -> isOneLine(line, "script:tooLong"));
    }

    @Test
    void aRefusalAtTheStartIsOneLineAtEitherDoor() {
        assertThat(doors.startAtEngineRest("teamleader", "performanceCase", concern("99999").json()).status()).isEqualTo(422);
        assertThat(doors.startInTasklist("teamleader", "performanceCase", concern("99999").json()).status()).isEqualTo(422);
        assertThat(lines.list).hasSize(2).allSatisfy(line -> isOneLine(line, "colleague:unknownPerson"));
    }

    @Test
    void aFaultIsLoggedInFull() {
        runtime.startProcessInstanceByKey("delivery", "PC-2026-000001", Map.of("delivery", "4711", "byMail", true, "receiptNeeded", false));
        assertThatThrownBy(() -> engine.runDue()).hasStackTraceContaining("no delivery 4711");
        List<ILoggingEvent> faults = lines.list.stream().filter(line -> line.getLevel() == Level.ERROR).toList();
        assertThat(faults).isNotEmpty().anySatisfy(line -> {
            assertThat(line.getLoggerName()).startsWith("org.camunda.bpm.engine");
            assertThat(line.getThrowableProxy()).isNotNull();
            assertThat(line.getThrowableProxy().getStackTraceElementProxyArray()).isNotEmpty();
        });
    }

    private static void isOneLine(ILoggingEvent line, String refused) {
        assertThat(line.getLevel()).isEqualTo(Level.INFO);
        assertThat(line.getFormattedMessage()).isEqualTo("Nothing has changed: refused [" + refused + "]");
        assertThat(line.getThrowableProxy()).isNull();
    }
}
