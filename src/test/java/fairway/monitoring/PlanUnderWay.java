package fairway.monitoring;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import fairway.secrecy.Sealed;
import fairway.secrecy.SealedColumn;
import fairway.support.TestClock;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A case whose plan is monitored, put into the tables as the steps before leave it: colleague 10005, manager and reviewer 10004
 * ({@code teamleader}), adviser {@code hr}; weekly reviews for eight weeks from Monday, 05/10/2026, one urgent target and one other; letter sent.
 */
public final class PlanUnderWay {

    public static final String NUMBER = "PC-2026-000001";
    public static final String COLLEAGUE = "10005";
    public static final String MANAGER = "10004";
    public static final LocalDate AGREED = TestClock.START.toLocalDate();
    public static final LocalDate ENDS = LocalDate.of(2026, 11, 30);

    private final JdbcTemplate jdbc;

    private PlanUnderWay(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public static PlanUnderWay in(JdbcTemplate jdbc) {
        PlanUnderWay plan = new PlanUnderWay(jdbc);
        plan.insert();
        return plan;
    }

    private void insert() {
        String adviser = jdbc.queryForObject("select staff_number from staff_member where user_id = 'hr'", String.class);
        jdbc.update("insert into performance_case (number, version, colleague, division, opened_on, opened_by, concern_kind, description, standard, manager, adviser, "
                        + "stage, evidence_sufficient, route, route_confirmed_on, rationale, spoken_to_on) values (?, 0, ?, 'Urgent Care', ?, 'teamleader', "
                        + "'allocatedTasks', 'Chart checks are missed.', 'Job description, section 4', ?, ?, 'monitoring', true, 'stage1', ?, 'Capability.', ?)",
                NUMBER, COLLEAGUE, AGREED.minusDays(30), MANAGER, adviser, AGREED.minusDays(20), AGREED.minusDays(10));
        jdbc.update("insert into performance_case_manager (case_number, staff_number, from_day) values (?, ?, ?)", NUMBER, MANAGER, AGREED.minusDays(30));
        jdbc.update("insert into improvement_action_plan (case_number, version, state, starts_on, ends_on, review_every, reviewer, colleague_agrees, "
                        + "declined_to_comment, written_by, written_at, in_force_from) values (?, 1, 'inForce', ?, ?, 'P7D', ?, true, false, 'teamleader', ?, ?)",
                NUMBER, AGREED, ENDS, MANAGER, Timestamp.valueOf(AGREED.atTime(9, 0)), AGREED);
        long plan = jdbc.queryForObject("select id from improvement_action_plan", Long.class);
        jdbc.update("insert into target (plan_id, position, what, measure, due_on, urgent) values (?, 0, 'Chart check done by 11:00', 'Signed list', ?, true)", plan, ENDS);
        jdbc.update("insert into target (plan_id, position, what, measure, due_on, urgent) values (?, 1, 'Rota out on time', 'Date of issue', ?, false)", plan, ENDS);
        jdbc.update("insert into stage1_meeting (case_number, starts_at, minutes, place, neutral_place, policy_shared_at, policy_shared_how, held_on, recorded_at, "
                        + "recorded_by, colleague_view, adjustments, occupational_health) values (?, ?, 60, 'Seminar room 2', true, ?, 'email', ?, ?, 'teamleader', "
                        + "'Mornings are busy.', 'noneNeeded', 'notNeeded')",
                NUMBER, Timestamp.valueOf(AGREED.atTime(9, 0)), Timestamp.valueOf(AGREED.minusDays(7).atTime(9, 0)), AGREED, Timestamp.valueOf(AGREED.atTime(9, 0)));
        jdbc.update("insert into stage1_letter (case_number, draft, discussion, approved_at, approved_by, sent_on) values (?, 'Draft', 'We met.', ?, 'teamleader', ?)",
                NUMBER, Timestamp.valueOf(AGREED.atTime(9, 30)), AGREED);
        jdbc.update("insert into delivery (business_key, kind, occurrence, message_id, to_staff_number, to_name, to_address, subject, body, receipt_needed, hand_over_by, state, "
                        + "written_at, state_since, sent_at) values (?, 'outcomeLetter', 'outcomeLetter', '<letter@trust.example>', ?, 'Priya Chowdhury', "
                        + "'priya.chowdhury@trust.example', 'A letter for you', 'Dear Priya', true, ?, 'sent', ?, ?, ?)",
                NUMBER, COLLEAGUE, MANAGER, Timestamp.valueOf(AGREED.atTime(9, 30)), Timestamp.valueOf(AGREED.atTime(9, 35)), Timestamp.valueOf(AGREED.atTime(9, 35)));
    }

    public PlanUnderWay every(String period) {
        jdbc.update("update improvement_action_plan set review_every = ?", period);
        return this;
    }

    public PlanUnderWay ends(LocalDate day) {
        jdbc.update("update improvement_action_plan set ends_on = ?", day);
        return this;
    }

    /** It was written, and waits to be sent. */
    public PlanUnderWay letterNotSent() {
        jdbc.update("update delivery set state = 'waiting', sent_at = null where kind = 'outcomeLetter'");
        return this;
    }

    public PlanUnderWay letterSent() {
        jdbc.update("update delivery set state = 'sent', sent_at = ? where kind = 'outcomeLetter'", Timestamp.valueOf(AGREED.atTime(9, 35)));
        return this;
    }

    /** Occupational Health was agreed, and the advice is not there yet. */
    public PlanUnderWay referredToOccupationalHealth() {
        jdbc.update("insert into referral (case_number, state, agreed_on, seen_by_colleague, consent_given, consent_withdrawn) values (?, 'agreed', ?, false, false, false)",
                NUMBER, AGREED);
        return this;
    }

    /** Training that was promised; its id. */
    public long supportPromised(LocalDate by) {
        return jdbc.queryForObject("insert into support_item (case_number, adjustment, kind, what, arranged_by, due_on, in_letter, state, promised_on) "
                + "values (?, false, 'training', 'Training in chart checks', ?, ?, true, 'toArrange', ?) returning id", Long.class, NUMBER, MANAGER, by, AGREED);
    }

    /** An adjustment that was agreed and is kept apart; its id. */
    public long adjustmentAgreed(LocalDate by) {
        return jdbc.queryForObject("insert into support_item (case_number, adjustment, kind, sealed_what, arranged_by, due_on, in_letter, state, promised_on) "
                + "values (?, true, 'other', ?, ?, ?, false, 'toArrange', ?) returning id", Long.class, NUMBER,
                Sealed.with(SealedColumn.ADJUSTMENT, NUMBER, "A quiet room"), MANAGER, by, AGREED);
    }

    public String urgentTarget() {
        return target(true);
    }

    public String otherTarget() {
        return target(false);
    }

    private String target(boolean urgent) {
        return jdbc.queryForObject("select t.id::text from target t join improvement_action_plan p on p.id = t.plan_id where p.state = 'inForce' and t.urgent = ?",
                String.class, urgent);
    }

    /** A row for both targets of the plan. */
    public List<Map<String, Object>> targets(String urgent, String other) {
        return List.of(row(urgentTarget(), urgent), row(otherTarget(), other));
    }

    private static Map<String, Object> row(String id, String state) {
        return Map.of("id", id, "state", state, "seen", "Signed lists looked at together");
    }
}
