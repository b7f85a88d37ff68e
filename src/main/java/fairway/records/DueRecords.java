package fairway.records;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import fairway.correspondence.Kinds;
import fairway.health.ReferralState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is past its time on a day, kind by kind. */
@Component
@Transactional(readOnly = true)
class DueRecords {

    /**
     * A case with a text about health has a key of its own, and so has one in which a draft was saved; letters about health have keys of theirs. A referral, and what the chronology
     * keeps for HR and Occupational Health, may be there without any text.
     */
    private static final String HAS_HEALTH = "(exists (select from sealing_key k where k.name = c.number) "
            + "or exists (select from document d where d.business_key = c.number and d.kind in (:health)) "
            + "or exists (select from referral f where f.case_number = c.number) or exists (select from performance_case_entry e where e.case_number = c.number and e.restricted))";
    private static final String IS_HELD = "exists (select from legal_hold h where h.case_number = c.number and h.lifted_at is null)";
    static final String COLLEAGUE_IS_HELD = "exists (select from performance_case c join legal_hold h on h.case_number = c.number and h.lifted_at is null where c.colleague = %s)";

    /** The person has not got all of it yet. */
    private static final String ANSWER_ON_ITS_WAY = "(r.ended_on is null or exists (select from delivery d where d.business_key = r.number and d.kind = '" + Kinds.SUBJECT_ACCESS_PACK
            + "' and d.state in ('waiting', 'failed')))";
    /** What somebody still works with, or the colleague has asked for, stays until that is done. */
    private static final String WAITS = "(exists (select from referral f where f.case_number = c.number and f.state in (:open)) "
            + "or exists (select from subject_access_request r where r.staff_number = c.colleague and " + ANSWER_ON_ITS_WAY + "))";
    private static final Set<String> OPEN_REFERRALS = Arrays.stream(ReferralState.values()).filter(ReferralState::isOpen).map(ReferralState::name).collect(Collectors.toSet());

    /** Notes that a case which is still kept rests on: the first of each line. */
    private static final String FIRST_CITED = """
            select n.line_id, min(n.held_on) from note n where exists (select from performance_case c where c.raised_in_note = n.id)
                or exists (select from example e join performance_case_example p on p.example_id = e.id where e.note_id = n.id)
                or exists (select from example e join stage1_example p on p.example_id = e.id where e.note_id = n.id)
                or exists (select from support_record s join performance_case_support p on p.support_id = s.id where s.note_id = n.id)
            group by n.line_id""";

    /** Everything of a line with its day. */
    private static final String OF_LINES = """
            select l.id, l.colleague_staff_number, x.day from line l join (
                select line_id, held_on as day from note
                union all select o.line_id, coalesce(o.recorded_on, o.planned_start::date, of.ended_on) from one_to_one o join line of on of.id = o.line_id
                    where o.state <> 'planned' and not exists (select from note n where n.one_to_one_id = o.id)
                union all select substring(business_key from 3)::bigint, written_at::date from delivery where business_key ~ '^L-[0-9]+$'
                union all select id, ended_on from line e where ended_on is not null and not exists (select from note n where n.line_id = e.id and n.held_on > e.ended_on)) x on x.line_id = l.id
            where x.day <= ?""";

    private final JdbcClient jdbc;
    private final RetentionSchedule schedule;
    private final EngineRecords engine;

    DueRecords(JdbcClient jdbc, RetentionSchedule schedule, EngineRecords engine) {
        this.jdbc = jdbc;
        this.schedule = schedule;
        this.engine = engine;
    }

    private record Ended(String number, RecordKind kind, LocalDate on, boolean held, boolean hasHealth) {
    }

