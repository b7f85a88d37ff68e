package fairway.staff;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.persistence.EntityManager;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the reporting lines follow from the staff list: after each import, and every day for those whose last day has passed. */
@Service
public class LineUpkeep {

    /** Name of the database lock under which staff list and lines are changed, by one node at a time. */
    private static final long LOCK = 7_317_001;

    private final JdbcTemplate jdbc;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LineUpkeep(JdbcTemplate jdbc, EntityManager entities, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.events = events;
        this.clock = clock;
    }

    /** Ends the lines of people whose last day has passed, and says so to the rest of Fairway. */
    @Transactional
    public void followLeavers() {
        lock();
        Set<String> left = new HashSet<>(jdbc.queryForList("""
                select distinct s.staff_number from staff_member s join line l on s.staff_number in (l.manager_staff_number, l.colleague_staff_number)
                where l.ended_on is null and s.left_on < ?""", String.class, LocalDate.now(clock)));
        if (!left.isEmpty()) {
            follow();
            events.publishEvent(new StaffChanged(Set.of(), left, Set.of(), Set.of(), Set.of(), ofHr(left)));
        }
    }

    private Set<String> ofHr(Set<String> people) {
        return new HashSet<>(jdbc.queryForList("select staff_number from staff_member where hr_divisions <> '' and staff_number = any (?)", String.class, (Object) people.toArray(String[]::new)));
    }

    /** Waits until no other node changes staff list or lines; held to the end of the transaction. */
    void lock() {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> { }, LOCK);
    }

    /** Ends the lines that the staff list no longer gives and begins those that it gives now. */
    void follow() {
        entities.flush();
        // by what the planner knew before a large import it would compare each with each
        jdbc.execute("analyze staff_member, line");
        LocalDate today = LocalDate.now(clock);
        jdbc.update("""
                update line l set ended_on = greatest(l.started_on, ?) where l.ended_on is null and not exists (
                  select 1 from staff_member c join staff_member m on m.staff_number = c.manager_staff_number
                  where c.staff_number = l.colleague_staff_number and m.staff_number = l.manager_staff_number
                  and c.listed and m.listed and coalesce(c.left_on, ?) >= ? and coalesce(m.left_on, ?) >= ?)""",
                today, today, today, today, today);
        begin(today);
        entities.clear();
    }

    private void begin(LocalDate today) {
        UsualSlots slots = new UsualSlots();
        jdbc.query("select manager_staff_number, colleague_staff_number, usual_weekday, usual_time, usual_minutes from line where ended_on is null",
                (RowCallbackHandler) row -> slots.take(row.getString(1), row.getString(2),
                        new Slot(DayOfWeek.valueOf(row.getString(3)), row.getTime(4).toLocalTime(), row.getInt(5))));
        List<NewLine> begun = jdbc.query("""
                select m.staff_number, c.staff_number, greatest(c.started_on, ?),
                  coalesce((select l.additional_support from line l where l.colleague_staff_number = c.staff_number order by l.id desc limit 1), false)
                from staff_member c join staff_member m on m.staff_number = c.manager_staff_number
                where c.listed and m.listed and coalesce(c.left_on, ?) >= ? and coalesce(m.left_on, ?) >= ?
                and not exists (select 1 from line l where l.colleague_staff_number = c.staff_number and l.ended_on is null)
                order by c.staff_number""", (row, number) -> NewLine.of(row.getString(1), row.getString(2), row.getDate(3).toLocalDate(),
                slots.freeFor(row.getString(1), row.getString(2)), row.getBoolean(4)), today, today, today, today, today);
        jdbc.update("""
                insert into line (manager_staff_number, colleague_staff_number, started_on, usual_weekday, usual_time, usual_minutes, additional_support)
                select manager, colleague, "startedOn", weekday, time, minutes, "additionalSupport"
                from json_to_recordset(?::json) as line (manager varchar, colleague varchar, "startedOn" date, weekday varchar, time time, minutes integer,
                  "additionalSupport" boolean)""", JsonRows.of(begun));
    }

    private record NewLine(String manager, String colleague, LocalDate startedOn, DayOfWeek weekday, LocalTime time, int minutes, boolean additionalSupport) {

        static NewLine of(String manager, String colleague, LocalDate startedOn, Slot slot, boolean additionalSupport) {
            return new NewLine(manager, colleague, startedOn, slot.weekday(), slot.time(), slot.minutes(), additionalSupport);
        }
    }
}
