package fairway.process.forms;

import static fairway.monitoring.PlanUnderWay.NUMBER;
import static fairway.support.Submissions.decision;
import static fairway.support.Submissions.form;
import static fairway.support.Submissions.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import fairway.correspondence.Deliveries;
import fairway.correspondence.Dispatch;
import fairway.correspondence.Recipient;
import fairway.form.Form;
import fairway.form.Forms;
import fairway.monitoring.PlanUnderWay;
import fairway.onetoone.LineProcess;
import fairway.onetoone.LinesInTests;
import fairway.staff.Line;
import fairway.staff.Lines;
import fairway.support.Doors;
import fairway.support.Engine;
import fairway.support.FairwayTest;
import fairway.support.Submissions;
import fairway.support.TestClock;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is refused anywhere, at every step of every model, every start form and every case action: unknown keys, long texts, control characters, dates and choices that
 * do not exist, variables beside the submission, people who cannot be named, and everybody but the owner. Steps through both REST doors; not a row changes.
 */
@FairwayTest
class RefusedAnywhereTest {

    private static final List<String> EVERYBODY = List.of("teamleader", "manager", "manager2", "manager3", "hr", "hr2", "owner", "ops", "admin");
    private static final String NOBODY = "99999";
    private static final String WITHOUT_SIGN_IN = "10006";
    private static final String LEAVER = "10019";

    @Autowired
    private Engine engine;
    @Autowired
    private Doors doors;
    @Autowired
    private Forms forms;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private TaskService tasks;
    @Autowired
    private Deliveries deliveries;
    @Autowired
    private Lines lines;
    @Autowired
    private LineProcess lineProcess;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private TransactionTemplate transaction;

    private PlanUnderWay plan;

    @BeforeEach
    void aCaseWithAPlan() {
        plan = PlanUnderWay.in(jdbc);
    }

    // ---- steps

    static Stream<Arguments> steps() throws IOException {
        try (Stream<Path> models = Files.list(Path.of("bpmn"))) {
            return models.filter(file -> file.toString().endsWith(".bpmn")).sorted().map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .flatMap(model -> model.getModelElementsByType(UserTask.class).stream().map(UserTask::getId).sorted()
                            .map(id -> arguments(model.getModelElementsByType(Process.class).iterator().next().getId(), id.substring("userTask_".length()))))
                    .toList().stream();
        }
    }