    /** Everything of this kind whose time is over on or before that day. */
    List<DueRecord> of(RecordKind kind, LocalDate day) {
        return switch (kind) {
            case WENT_NO_FURTHER, CLOSED_CASE, REFERRED_CASE -> ended().stream().filter(c -> c.kind() == kind)
                    .map(c -> new DueRecord(kind, c.number(), 1, c.on().plus(schedule.of(kind)), c.held())).filter(due -> !due.dueOn().isAfter(day)).toList();
            case HEALTH -> ended().stream().filter(Ended::hasHealth).filter(c -> c.on().plus(schedule.of(c.kind())).isAfter(day))
                    .map(c -> new DueRecord(kind, c.number(), 1, c.on().plus(schedule.of(kind)), c.held())).filter(due -> !due.dueOn().isAfter(day)).toList();
            case LINKS -> links(day);
            case ONE_TO_ONES -> oneToOnes(day);
            case ONE_TO_ONE_STEPS -> steps(day);
            case DRAFTS -> drafts(day);
            case ABSENCES -> counted(kind, day, "last_day", "from absence a where " + ABSENCE_NOT_NEEDED + " and last_day <= ?");
            case SUBJECT_ACCESS_ANSWERS -> answers(day);
            case SUBJECT_ACCESS -> jdbc.sql("select number, ended_on, " + COLLEAGUE_IS_HELD.formatted("r.staff_number") + " from subject_access_request r where ended_on <= ? order by ended_on, number")
                    .param(day.minus(schedule.of(kind))).query((row, n) -> new DueRecord(kind, row.getString(1), 1, row.getDate(2).toLocalDate().plus(schedule.of(kind)), row.getBoolean(3))).list();
            case STAFF -> counted(kind, day, "left_on", "from staff_member m where " + NOT_NAMED + " and left_on <= ?");
            case WAITING_LISTS -> counted(kind, day, UPLOADED_ON, "from staff_import where applied_at is null and " + UPLOADED_ON + " <= ?");
            case APPLIED_LISTS -> counted(kind, day, APPLIED_ON, "from staff_import where " + APPLIED_ON + " <= ?");
            case ACCESS_LOG -> List.of();
            case RUNS -> counted(kind, day, "begun_at::date", "from retention_run where begun_at::date <= ?");
        };
    }

    /** Days in London, whatever the time zone of the server. */
    static final String UPLOADED_ON = "(uploaded_at at time zone 'Europe/London')::date";
    static final String APPLIED_ON = "(applied_at at time zone 'Europe/London')::date";

    static final String ABSENCE_NOT_NEEDED = "not exists (select from performance_case c where c.ended_on is null and (a.staff_number in (c.colleague, c.manager, c.next_manager, c.deputy) "
            + "or exists (select from performance_case_manager p where p.case_number = c.number and p.staff_number = a.staff_number)))"
            + " and not exists (select from performance_case c join legal_hold h on h.case_number = c.number and h.lifted_at is null where a.staff_number in (c.colleague, c.manager, c.deputy) "
            + "or exists (select from performance_case_manager p where p.case_number = c.number and p.staff_number = a.staff_number))";

    /** No record that is kept names them, by a foreign key or without one. */
    static final String NOT_NAMED = """
            m.left_on is not null and not m.listed
            and not exists (select from staff_member r where r.manager_staff_number = m.staff_number)
            and not exists (select from line l where m.staff_number in (l.manager_staff_number, l.colleague_staff_number))
            and not exists (select from note n where m.staff_number in (n.colleague, n.manager))
            and not exists (select from example e where e.colleague = m.staff_number)
            and not exists (select from support_record s where s.colleague = m.staff_number)
            and not exists (select from delivery d where m.staff_number in (d.to_staff_number, d.hand_over_by))
            and not exists (select from calendar_entry e where e.organizer_staff_number = m.staff_number)
            and not exists (select from calendar_attendee a where a.staff_number = m.staff_number)
            and not exists (select from performance_case c where m.staff_number in (c.colleague, c.manager, c.next_manager, c.adviser, c.next_adviser, c.deputy))
            and not exists (select from performance_case_manager p where p.staff_number = m.staff_number)
            and not exists (select from performance_case_conflict f where f.staff_number = m.staff_number)
            and not exists (select from improvement_action_plan p where p.reviewer = m.staff_number)
            and not exists (select from subject_access_request r where r.staff_number = m.staff_number)
            and not exists (select from support_item s where s.arranged_by = m.staff_number)
            and not exists (select from performance_case_entry e where e.by_user = m.user_id)
            and not exists (select from legal_hold h where h.set_by = m.user_id)""";

