package fairway.records;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fairway.access.AccessLog;
import fairway.form.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the schedule: says what is past its time, or erases it, one transaction for each case, line or kind. What is held stays. Each run is kept; what
 * was erased leaves its kind, number, day and rule, and nothing else.
 */
@Service
public class Retention {

    /** What a run that erases is refused with while HR has not reviewed the schedule. */
    static final String NOT_REVIEWED = "HR of the whole Trust has not reviewed this schedule yet. Review it on the page /retention; until then there are dry runs only.";

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final RetentionSchedule schedule;
    private final DueRecords due;
    private final Destruction destruction;
    private final JdbcClient jdbc;
    private final AccessLog log;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Retention(RetentionSchedule schedule, DueRecords due, Destruction destruction, JdbcClient jdbc, AccessLog log, Clock clock, PlatformTransactionManager transactions) {
        this.schedule = schedule;
        this.due = due;
        this.destruction = destruction;
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What became of a record in a run. */
    public enum Result {
        /** Past its time, in a dry run. */
        due("would be erased"),
        held("kept by a legal hold"),
        destroyed("erased"),
        failed("not erased: it failed, and is tried again by the next run");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** One line of a run's report. */
    public record Item(RecordKind kind, String key, int number, LocalDate dueOn, String rule, Result result) {
    }

    /** A run. {@code finishedAt} is null for one that was cut off, or still runs. */
    public record Run(long id, boolean dry, String askedBy, LocalDateTime begunAt, LocalDateTime finishedAt, List<Item> items) {
    }

    /** What falls due within these days, what is overdue included. */
    List<DueRecord> dueWithin(int days) {
        LocalDate until = LocalDate.now(clock).plusDays(days);
        List<DueRecord> all = new ArrayList<>();
        for (RecordKind kind : RecordKind.values()) {
            all.addAll(due.of(kind, until));
        }
        return all;
    }

    /** Says what a run would erase now; changes nothing. */
    public Run dryRun(String askedBy) {
        return run(true, begin(true, askedBy, null).orElseThrow(), askedBy);
    }

    /** @throws Refusal while HR has not reviewed the schedule */
    public Run run(String askedBy) {
        if (!schedule.isReviewed()) {
            throw new Refusal("", "notReviewed", "", NOT_REVIEWED);
        }
        log.done("retention-run", "retention", askedBy);
        return run(false, begin(false, askedBy, null).orElseThrow(), askedBy);
    }

    /** The run of this night, by the node that comes first; a dry one while HR has not reviewed the schedule. */
    Optional<Run> nightly() {
        boolean dry = !schedule.isReviewed();
        return begin(dry, "nightly", LocalDate.now(clock)).map(run -> run(dry, run, null));
    }

    private Optional<Long> begin(boolean dry, String askedBy, LocalDate night) {
        return transaction.execute(status -> jdbc.sql("insert into retention_run (dry, asked_by, begun_at, night) values (?, ?, ?, ?) on conflict (night) do nothing returning id")
                .param(dry).param(askedBy).param(LocalDateTime.now(clock)).param(night).query(Long.class).optional());
    }

    /** @param startedBy user in whose name the record of access says what was erased; null for the run of the night, which nobody starts */
    private Run run(boolean dry, long run, String startedBy) {
        LocalDate today = LocalDate.now(clock);
        for (RecordKind kind : RecordKind.values()) {
            for (DueRecord record : due.of(kind, today)) {
                if (record.held()) {
                    keep(run, record, record.number(), Result.held);
                } else if (dry) {
                    keep(run, record, record.number(), Result.due);
                } else {
                    destroy(run, record, today, startedBy);
                }
            }
        }
        transaction.executeWithoutResult(status -> jdbc.sql("update retention_run set finished_at = ? where id = ?").param(LocalDateTime.now(clock)).param(run).update());
        return find(run).orElseThrow();
    }

    private void destroy(long run, DueRecord record, LocalDate today, String startedBy) {
        try {
            transaction.executeWithoutResult(status -> {
                int number = destruction.of(record, today);
                if (number > 0) {
                    item(run, record, number, Result.destroyed);
                    log.done("destroyed", record.key() == null ? record.kind().id() : record.kind().id() + " " + record.key(), startedBy);
                }
            });
        } catch (RuntimeException failure) {
            LOG.error("retention: {} {} could not be erased and is tried again by the next run: {}", record.kind().id(), record.key() == null ? "" : record.key(),
                    failure.getClass().getSimpleName());
            keep(run, record, record.number(), Result.failed);
        }
    }

    private void keep(long run, DueRecord record, int number, Result result) {
        transaction.executeWithoutResult(status -> item(run, record, number, result));
    }

    private void item(long run, DueRecord record, int number, Result result) {
        jdbc.sql("insert into retention_item (run_id, kind, key, number, due_on, rule, result, at) values (?, ?, ?, ?, ?, ?, ?, ?)").param(run).param(record.kind().id())
                .param(record.key()).param(number).param(record.dueOn()).param(schedule.rule(record.kind())).param(result.name()).param(LocalDateTime.now(clock)).update();
    }

    /** The last runs, latest first, without their items. */
    List<Run> runs(int atMost) {
        return jdbc.sql("select id, dry, asked_by, begun_at, finished_at from retention_run order by id desc limit ?").param(atMost).query((row, n) -> new Run(row.getLong(1),
                row.getBoolean(2), row.getString(3), row.getTimestamp(4).toLocalDateTime(), local(row.getTimestamp(5)), List.of())).list();
    }

    Optional<Run> find(long id) {
        return jdbc.sql("select id, dry, asked_by, begun_at, finished_at from retention_run where id = ?").param(id).query((row, n) -> new Run(row.getLong(1), row.getBoolean(2),
                row.getString(3), row.getTimestamp(4).toLocalDateTime(), local(row.getTimestamp(5)), items(id))).optional();
    }

    private List<Item> items(long run) {
        return jdbc.sql("select kind, key, number, due_on, rule, result from retention_item where run_id = ? order by id").param(run).query((row, n) -> new Item(
                RecordKind.ofId(row.getString(1)), row.getString(2), row.getInt(3), row.getDate(4).toLocalDate(), row.getString(5), Result.valueOf(row.getString(6)))).list();
    }

    private static LocalDateTime local(Timestamp at) {
        return at == null ? null : at.toLocalDateTime();
    }
}
