package fairway.process.performancecase;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;

import fairway.performancecase.Cases;
import fairway.performancecase.PerformanceCase;
import fairway.support.Engine;
import fairway.support.Submissions;
import fairway.support.TestClock;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A case of a colleague of {@code teamleader}, as its people take it from step to step. */
class CaseStory {

    static final String COLLEAGUE = "10005";
    static final String OTHER_COLLEAGUE = "10006";
    static final String TEAM_LEADER = "10004";
    static final String MANAGER = "10003";
    static final String MANAGER2 = "10019";
    static final String HR = "10247";
    static final String HR2 = "10248";

    private final JdbcTemplate jdbc;
    private final TaskService tasks;
    private final Engine engine;
    private final Cases cases;
    private final TransactionTemplate transactions;

    CaseStory(ApplicationContext context) {
        this.jdbc = context.getBean(JdbcTemplate.class);
        this.tasks = context.getBean(TaskService.class);
        this.engine = context.getBean(Engine.class);
        this.cases = context.getBean(Cases.class);
        this.transactions = context.getBean(TransactionTemplate.class);
    }

    /** What a note of a one-to-one keeps. */
    record Noted(String note, String example, String support) {
    }

    /** A note with one example of the day before and support given on the day. */
    Noted note(String colleague, LocalDate heldOn, boolean raised) {
        Long note = bareNote(colleague, heldOn);
        return new Noted("N-" + note, example(note, colleague, heldOn.minusDays(1), raised), support(note, colleague, heldOn));
    }

    Long bareNote(String colleague, LocalDate heldOn) {
        return jdbc.queryForObject("insert into note (line_id, colleague, manager, held_on, recorded_at, earlier, text, wellbeing_discussed) "
                        + "select id, colleague_staff_number, manager_staff_number, ?, ?, true, 'As sent then.', true from line "
                        + "where colleague_staff_number = ? and ended_on is null returning id", Long.class,
                Date.valueOf(heldOn), java.sql.Timestamp.valueOf(heldOn.atTime(15, 0)), colleague);
    }

    String example(Long note, String colleague, LocalDate on, boolean raised) {
        return String.valueOf(jdbc.queryForObject("insert into example (note_id, colleague, observed_on, kind, expected, happened, raised) "
                + "values (?, ?, ?, 'allocatedTask', 'Charts checked by eleven', 'Charts not checked', ?) returning id", Long.class, note, colleague,
                Date.valueOf(on), raised));
    }

    String support(Long note, String colleague, LocalDate on) {
        return String.valueOf(jdbc.queryForObject("insert into support_record (note_id, colleague, given_on, kind, what, declined) "
                + "values (?, ?, ?, 'coaching', 'Went through the check together', false) returning id", Long.class, note, colleague, Date.valueOf(on)));
    }

    String raise() {
        return raise(COLLEAGUE);
    }

    String raise(String colleague) {
        engine.start("teamleader", "performanceCase", Submissions.concern(colleague).json());
        return transactions.execute(s -> cases.openCaseOf(colleague).orElseThrow().number());
    }

    /** To HR's confirmation, with sufficient evidence: raised on 21 September, an example after it, time given until 1 October. */
    String withEvidence() {
        Noted first = note(COLLEAGUE, LocalDate.of(2026, 9, 21), true);
        Noted second = note(COLLEAGUE, LocalDate.of(2026, 10, 1), false);
        String number = raise();
        engine.complete("selectEvidence", number, Submissions.evidence(List.of(first.example(), second.example()), List.of(first.support()),
                LocalDate.of(2026, 9, 21), first.note()).with("timeGivenUntil", LocalDate.of(2026, 10, 1)).json());
        return number;
    }

    String onRoute(String route) {
        String number = withEvidence();
        engine.completeAs("hr2", "confirmCourseOfAction", number, Submissions.route(route, HR2).json());
        return number;
    }

    /** The informal conversation was held on 5 October, time is given until 2 November. */
    String timeGiven() {
        String number = onRoute("informalConversation");
        engine.complete("holdInformalConversation", number, Submissions.informalConversation(TestClock.today(), LocalDate.of(2026, 11, 2)).json());
        return number;
    }

    /** Takes a task of HR's queue; changes nothing where it is theirs already. */
    void claim(String user, String formId, String number) {
        tasks.setAssignee(engine.task(formId, number).getId(), user);
    }

    PerformanceCase look(String number) {
        return transactions.execute(s -> {
            PerformanceCase found = cases.require(number);
            found.examples();
            found.missing();
            found.pauses();
            found.managers();
            found.conflicts();
            found.agreedSupport();
            return found;
        });
    }
}