    private List<Ended> ended() {
        return jdbc.sql("select c.number, c.ending, c.ended_on, " + IS_HELD + ", " + HAS_HEALTH + " from performance_case c where c.ended_on is not null and not " + WAITS
                        + " order by c.ended_on, c.number").param("health", Kinds.ABOUT_HEALTH).param("open", OPEN_REFERRALS).query((row, n) -> new Ended(row.getString(1), kindOf(row.getString(2)), row.getDate(3).toLocalDate(), row.getBoolean(4), row.getBoolean(5))).list();
    }

    /** Whether a case and its health part may not go yet: a referral is open, or what is kept about the colleague is being sent to them. */
    boolean waits(String number) {
        return jdbc.sql("select " + WAITS + " from performance_case c where c.number = :number").param("number", number).param("open", OPEN_REFERRALS).query(Boolean.class).single();
    }

    private static RecordKind kindOf(String ending) {
        return switch (ending) {
            case "notInstigated", "routedElsewhere", "withdrawn" -> RecordKind.WENT_NO_FURTHER;
            case "referred" -> RecordKind.REFERRED_CASE;
            default -> RecordKind.CLOSED_CASE;
        };
    }

    private List<DueRecord> answers(LocalDate day) {
        RecordKind kind = RecordKind.SUBJECT_ACCESS_ANSWERS;
        return jdbc.sql("select r.number, coalesce((select max(d.sent_at)::date from delivery d where d.business_key = r.number and d.kind = :pack), r.ended_on) as since, "
                        + COLLEAGUE_IS_HELD.formatted("r.staff_number") + " from subject_access_request r where not " + ANSWER_ON_ITS_WAY + " and (exists (select from sealing_key k where k.name = r.number) "
                        + "or exists (select from document o where o.business_key = r.number and o.kind = :pack)) order by since, r.number").param("pack", Kinds.SUBJECT_ACCESS_PACK)
                .query((row, n) -> new DueRecord(kind, row.getString(1), 1, row.getDate(2).toLocalDate().plus(schedule.of(kind)), row.getBoolean(3))).list().stream()
                .filter(due -> !due.dueOn().isAfter(day)).toList();
    }

    private List<DueRecord> links(LocalDate day) {
        return jdbc.sql("select c.number, c.ended_on, " + IS_HELD + ", count(*) from performance_case c join delivery d on d.business_key = c.number "
                        + "join delivery_token t on t.delivery_id = d.id where c.ended_on <= ? group by c.number order by c.ended_on, c.number")
                .param(day.minus(schedule.of(RecordKind.LINKS)))
                .query((row, n) -> new DueRecord(RecordKind.LINKS, row.getString(1), row.getInt(4), row.getDate(2).toLocalDate().plus(schedule.of(RecordKind.LINKS)), row.getBoolean(3)))
                .list();
    }

    /** One for each line: what of it is older than its time, and older than the first note that a case rests on. */
    private List<DueRecord> oneToOnes(LocalDate day) {
        LocalDate oldest = day.minus(schedule.of(RecordKind.ONE_TO_ONES));
        Map<Long, LocalDate> cited = firstCited();
        Set<String> held = heldColleagues();
        Set<String> asking = askingColleagues();
        Map<Long, List<LocalDate>> days = new java.util.TreeMap<>();
        Map<Long, String> colleagues = new HashMap<>();
        jdbc.sql(OF_LINES).param(oldest).query((row, n) -> {
            long line = row.getLong(1);
            LocalDate on = row.getDate(3).toLocalDate();
            if (!asking.contains(row.getString(2)) && (!cited.containsKey(line) || on.isBefore(cited.get(line)))) {
                days.computeIfAbsent(line, l -> new ArrayList<>()).add(on);
                colleagues.put(line, row.getString(2));
            }
            return line;
        }).list();
        return days.entrySet().stream().map(line -> new DueRecord(RecordKind.ONE_TO_ONES, "L-" + line.getKey(), line.getValue().size(),
                line.getValue().stream().min(LocalDate::compareTo).orElseThrow().plus(schedule.of(RecordKind.ONE_TO_ONES)), held.contains(colleagues.get(line.getKey())))).toList();
    }

    /** By line, the day of the first note that a case which is kept rests on. */
    Map<Long, LocalDate> firstCited() {
        Map<Long, LocalDate> cited = new HashMap<>();
        jdbc.sql(FIRST_CITED).query((row, n) -> cited.put(row.getLong(1), row.getDate(2).toLocalDate())).list();
        return cited;
    }

