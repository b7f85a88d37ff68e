package fairway.staff;

import java.sql.Date;
import java.sql.Time;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.EntityManager;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
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
                where l.ended_on is null and s.left_on < ?""", String.class, Date.valueOf(LocalDate.now(clock))));
        if (!left.isEmpty()) {
            follow();
            events.publishEvent(new StaffChanged(Set.of(), left, Set.of(), Set.of(), Set.of()));
        }
    }

    /** Waits until no other node changes staff list or lines; held to the end of the transaction. */
    void lock() {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> { }, LOCK);
    }

    /** Ends the lines that the staff list no longer gives and begins those that it gives now. */
    void follow() {
        entities.flush();
        LocalDate today = LocalDate.now(clock);
        jdbc.update("""
                update line l set ended_on = greatest(l.started_on, ?) where l.ended_on is null and not exists (
                  select 1 from staff_member c join staff_member m on m.staff_number = c.manager_staff_number
                  where c.staff_number = l.colleague_staff_number and m.staff_number = l.manager_staff_number
                  and c.listed and m.listed and coalesce(c.left_on, ?) >= ? and coalesce(m.left_on, ?) >= ?)""",
                Date.valueOf(today), Date.valueOf(today), Date.valueOf(today), Date.valueOf(today), Date.valueOf(today));
        begin(today);
        entities.clear();
    }

    private void begin(LocalDate today) {
        List<Map<String, Object>> missing = jdbc.queryForList("""
                select c.staff_number colleague, m.staff_number manager, greatest(c.started_on, ?) started_on,
                  coalesce((select l.additional_support from line l where l.colleague_staff_number = c.staff_number order by l.id desc limit 1), false) support
                from staff_member c join staff_member m on m.staff_number = c.manager_staff_number
                where c.listed and m.listed and coalesce(c.left_on, ?) >= ? and coalesce(m.left_on, ?) >= ?
                and not exists (select 1 from line l where l.colleague_staff_number = c.staff_number and l.ended_on is null)
                order by c.staff_number""",
                Date.valueOf(today), Date.valueOf(today), Date.valueOf(today), Date.valueOf(today), Date.valueOf(today));
        if (missing.isEmpty()) {
            return;
        }
        UsualSlots slots = new UsualSlots();
        jdbc.query("select manager_staff_number, colleague_staff_number, usual_weekday, usual_time, usual_minutes from line where ended_on is null", row -> {
            slots.take(row.getString(1), row.getString(2), new Slot(DayOfWeek.valueOf(row.getString(3)), row.getTime(4).toLocalTime(), row.getInt(5)));
        });
        List<Object[]> begun = missing.stream().map(line -> {
            Slot slot = slots.freeFor((String) line.get("manager"), (String) line.get("colleague"));
            return new Object[] {line.get("manager"), line.get("colleague"), line.get("started_on"), slot.weekday().name(), Time.valueOf(slot.time()),
                    slot.minutes(), line.get("support")};
        }).toList();
        jdbc.batchUpdate("""
                insert into line (manager_staff_number, colleague_staff_number, started_on, usual_weekday, usual_time, usual_minutes, additional_support)
                values (?, ?, ?, ?, ?, ?, ?)""", begun);
    }
}
