package fairway.onetoone;

import java.sql.Date;
import java.sql.Time;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;

import fairway.staff.Line;
import fairway.staff.Lines;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The line of a colleague as a test wants it, and its cycle. */
public final class LinesInTests {

    private final JdbcTemplate jdbc;
    private final Lines lines;
    private final LineProcess process;
    private final TransactionTemplate transaction;

    public LinesInTests(JdbcTemplate jdbc, Lines lines, LineProcess process, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.process = process;
        this.transaction = transaction;
    }

    /** The line begins on that day and has its one-to-ones then. */
    public Line line(String colleague, LocalDate startedOn, DayOfWeek weekday, String time) {
        jdbc.update("update line set started_on = ?, usual_weekday = ?, usual_time = ?, usual_minutes = 60 where colleague_staff_number = ? and ended_on is null",
                Date.valueOf(startedOn), weekday.name(), Time.valueOf(LocalTime.parse(time)), colleague);
        return lines.currentOf(colleague).orElseThrow();
    }

    /** Starts the cycle, as {@link LineCycles} does for all lines. */
    public void start(Line line) {
        transaction.executeWithoutResult(status -> {
            Line own = lines.require(line.businessKey());
            process.start(own);
            own.markRunning(true);
        });
    }
}
