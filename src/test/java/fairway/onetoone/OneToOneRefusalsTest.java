package fairway.onetoone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import fairway.staff.Absences;
import fairway.staff.Line;
import fairway.staff.Lines;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Submissions;
import fairway.support.Submissions.Form;
import fairway.support.TestClock;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Every refusal of recordOneToOne and addEarlierOneToOne at both REST doors: status, field, rule, clause, and not a row changed. */
@FairwayTest
class OneToOneRefusalsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-10-05");

    @Autowired
    Engine engine;
    @Autowired
    Doors doors;
    @Autowired
    Lines lines;
    @Autowired
    Absences absences;
    @Autowired
    OneToOnes oneToOnes;
    @Autowired
    LineProcess process;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    TransactionTemplate transaction;

    private String key;

    /** Junior staff, line begun today: booked on Tuesday 03/11/2026, the last day allowed is 05/11/2026. */
    @BeforeEach
    void aOneToOneIsBooked() {
        begin("10005", TODAY);
    }

    private void begin(String colleague, LocalDate on) {
        LinesInTests inTests = new LinesInTests(jdbc, lines, process, transaction);
        Line line = inTests.line(colleague, on, DayOfWeek.TUESDAY, "10:00:00");
        key = line.businessKey();
        inTests.start(line);
        engine.runDue();
    }

    private static Form held() {
        return Submissions.oneToOneHeld(TODAY);
    }

    private static Map<String, Object> example(String leftOut) {
        Map<String, Object> example = Submissions.example(TODAY);
        example.remove(leftOut);
        return example;
    }

    @Test
    void aDayInTheFuture_OTO10_PM02() {
        refused(held().with("heldOn", "2026-10-06"), "heldOn:notInFuture:OTO-10");
        refused(held().with("examples", List.of(Submissions.example(TODAY.plusDays(1)))), "examples[0].date:notInFuture:PM-02");
        refused(held().without("heldOn"), "heldOn:required:OTO-10");
        refused(held().with("heldOn", "2026-02-30"), "heldOn:date:");
    }

    @Test
    void anExampleWithoutWhatWasExpectedOrWhatHappened_PM07() {
        refused(held().with("examples", List.of(Submissions.example(TODAY), example("expected"))), "examples[1].expected:required:PM-07");
        refused(held().with("examples", List.of(example("happened"))), "examples[0].happened:required:PM-07");
        Map<String, Object> blank = Submissions.example(TODAY);
        blank.put("expected", "  ");
        blank.put("happened", "\n");
        refused(held().with("examples", List.of(blank)), "examples[0].expected:required:PM-07", "examples[0].happened:required:PM-07");
        refused(held().with("examples", List.of(example("kind"), example("date"))), "examples[0].kind:required:", "examples[1].date:required:");
    }

    @Test
    void rowsThatAreNotFilledIn() {
        refused(held().with("tasks", List.of(Submissions.row("task", "Stock check"))), "tasks[0].state:required:");
        refused(held().with("tasks", List.of(Submissions.row("state", "done"))), "tasks[0].task:required:");
        refused(held().with("supportGiven", List.of(Submissions.row("kind", "coaching"))), "supportGiven[0].what:required:");
        refused(held().with("supportGiven", List.of(Submissions.row("what", "x", "kind", "money"))), "supportGiven[0].kind:choice:");
        refused(held().with("actions", List.of(Submissions.row("action", "x"))), "actions[0].due:required:", "actions[0].owner:required:");
        refused(Submissions.form(), "outcome:required:");
        refused(Submissions.form().with("outcome", "cancelled"), "outcome:choice:");
    }

    @Test
    void whatIsRefusedAnywhere() {
        refused(held().with("case", "PC-2026-000001"), "case:unknownKey:");
        refused(held().with("vitalStats", "x".repeat(10_001)), "vitalStats:tooLong:");
        refused(held().with("vitalStats", "a\u0007b"), "vitalStats:controlCharacter:");
        refused(held().with("wellbeing", "text about it"), "wellbeing:unknownKey:");
    }

    @Test
    void aPostponementWithoutReasonOrDate() {
        refused(Submissions.form().with("outcome", "postponed"), "reason:required:OTO-01", "postponedTo:required:OTO-01");
        refused(Submissions.oneToOnePostponed(LocalDateTime.parse("2026-10-05T09:59"), "Busy"), "postponedTo:notInPast:OTO-01");
    }

    @Test
    void aPostponementBeyondTheLongestInterval_OTO03() {
        refused(Submissions.oneToOnePostponed(LocalDateTime.parse("2026-11-06T09:00"), "Busy"), "postponedTo:longestInterval:OTO-03");
        engine.complete("recordOneToOne", key, Submissions.oneToOnePostponed(LocalDateTime.parse("2026-11-05T19:00"), "Busy").json());
        refused(Submissions.oneToOnePostponed(LocalDateTime.parse("2026-11-06T09:00"), "Busy again"), "postponedTo:longestInterval:OTO-03");
    }

    @Test
    void aPostponementBeyondTwoWeeksForManagersAndAWeekWithAdditionalSupport_OTO02_OTO04() {
        begin("10004", TODAY);
        refusedBy("manager", Submissions.oneToOnePostponed(LocalDateTime.parse("2026-10-20T09:00"), "Busy"), "postponedTo:longestInterval:OTO-02");
        oneToOnes.setAdditionalSupport("10004", true);
        refusedBy("manager", Submissions.oneToOnePostponed(LocalDateTime.parse("2026-10-13T09:00"), "Busy"), "postponedTo:longestInterval:OTO-04");
    }

    @Test
    void anAbsenceIsNotCountedInTheLongestInterval_OTO03() {
        absences.record("10005", LocalDate.parse("2026-10-12"), LocalDate.parse("2026-10-13"));
        refused(Submissions.oneToOnePostponed(LocalDateTime.parse("2026-10-13T09:00"), "Busy"), "postponedTo:absent:OTO-01");
        refused(Submissions.oneToOnePostponed(LocalDateTime.parse("2026-11-08T09:00"), "Busy"), "postponedTo:longestInterval:OTO-03");
        engine.complete("recordOneToOne", key, Submissions.oneToOnePostponed(LocalDateTime.parse("2026-11-07T09:00"), "Busy").json());
    }

    @Test
    void afterTheLongestIntervalAPostponementBeyondFiveWorkingDays_OTO03() {
        TestClock.set(LocalDateTime.parse("2026-11-06T10:00"));
        refused(Submissions.oneToOnePostponed(LocalDateTime.parse("2026-11-14T09:00"), "Busy"), "postponedTo:longestInterval:OTO-03");
        engine.complete("recordOneToOne", key, Submissions.oneToOnePostponed(LocalDateTime.parse("2026-11-13T19:00"), "Busy").json());
        assertThat(engine.followUp(engine.task("recordOneToOne", key))).isEqualTo("2026-11-13T19:00");
    }

    @Test
    void whatOnlyAOneToOneThatWasHeldKeeps() {
        Form putOff = Submissions.oneToOnePostponed(LocalDateTime.parse("2026-11-04T09:00"), "Busy");
        refused(putOff.with("examples", List.of(Submissions.example(TODAY))).with("supportGiven", List.of(Submissions.support("coaching", "x", false)))
                .with("actions", List.of(Submissions.row("action", "x", "owner", "manager", "due", "2026-11-10"))),
                "examples:notHeld:PM-02", "supportGiven:notHeld:OTO-07", "actions:notHeld:OTO-10");
        refused(Submissions.oneToOneNotAttended("No").with("examples", List.of(Submissions.example(TODAY))), "examples:notHeld:PM-02");
    }

    @Test
    void somebodyElsesTask() {
        Task task = engine.task("recordOneToOne", key);
        Map<String, String> before = doors.fingerprint();
        for (String user : List.of("manager", "hr", "owner", "ops", "admin")) {
            assertThat(doors.completeAtEngineRest(user, task.getId(), held().json()).status()).as(user).isGreaterThanOrEqualTo(400).isNotEqualTo(500);
            assertThat(doors.submitInTasklist(user, task.getId(), held().json()).status()).as(user).isGreaterThanOrEqualTo(400).isNotEqualTo(500);
        }
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    @Test
    void anEarlierOneToOneOfSomebodyElse() {
        startRefused("teamleader", earlier("10011"), "colleague:ownLine:OTO-01");
        startRefused("teamleader", earlier("10004"), "colleague:ownLine:OTO-01");
        startRefused("teamleader", earlier("99999"), "colleague:unknownPerson:");
        TestClock.set(LocalDateTime.parse("2026-11-02T10:00"));
        startRefused("elin.llewellyn", earlier("10041"), "colleague:hasLeft:");
    }

    @Test
    void anEarlierOneToOneInTheFutureOrWithoutWhatItNeeds() {
        startRefused("teamleader", earlier("10005").with("heldOn", "2026-10-06"), "heldOn:notInFuture:OTO-10");
        startRefused("teamleader", earlier("10005").with("examples", List.of(Submissions.example(TODAY.plusDays(3)), example("happened"))),
                "examples[0].date:notInFuture:PM-02", "examples[1].happened:required:PM-07");
        startRefused("teamleader", earlier("10005").without("note").without("heldOn").without("colleague"), "colleague:required:", "heldOn:required:", "note:required:");
        startRefused("teamleader", earlier("10005").with("actions", List.of()), "actions:unknownKey:");
    }

    @Test
    void anEarlierOneToOneIsKeptWithItsNoteExamplesAndSupport() {
        Doors.Reply reply = doors.startAtEngineRest("teamleader", "earlierOneToOne", earlier("10005").json());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.body().path("businessKey").asText()).isEqualTo(key);
        Note note = oneToOnes.notesOf("10005").get(0);
        assertThat(note.earlier()).isTrue();
        assertThat(note.heldOn()).isEqualTo("2026-09-01");
        assertThat(note.text()).contains("agreed to start the chart check earlier");
        assertThat(oneToOnes.examplesOf("10005")).singleElement().satisfies(e -> assertThat(e.noteHeldOn()).isEqualTo("2026-09-01"));
        assertThat(oneToOnes.supportOf("10005")).singleElement().satisfies(s -> assertThat(s.on()).isEqualTo("2026-09-01"));
    }

    private static Form earlier(String colleague) {
        return Submissions.earlierOneToOne(colleague, LocalDate.parse("2026-09-01"));
    }

    private void refused(Form form, String... expected) {
        refusedBy("teamleader", form, expected);
    }

    private void refusedBy(String user, Form form, String... expected) {
        Task task = engine.task("recordOneToOne", key);
        Map<String, String> before = doors.fingerprint();
        check(List.of(doors.completeAtEngineRest(user, task.getId(), form.json()), doors.submitInTasklist(user, task.getId(), form.json())), before, expected);
    }

    private void startRefused(String user, Form form, String... expected) {
        Map<String, String> before = doors.fingerprint();
        check(List.of(doors.startAtEngineRest(user, "earlierOneToOne", form.json()), doors.startInTasklist(user, "earlierOneToOne", form.json())), before, expected);
    }

    private void check(List<Doors.Reply> replies, Map<String, String> before, String... expected) {
        for (Doors.Reply reply : replies) {
            assertThat(reply.status()).as(reply.text()).isEqualTo(422);
            assertThat(errors(reply)).containsExactlyInAnyOrder(expected);
            reply.body().path("errors").forEach(error -> assertThat(error.path("message").asText()).isNotBlank());
        }
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    private static List<String> errors(Doors.Reply reply) {
        List<String> found = new ArrayList<>();
        for (JsonNode error : reply.body().path("errors")) {
            found.add(error.path("field").asText() + ":" + error.path("rule").asText() + ":" + error.path("clause").asText());
        }
        return found;
    }
}
