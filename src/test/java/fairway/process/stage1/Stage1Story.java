package fairway.process.stage1;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import fairway.performancecase.Cases;
import fairway.stage1.Stage1;
import fairway.support.Engine;
import fairway.support.Submissions;
import fairway.support.TestClock;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A case of a colleague of {@code teamleader} that HR put on Stage 1 on Monday 5 October 2026; its meeting is on Thursday 15 October at ten. The
 * colleague's usual one-to-one is on Mondays at two.
 */
public final class Stage1Story {

    public static final String COLLEAGUE = "10005";
    public static final String COLLEAGUE_MAIL = "priya.chowdhury@trust.example";
    public static final String MANAGER = "10004";
    public static final String MANAGER_MAIL = "nia.barker@trust.example";
    public static final String HR2 = "10248";
    public static final String HR2_MAIL = "grace.lewis@trust.example";
    public static final String OTHER_MANAGER = "10019";
    public static final LocalDateTime MEETING = LocalDateTime.of(2026, 10, 15, 10, 0);
    public static final LocalDate MEETING_DAY = MEETING.toLocalDate();
    /** Eight weeks after the meeting. */
    public static final LocalDate PLAN_END = LocalDate.of(2026, 12, 10);

    private final JdbcTemplate jdbc;
    private final Engine engine;
    private final Cases cases;
    private final Stage1 stage1;
    private final TransactionTemplate transactions;
    private String example;

    public Stage1Story(ApplicationContext context) {
        this.jdbc = context.getBean(JdbcTemplate.class);
        this.engine = context.getBean(Engine.class);
        this.cases = context.getBean(Cases.class);
        this.stage1 = context.getBean(Stage1.class);
        this.transactions = context.getBean(TransactionTemplate.class);
    }

    /** HR has chosen Stage 1; meeting, policy and script are to be prepared. */
    public String stage1Chosen(boolean hrAttends) {
        long first = note(LocalDate.of(2026, 9, 21));
        example(first, LocalDate.of(2026, 9, 20), true);
        String support = support(first, LocalDate.of(2026, 9, 21));
        long second = note(LocalDate.of(2026, 10, 1));
        example = example(second, LocalDate.of(2026, 9, 30), false);
        engine.start("teamleader", "performanceCase", Submissions.concern(COLLEAGUE).json());
        String number = in(() -> cases.openCaseOf(COLLEAGUE).orElseThrow().number());
        engine.complete("selectEvidence", number, Submissions.evidence(List.of(example), List.of(support), LocalDate.of(2026, 9, 21), "N-" + first)
                .with("timeGivenUntil", LocalDate.of(2026, 9, 28)).json());
        engine.completeAs("hr2", "confirmCourseOfAction", number, Submissions.route("stage1", HR2).with("hrAttends", hrAttends).json());
        return number;
    }

    /** Meeting arranged, policy shared, script skipped; the clock still stands on 5 October. */
    public String prepared(boolean hrAttends) {
        String number = stage1Chosen(hrAttends);
        engine.complete("arrangeStage1Meeting", number, Submissions.arrangement(MEETING).json());
        engine.complete("sharePolicy", number, Submissions.policyShared(TestClock.now()).json());
        engine.complete("prepareScript", number, Submissions.scriptSkipped().json());
        return number;
    }

    /** The meeting was held on its day; the clock stands at its noon. */
    public String held(boolean hrAttends, UnaryOperator<Submissions.Form> change) {
        String number = prepared(hrAttends);
        TestClock.set(MEETING_DAY.atTime(12, 0));
        engine.complete("recordStage1Meeting", number, change.apply(record()).json());
        return number;
    }

    public String held() {
        return held(false, record -> record);
    }

    /** The plan is agreed on the day of the meeting, for eight weeks. */
    public String planAgreed(boolean hrAttends, UnaryOperator<Submissions.Form> change) {
        String number = held(hrAttends, change);
        engine.complete("agreeImprovementPlan", number, plan().json());
        return number;
    }

    public String planAgreed() {
        return planAgreed(false, record -> record);
    }

    /** A record of the meeting that is acceptable by itself; once the case is there. */
    public Submissions.Form record() {
        return Submissions.stage1Held(MEETING_DAY, List.of(example));
    }

    public Submissions.Form plan() {
        return Submissions.plan(PLAN_END, MANAGER);
    }

    public <T> T in(Supplier<T> look) {
        return transactions.execute(status -> look.get());
    }

    public Stage1 stage1() {
        return stage1;
    }

    public Cases cases() {
        return cases;
    }

    private long note(LocalDate heldOn) {
        return jdbc.queryForObject("insert into note (line_id, colleague, manager, held_on, recorded_at, earlier, text, wellbeing_discussed) "
                        + "select id, colleague_staff_number, manager_staff_number, ?, ?, true, 'As sent then.', true from line "
                        + "where colleague_staff_number = ? and ended_on is null returning id", Long.class,
                Date.valueOf(heldOn), Timestamp.valueOf(heldOn.atTime(15, 0)), COLLEAGUE);
    }

    private String example(long note, LocalDate on, boolean raised) {
        return String.valueOf(jdbc.queryForObject("insert into example (note_id, colleague, observed_on, kind, expected, happened, raised) "
                + "values (?, ?, ?, 'allocatedTask', 'Charts checked by eleven', 'Charts not checked', ?) returning id", Long.class, note, COLLEAGUE,
                Date.valueOf(on), raised));
    }

    private String support(long note, LocalDate on) {
        return String.valueOf(jdbc.queryForObject("insert into support_record (note_id, colleague, given_on, kind, what, declined) "
                + "values (?, ?, ?, 'coaching', 'Went through the check together', false) returning id", Long.class, note, COLLEAGUE, Date.valueOf(on)));
    }
}