    @Test
    void everyFormOfAStepIsAmongThem() throws IOException {
        assertThat(steps().map(step -> (String) step.get()[1]).distinct()).containsExactlyInAnyOrderElementsOf(
                forms.all().stream().filter(fairway.form.TaskForm.class::isInstance).map(Form::id).toList());
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("steps")
    void atAStep(String process, String formId) {
        Task open = standingAt(process, formId);
        if (open.getAssignee() == null) {
            tasks.setAssignee(open.getId(), formId.equals("resolveDelivery") ? "ops" : "hr");
        }
        Task task = tasks.createTaskQuery().taskId(open.getId()).singleResult();
        Map<String, String> before = doors.fingerprint();
        SoftAssertions softly = new SoftAssertions();
        for (WrongEverywhere.Way way : WrongEverywhere.Way.values()) {
            WrongEverywhere wrong = WrongEverywhere.in(way, forms.task(formId).orElseThrow().type());
            if (!wrong.expected().isEmpty()) {
                refused(softly, way.toString(), wrong.expected(), doors.completeAtEngineRest(task.getAssignee(), task.getId(), wrong.json()),
                        doors.submitInTasklist(task.getAssignee(), task.getId(), wrong.json()));
            }
        }
        String more = doors.body("{}").replace("{\"variables\":{", "{\"variables\":{\"decision\":{\"type\":\"String\",\"value\":\"refer\"},");
        refused(softly, "a variable more", List.of("decision:submission"), doors.post("/engine-rest/task/" + task.getId() + "/complete", task.getAssignee(), more),
                fairway.support.WebSession.of(doors.base(), task.getAssignee()).post("/camunda/api/engine/engine/default/task/" + task.getId() + "/submit-form", more));
        for (String user : EVERYBODY) {
            if (!user.equals(task.getAssignee())) {
                for (Doors.Reply reply : List.of(doors.completeAtEngineRest(user, task.getId(), "{}"), doors.submitInTasklist(user, task.getId(), "{}"))) {
                    softly.assertThat(reply.status()).as(user + " answered " + reply.text()).isIn(403, 404, 422);
                    softly.assertThat(reply.status() == 404 || List.of(":notYours", ":notOpen").containsAll(reply.refused())).as(user + " answered " + reply.text()).isTrue();
                }
            }
        }
        softly.assertThat(doors.fingerprint()).isEqualTo(before);
        softly.assertAll();
    }

    /** Put there at once: what is refused anywhere does not depend on the way by which a case got there. */
    private Task standingAt(String process, String formId) {
        if (process.equals("oneToOneCycle")) {
            LinesInTests inTests = new LinesInTests(jdbc, lines, lineProcess, transaction);
            Line line = inTests.line(PlanUnderWay.COLLEAGUE, TestClock.today(), DayOfWeek.TUESDAY, "10:00:00");
            inTests.start(line);
            engine.runDue();
            return engine.task(formId, line.businessKey());
        }
        plan.referredToOccupationalHealth();
        long delivery = deliveries.send(new Dispatch(NUMBER, "reviewNote", "1", new Recipient(null, "Zoë", "zoe@trust.example"), List.of(), "A note", "Dear Zoë",
                List.of(), false, PlanUnderWay.MANAGER));
        runtime.createProcessInstanceByKey(process).businessKey(NUMBER).startBeforeActivity("userTask_" + formId)
                .setVariables(Map.of("delivery", String.valueOf(delivery), "correction", "1", "referral", jdbc.queryForObject("select id::text from referral", String.class),
                        "supportItem", String.valueOf(plan.supportPromised(TestClock.today().plusDays(14))))).execute();
        return engine.task(formId, NUMBER);
    }

    // ---- start forms

    @Test
    void atTheStartOfAProcess() {
        Map<String, String> before = doors.fingerprint();
        SoftAssertions softly = new SoftAssertions();
        for (Map.Entry<String, String> start : Map.of("performanceCase", "teamleader", "earlierOneToOne", "teamleader", "subjectAccessRequest", "hr").entrySet()) {
            String process = start.getKey();
            for (WrongEverywhere.Way way : WrongEverywhere.Way.values()) {
                WrongEverywhere wrong = WrongEverywhere.in(way, forms.start(process).orElseThrow().type());
                if (!wrong.expected().isEmpty()) {
                    refused(softly, process + " " + way, wrong.expected(), doors.startAtEngineRest(start.getValue(), process, wrong.json()),
                            doors.startInTasklist(start.getValue(), process, wrong.json()));
                }
            }
        }
        softly.assertThat(doors.fingerprint()).isEqualTo(before);
        softly.assertAll();
    }

    // ---- case actions

    @Test
    void atACaseAction() {
        runtime.createProcessInstanceByKey("performanceCase").businessKey(NUMBER).startBeforeActivity("gateway_watchGoesOn").execute();
        Map<String, String> before = doors.fingerprint();
        SoftAssertions softly = new SoftAssertions();
        for (Form<?> action : forms.actions()) {
            for (WrongEverywhere.Way way : WrongEverywhere.Way.values()) {
                WrongEverywhere wrong = WrongEverywhere.in(way, action.type());
                if (!wrong.expected().isEmpty()) {
                    refused(softly, action.id() + " " + way, wrong.expected(), doors.post("/api/cases/" + NUMBER + "/actions/" + action.id(), "hr", wrong.json()));
                }
            }
        }
        softly.assertThat(doors.fingerprint()).isEqualTo(before);
        softly.assertAll();
    }

    @Test
    void atTheActionOfALine() {
        String line = jdbc.queryForObject("select 'L-' || id from line where colleague_staff_number = ? and ended_on is null", String.class, PlanUnderWay.COLLEAGUE);
        Map<String, String> before = doors.fingerprint();
        SoftAssertions softly = new SoftAssertions();
        for (WrongEverywhere.Way way : WrongEverywhere.Way.values()) {
            WrongEverywhere wrong = WrongEverywhere.in(way, forms.action("correctLetter").orElseThrow().type());
            if (!wrong.expected().isEmpty()) {
                refused(softly, "correctLetter " + way, wrong.expected(), doors.post("/api/cases/" + line + "/actions/correctLetter", "teamleader", wrong.json()));
            }
        }
        for (String user : EVERYBODY) {
            if (!user.equals("teamleader")) {
                softly.assertThat(doors.post("/api/cases/" + line + "/actions/correctLetter", user, "{}").status()).as(user).isIn(403, 404);
            }
        }
        softly.assertThat(doors.fingerprint()).isEqualTo(before);
        softly.assertAll();
    }

    // ---- people who are named

    static Stream<Arguments> people() {
        return Stream.of(
                named("performanceCase", "confirmCourseOfAction", "hrAdviser", person -> Submissions.route("conduct", person)),
                named("performanceCase", "decideAfterPause", "manager", person -> decision("otherManager").with("manager", person)),
                named("stage1Meeting", "decideOnNonAttendance", "manager", person -> decision("otherManager").with("manager", person)),
                named("stage1Meeting", "recordStage1Meeting", "support[0].arrangedBy", person -> Submissions.stage1Held(TestClock.today(), List.of())
                        .with("support", List.of(Submissions.supportItem("Course", person, TestClock.today().plusDays(9))))),
                named("stage1Meeting", "recordStage1Meeting", "adjustmentItems[0].arrangedBy", person -> Submissions.stage1Held(TestClock.today(), List.of())
                        .with("adjustments", "agreed").with("adjustmentItems", List.of(row("what", "A later start", "arrangedBy", person, "by", TestClock.today().plusDays(9),
                                "inLetter", true)))),
                named("stage1Meeting", "agreeImprovementPlan", "reviewer", person -> Submissions.plan(TestClock.today().plusDays(40), person)));
    }

    private static Arguments named(String process, String formId, String field, Function<String, Submissions.Form> submission) {
        return arguments(process, formId, field, submission);
    }

    @ParameterizedTest(name = "{2} of {1}")
    @MethodSource("people")
    void aPersonWhoCannotBeNamed(String process, String formId, String field, Function<String, Submissions.Form> submission) {
        Task open = standingAt(process, formId);
        if (open.getAssignee() == null) {
            tasks.setAssignee(open.getId(), "hr");
        }
        Task task = tasks.createTaskQuery().taskId(open.getId()).singleResult();
        jdbc.update("update staff_member set left_on = ? where staff_number = ?", TestClock.today().minusDays(1), LEAVER);
        Map<String, String> before = doors.fingerprint();
        cannotBeNamed(field, person -> List.of(doors.completeAtEngineRest(task.getAssignee(), task.getId(), submission.apply(person).json()),
                doors.submitInTasklist(task.getAssignee(), task.getId(), submission.apply(person).json())));
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    static Stream<Arguments> peopleOfActions() {
        return Stream.of(
                action("changeManager", "manager", person -> form().with("manager", person).with("from", TestClock.today())),
                action("changeAdviser", "adviser", person -> form().with("adviser", person).with("from", TestClock.today())),
                action("nameDeputy", "deputy", person -> form().with("deputy", person).with("from", TestClock.today()).with("to", TestClock.today().plusDays(7))));
    }

    private static Arguments action(String action, String field, Function<String, Submissions.Form> submission) {
        return arguments(action, field, submission);
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("peopleOfActions")
    void aPersonWhoCannotBeNamedInAnAction(String action, String field, Function<String, Submissions.Form> submission) {
        runtime.createProcessInstanceByKey("performanceCase").businessKey(NUMBER).startBeforeActivity("gateway_watchGoesOn").execute();
        jdbc.update("update staff_member set left_on = ? where staff_number = ?", TestClock.today().minusDays(1), LEAVER);
        Map<String, String> before = doors.fingerprint();
        cannotBeNamed(field, person -> List.of(doors.post("/api/cases/" + NUMBER + "/actions/" + action, "hr", submission.apply(person).json())));
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    private void cannotBeNamed(String field, Function<String, List<Doors.Reply>> send) {
        Map<String, String> expected = Map.of(NOBODY, "unknownPerson", LEAVER, "hasLeft", WITHOUT_SIGN_IN, "noSignIn");
        expected.forEach((person, rule) -> {
            for (Doors.Reply reply : send.apply(person)) {
                assertThat(reply.status()).as(reply.text()).isEqualTo(422);
                assertThat(reply.refused()).contains(field + ":" + rule);
                if (rule.equals("noSignIn")) {
                    assertThat(message(reply, field, rule)).as("it says who can give one").contains("administrator");
                }
            }
        });
    }

    private static String message(Doors.Reply reply, String field, String rule) {
        for (JsonNode error : reply.body().path("errors")) {
            if (error.path("field").asText().equals(field) && error.path("rule").asText().equals(rule)) {
                return error.path("message").asText();
            }
        }
        return "";
    }

    private static void refused(SoftAssertions softly, String as, List<String> expected, Doors.Reply... replies) {
        for (Doors.Reply reply : replies) {
            softly.assertThat(reply.status()).as(as + ": " + reply.text()).isEqualTo(422);
            softly.assertThat(reply.refused()).as(as).containsExactlyInAnyOrderElementsOf(expected);
            List<String> messages = new ArrayList<>();
            reply.body().path("errors").forEach(error -> messages.add(error.path("message").asText()));
            softly.assertThat(messages).as(as).allMatch(message -> message.length() > 10);
        }
    }
}
