package fairway.records;

import static fairway.support.Submissions.form;
import static fairway.support.Submissions.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import fairway.onetoone.LineProcess;
import fairway.onetoone.LinesInTests;
import fairway.staff.Line;
import fairway.staff.Lines;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Submissions;
import fairway.support.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Both versions of a corrected note are given to the colleague who asks what is kept, and both go when their time is over. */
@FairwayTest
class CorrectedNoteKeptTest {

    private static final String COLLEAGUE = "10005";

    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private Lines lines;
    @Autowired
    private LineProcess process;
    @Autowired
    private KeptAbout kept;
    @Autowired
    private Retention retention;
    @Autowired
    private RetentionSchedule schedule;
    @Autowired
    private RetentionSettings settings;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private TransactionTemplate transaction;

    private String key;

    /** Sent on 05/10/2026 and corrected three days later. */
    @BeforeEach
    void aNoteWasCorrected() {
        LinesInTests inTests = new LinesInTests(jdbc, lines, process, transaction);
        Line line = inTests.line(COLLEAGUE, TestClock.today(), DayOfWeek.TUESDAY, "10:00:00");
        key = line.businessKey();
        inTests.start(line);
        engine.runDue();
        engine.complete("recordOneToOne", key, Submissions.oneToOneHeld(TestClock.today()).with("vitalStats", "Wrongly below the range.").json());
        engine.runDue();
        TestClock.set(LocalDateTime.of(2026, 10, 8, 10, 0));
        String note = jdbc.queryForObject("select id::text from delivery where kind = 'oneToOneNote'", String.class);
        Doors.Reply done = doors.post("/api/cases/" + key + "/actions/correctLetter", "teamleader",
                form().with("letter", note).with("reason", "The figure was another ward's.").with("texts", List.of(row("id", "vitalStats", "text", "Rightly within the range."))).json());
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        engine.runDue();
    }

    @Test
    void thePackShowsBothVersions() {
        CollectedPack pack = kept.of(COLLEAGUE);
        assertThat(pack.items()).extracting(KeptItem::toString).anyMatch(item -> item.contains("Wrongly below the range.")).anyMatch(item -> item.contains("Rightly within the range."))
                .anyMatch(item -> item.contains("The figure was another ward's."));
        assertThat(pack.files()).containsAll(jdbc.queryForList("select document_id from delivery_document join delivery on delivery.id = delivery_id where kind = 'oneToOneNote'", Long.class))
                .hasSize(2);
    }

    @Test
    void bothGoWhenTheirTimeIsOver() {
        schedule.reviewed(schedule.fingerprint(), "hr");
        jdbc.update("update line set ended_on = ? where id = ?", TestClock.today(), Line.idOf(key));
        TestClock.set(LocalDate.of(2026, 10, 5).plus(settings.oneToOnes()).atTime(4, 0));
        retention.run("test");
        assertThat(count("note")).isZero();
        assertThat(count("letter_correction") + count("letter_correction_text")).as("a correction does not outlive its note").isZero();
        assertThat(count("delivery where kind = 'oneToOneNote'")).as("the newer version names the former one until its own time is over").isEqualTo(2);
        TestClock.set(LocalDate.of(2026, 10, 8).plus(settings.oneToOnes()).atTime(4, 0));
        retention.run("test");
        assertThat(count("delivery where kind = 'oneToOneNote'") + count("document where kind = 'oneToOneNote'")).isZero();
    }

    /** Each version names the one before: none goes before all that came after it. */
    @Test
    void aNoteThatWasCorrectedAgainYearsLaterKeepsNothingElseFromGoing() {
        TestClock.set(LocalDateTime.of(2030, 1, 10, 10, 0));
        String second = jdbc.queryForObject("select id::text from delivery where kind = 'oneToOneNote' order by id desc limit 1", String.class);
        Doors.Reply done = doors.post("/api/cases/" + key + "/actions/correctLetter", "teamleader",
                form().with("letter", second).with("reason", "Another slip.").with("texts", List.of(row("id", "vitalStats", "text", "Within the range of the ward."))).json());
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        engine.runDue();
        schedule.reviewed(schedule.fingerprint(), "hr");
        jdbc.update("update line set ended_on = ? where id = ?", LocalDate.of(2026, 10, 8), Line.idOf(key));
        TestClock.set(LocalDate.of(2026, 10, 8).plus(settings.oneToOnes()).atTime(4, 0));
        assertThat(retention.run("test").items()).extracting(Retention.Item::result).isNotEmpty().doesNotContain(Retention.Result.failed);
        assertThat(count("note")).isZero();
        assertThat(count("delivery where kind = 'oneToOneNote'")).as("all but the last are named by a later one").isEqualTo(3);
        TestClock.set(LocalDate.of(2030, 1, 10).plus(settings.oneToOnes()).atTime(4, 0));
        retention.run("test");
        assertThat(count("delivery where kind = 'oneToOneNote'")).isZero();
    }

    /** Booked anew for somebody who was away without a day of return, and then they left. */
    @Test
    void aOneToOneThatWasCancelledWithoutADateGoesWithItsLine() {
        schedule.reviewed(schedule.fingerprint(), "hr");
        jdbc.update("update line set ended_on = ? where id = ?", TestClock.today(), Line.idOf(key));
        jdbc.update("update one_to_one set state = 'cancelled', planned_start = null where state = 'planned' and line_id = ?", Line.idOf(key));
        assertThat(count("one_to_one where state = 'cancelled' and planned_start is null")).isPositive();
        TestClock.set(TestClock.today().plus(settings.oneToOnes()).plusDays(1).atTime(4, 0));
        retention.run("test");
        assertThat(count("one_to_one where line_id = " + Line.idOf(key))).isZero();
        assertThat(count("line where id = " + Line.idOf(key))).isZero();
    }

    private int count(String rows) {
        return jdbc.queryForObject("select count(*) from " + rows, Integer.class);
    }
}