    /** Colleagues with a case that is held: all that is kept about them stays. */
    Set<String> heldColleagues() {
        return new HashSet<>(jdbc.sql("select c.colleague from performance_case c join legal_hold h on h.case_number = c.number where h.lifted_at is null").query(String.class).list());
    }

    /** Colleagues whose request for what is kept about them is not answered yet, or whose answer is on its way: what it was made from stays until they have it. */
    Set<String> askingColleagues() {
        return new HashSet<>(jdbc.sql("select r.staff_number from subject_access_request r where " + ANSWER_ON_ITS_WAY).query(String.class).list());
    }

    /** Numbers of access requests of colleagues with a case that is held. */
    Set<String> heldRequests() {
        return new HashSet<>(jdbc.sql("select r.number from subject_access_request r where " + COLLEAGUE_IS_HELD.formatted("r.staff_number")).query(String.class).list());
    }

    /** Numbers of access requests of a case's colleague that have ended and are not held, whose answer may quote the case. */
    List<String> answeredAbout(String number) {
        return jdbc.sql("select r.number from subject_access_request r join performance_case of_case on of_case.colleague = r.staff_number where of_case.number = ? and r.ended_on is not null and not "
                + COLLEAGUE_IS_HELD.formatted("r.staff_number")).param(number).query(String.class).list();
    }

    private List<DueRecord> steps(LocalDate day) {
        LocalDate before = day.minus(schedule.of(RecordKind.ONE_TO_ONE_STEPS));
        Set<String> held = linesThatStay();
        int number = engine.finishedOfLines(before).entrySet().stream().filter(line -> !held.contains(line.getKey())).mapToInt(Map.Entry::getValue).sum();
        return number == 0 ? List.of() : List.of(new DueRecord(RecordKind.ONE_TO_ONE_STEPS, null, number, day, false));
    }

    /** Keys of the lines of which nothing goes: the colleague has a case that is held, or asks for what is kept about them. */
    Set<String> linesThatStay() {
        Set<String> lines = heldLines();
        jdbc.sql("select l.id from line l join subject_access_request r on r.staff_number = l.colleague_staff_number where " + ANSWER_ON_ITS_WAY).query(Long.class).list()
                .forEach(id -> lines.add("L-" + id));
        return lines;
    }

    /** Keys of the lines of colleagues with a case that is held. */
    private Set<String> heldLines() {
        return jdbc.sql("select l.id from line l where " + COLLEAGUE_IS_HELD.formatted("l.colleague_staff_number")).query(Long.class).list().stream().map(id -> "L-" + id)
                .collect(Collectors.toSet());
    }

    private List<DueRecord> drafts(LocalDate day) {
        int number = forgottenDrafts(day).size();
        return number == 0 ? List.of() : List.of(new DueRecord(RecordKind.DRAFTS, null, number, day, false));
    }

    /** Ids of the drafts whose time is over, but for those in a case that is held. */
    List<Long> forgottenDrafts(LocalDate day) {
        LocalDateTime before = day.minus(schedule.of(RecordKind.DRAFTS)).plusDays(1).atStartOfDay();
        Map<Long, String> places = new HashMap<>();
        jdbc.sql("select id, place from form_draft where saved_at < ?").param(before).query((row, n) -> places.put(row.getLong(1), row.getString(2))).list();
        Map<String, String> keys = engine.businessKeysOf(places.values());
        Collection<String> held = new HashSet<>(jdbc.sql("select case_number from legal_hold where lifted_at is null").query(String.class).list());
        held.addAll(heldLines());
        held.addAll(heldRequests());
        return places.entrySet().stream().filter(draft -> !held.contains(keys.get(draft.getValue()))).map(Map.Entry::getKey).toList();
    }

    private List<DueRecord> counted(RecordKind kind, LocalDate day, String from, String rows) {
        return jdbc.sql("select count(*), min(" + from + ") " + rows).param(day.minus(schedule.of(kind)))
                .query((row, n) -> new DueRecord(kind, null, row.getInt(1), row.getDate(2) == null ? day : row.getDate(2).toLocalDate().plus(schedule.of(kind)), false)).list().stream()
                .filter(due -> due.number() > 0).toList();
    }
}
