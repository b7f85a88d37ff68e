package fairway.process.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import fairway.performancecase.Cases;
import fairway.support.Doors;
import fairway.support.FairwayTest;
import fairway.support.Statements;
import fairway.support.TestClock;
import fairway.support.WebSession;
import fairway.support.World;
import fairway.trust.WorkingDays;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whose task is whose, at every way to it: lists, counts, filters, by id, its form, and what may be done to it. */
@FairwayTest
class TaskVisibilityTest {

    private static final String CASE = "PC-2026-000777";
    private static final String SUBMISSION = "{\"decision\":\"refer\",\"rationale\":\"x\"}";

    @Autowired
    Doors doors;
    @Autowired
    ProcessEngine engine;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    World world;
    @Autowired
    Cases cases;
    @Autowired
    Statements statements;

    private Probe probe;

    @BeforeEach
    void deploy() {
        probe = new Probe(engine);
    }

    @AfterEach
    void takeAway() {
        probe.close();
    }

    @Test
    void aManagerSeesTheirOwnTasksAndNoOther() {
        Task own = probe.ownTask("manager", world.lineOf("10004"));
        Task others = probe.ownTask("manager2", world.lineOf("10020"));

        assertThat(ids("manager")).containsExactly(own.getId());
        assertThat(count("manager")).isEqualTo(1);
        assertThat(ids("manager2")).containsExactly(others.getId());
        assertThat(doors.get("/engine-rest/task/" + own.getId(), "manager").status()).isEqualTo(200);
        assertThat(doors.get("/engine-rest/task/" + own.getId() + "/form", "manager").status()).isEqualTo(200);
        assertIsOutOfReach("manager", others);
        assertIsOutOfReach("hr", others);
        assertIsOutOfReach("ops", others);
    }

    @Test
    void noCriterionFindsAnotherManagersTask() {
        Task others = probe.ownTask("manager2", world.lineOf("10020"));
        for (String criteria : List.of("assignee=manager2", "taskId=" + others.getId(), "nameLike=%25", "processInstanceId=" + others.getProcessInstanceId(),
                "processInstanceBusinessKey=" + world.lineOf("10020"), "assigned=true", "dueBefore=2030-01-01T00:00:00.000%2B0000", "withoutCandidateGroups=true&includeAssignedTasks=true")) {
            assertThat(doors.get("/engine-rest/task?" + criteria, "manager").text()).as(criteria).isEqualTo("[]");
            assertThat(doors.get("/engine-rest/task/count?" + criteria, "manager").body().path("count").asInt(-1)).as(criteria).isZero();
        }
        assertThat(doors.post("/engine-rest/task", "manager", "{\"assigneeLike\":\"%\"}").text()).isEqualTo("[]");
        assertThat(WebSession.of(doors.base(), "manager").post("/camunda/api/engine/engine/default/task/count", "{}").body().path("count").asInt(-1)).isZero();
    }

    @Test
    void inJavaTooAnOrDoesNotWidenWhatIsSeen() {
        probe.ownTask("manager2", world.lineOf("10020"));
        Task own = probe.ownTask("manager", world.lineOf("10004"));
        engine.getIdentityService().setAuthentication("manager", List.of("manager"), List.of());

        var wide = engine.getTaskService().createTaskQuery().or().taskAssigneeLike("%").taskUnassigned().endOr();
        assertThat(wide.count()).isEqualTo(1);
        assertThat(wide.list()).extracting(Task::getId).containsExactly(own.getId());
        assertThat(wide.listPage(0, 10)).hasSize(1);
        assertThat(wide.count()).isEqualTo(1);
    }

    @Test
    void aQueryAskedAgainBySomebodyElseIsTheirs() {
        probe.ownTask("manager2", world.lineOf("10020"));
        var query = engine.getTaskService().createTaskQuery();
        engine.getIdentityService().setAuthentication("manager2", List.of("manager"), List.of());
        assertThat(query.count()).isEqualTo(1);
        engine.getIdentityService().setAuthentication("manager", List.of("manager"), List.of());
        assertThat(query.count()).isZero();
        engine.getIdentityService().clearAuthentication();
        assertThat(query.count()).isEqualTo(1);
    }

    @Test
    void hrSeesTheQueueOfTheirDivisionsAssignedOrNot() {
        Task urgentCare = probe.queueTask("hr-urgent-care", "PC-2026-000001");
        Task surgery = probe.queueTask("hr-surgery", "PC-2026-000002");

        assertThat(ids("hr")).containsExactlyInAnyOrder(urgentCare.getId(), surgery.getId());
        assertThat(ids("hr2")).containsExactly(urgentCare.getId());
        assertThat(count("hr2")).isEqualTo(1);
        assertThat(ids("hr3")).containsExactly(surgery.getId());
        for (String two : List.of("{\"candidateGroup\":\"hr-surgery\",\"candidateGroups\":[\"hr-urgent-care\"],\"includeAssignedTasks\":true}",
                "{\"candidateGroups\":[\"hr-surgery\",\"hr-urgent-care\"],\"candidateGroup\":\"hr-surgery\"}")) {
            assertThat(doors.post("/engine-rest/task", "hr2", two).text()).as(two).doesNotContain(surgery.getId());
        }
        assertThat(ids("manager")).isEmpty();
        assertThat(ids("ops")).isEmpty();
        assertIsOutOfReach("hr2", surgery);
        assertIsOutOfReach("manager", surgery);

        assertThat(claim("hr2", urgentCare, "hr2")).isEqualTo(204);
        assertThat(ids("hr")).contains(urgentCare.getId());
        assertThat(count("hr")).isEqualTo(2);
    }

    @Test
    void aQueueThatOnlyBeginsWithAnotherDivisionsNameIsNotTheirs() {
        probe.queueTask("hr-urgent-care-north", "PC-2026-000001");
        probe.queueTask("hr-urgent", "PC-2026-000001");
        assertThat(ids("hr2")).isEmpty();
        assertThat(count("hr2")).isZero();
    }

    @Test
    void claimingIsForOneselfFromOnesOwnQueue() {
        Task task = probe.queueTask("hr-urgent-care", "PC-2026-000001");
        assertThat(claim("hr2", task, "hr")).isEqualTo(403);
        assertThat(claim("hr3", task, "hr3")).isEqualTo(403);
        assertThat(claim("manager", task, "manager")).isEqualTo(403);
        assertThat(claim("ops", task, "ops")).isEqualTo(403);
        assertThat(claim("hr2", task, "hr2")).isEqualTo(204);
        assertThat(claim("hr", task, "hr")).as("somebody has it already").isEqualTo(403);
        assertThat(doors.post("/engine-rest/task/" + task.getId() + "/unclaim", "hr", "{}").status()).isEqualTo(403);
        assertThat(doors.post("/engine-rest/task/" + task.getId() + "/unclaim", "hr2", "{}").status()).isEqualTo(204);
        assertThat(assignee(task)).isNull();
    }

    @Test
    void aTaskThatCameFromNoQueueKeepsItsOwner() {
        Task task = probe.ownTask("hr2", "PC-2026-000001");
        assertThat(doors.post("/engine-rest/task/" + task.getId() + "/unclaim", "hr2", "{}").status()).isEqualTo(403);
        assertThat(assignee(task)).isEqualTo("hr2");
    }

    @Test
    void operationsSeeTheirOwnQueueOnly() {
        Task delivery = probe.queueTask("operations", "PC-2026-000001");
        probe.queueTask("hr-urgent-care", "PC-2026-000001");
        probe.ownTask("manager", "PC-2026-000001");
        assertThat(ids("ops")).containsExactly(delivery.getId());
        assertThat(count("ops")).isEqualTo(1);
        assertThat(ids("hr")).doesNotContain(delivery.getId());
    }

    @Test
    void aFilterShowsAndCountsWhatItsReaderMaySee() {
        Task own = probe.ownTask("manager", world.lineOf("10004"));
        probe.ownTask("manager2", world.lineOf("10020"));
        String overdue = filter("manager", "Overdue");

        Doors.Reply list = WebSession.of(doors.base(), "manager").post("/camunda/api/engine/engine/default/filter/" + overdue + "/list?firstResult=0&maxResults=15",
                "{\"processVariables\":[],\"taskVariables\":[],\"caseInstanceVariables\":[],\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}],\"active\":true}");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.text()).contains(own.getId()).doesNotContain("manager2");
        assertThat(list.body().path("count").asInt(1)).isEqualTo(1);
        assertThat(doors.get("/engine-rest/filter/" + overdue + "/count", "manager").body().path("count").asInt()).isEqualTo(1);
        assertThat(doors.post("/engine-rest/filter/" + overdue + "/count", "manager", "{\"assignee\":\"manager2\"}").body().path("count").asInt(-1)).isZero();
        assertThat(doors.get("/engine-rest/filter/" + overdue + "/count", "ops").body().path("count").asInt(-1)).isZero();
    }

    @Test
    void filtersAreShownToTheRolesTheyAreFor() {
        assertThat(filters("manager")).containsExactlyInAnyOrder("My tasks", "Coming up", "My lines", "Overdue", "Occupational Health");
        assertThat(filters("hr2")).containsExactlyInAnyOrder("My tasks", "Coming up", "Overdue", "HR decisions", "Occupational Health");
        assertThat(filters("ops")).containsExactlyInAnyOrder("My tasks", "Overdue", "Deliveries");
        assertThat(doors.get("/engine-rest/filter/" + filter("hr2", "HR decisions") + "/list", "manager").status()).isEqualTo(403);
    }

    @Test
    void myTasksAreThoseOfWhoeverLooks() {
        Task own = probe.ownTask("manager", world.lineOf("10004"));
        Task others = probe.ownTask("manager2", world.lineOf("10020"));
        assertThat(tasks(doors.get("/engine-rest/filter/" + filter("manager", "My tasks") + "/list", "manager"))).containsExactly(own.getId());
        assertThat(tasks(doors.get("/engine-rest/filter/" + filter("manager", "My tasks") + "/list", "manager2"))).containsExactly(others.getId());
    }

    @Test
    void whatIsForALaterDayIsComingUpAndNotYetAmongMyTasks() {
        Task now = probe.ownTask("manager", world.lineOf("10004"));
        Task later = probe.ownTask("manager", world.lineOf("10004"));
        later.setFollowUpDate(java.util.Date.from(TestClock.now().plusDays(1).atZone(WorkingDays.LONDON).toInstant()));
        engine.getTaskService().saveTask(later);
        now.setFollowUpDate(java.util.Date.from(TestClock.today().atTime(23, 0).atZone(WorkingDays.LONDON).toInstant()));
        engine.getTaskService().saveTask(now);
        assertThat(tasks(doors.get("/engine-rest/filter/" + filter("manager", "My tasks") + "/list", "manager"))).as("later today is today").containsExactly(now.getId());
        assertThat(tasks(doors.get("/engine-rest/filter/" + filter("manager", "Coming up") + "/list", "manager"))).containsExactly(later.getId());
    }

    @Test
    void hrDecisionsShowTheQueueTakenOrNot() {
        Task waiting = probe.queueTask("hr-urgent-care", "PC-2026-000001");
        Task taken = probe.queueTask("hr-urgent-care", "PC-2026-000002");
        probe.queueTask("hr-surgery", "PC-2026-000003");
        assertThat(claim("hr", taken, "hr")).isEqualTo(204);
        assertThat(tasks(doors.get("/engine-rest/filter/" + filter("hr2", "HR decisions") + "/list", "hr2"))).containsExactlyInAnyOrder(waiting.getId(), taken.getId());
    }

    @Test
    void aDeclaredConflictShutsTheCaseToHrOfItsDivision() {
        openCase("10005", "10004");
        Task task = probe.queueTask("case-" + CASE, CASE);
        assertThat(ids("hr2")).as("no conflict yet: the label of the case is not theirs").isEmpty();

        cases.declareConflict(CASE, "hr2", "relative", "hr2");

        assertThat(ids("hr2")).isEmpty();
        assertThat(count("hr2")).isZero();
        assertThat(ids("hr")).containsExactly(task.getId());
        assertThat(ids("hr3")).isEmpty();
        assertIsOutOfReach("hr2", task);
        assertThat(claim("hr2", task, "hr2")).isEqualTo(403);
        assertThat(claim("hr", task, "hr")).isEqualTo(204);
    }

    @Test
    void evenAnAssigneeInConflictNeitherReadsNorCompletes() {
        openCase("10005", "10004");
        Task task = probe.ownTask("teamleader", CASE);
        assertThat(doors.get("/engine-rest/task/" + task.getId() + "/form", "teamleader").status()).isEqualTo(200);
        jdbc.update("insert into performance_case_conflict values (?, 'teamleader', 'partner', current_date, 'hr')", CASE);
        assertThat(doors.get("/engine-rest/task/" + task.getId() + "/form", "teamleader").status()).isEqualTo(403);
        assertThat(doors.completeAtEngineRest("teamleader", task.getId(), SUBMISSION).status()).isEqualTo(403);
        assertThat(assignee(task)).isEqualTo("teamleader");
    }

    @Test
    void anAssigneeInConflictHasNeitherFormNorDraft() {
        openCase("10005", "10004");
        Task task = probe.ownTask("teamleader", CASE);
        String draft = "/api/tasks/" + task.getId() + "/draft";
        assertThat(doors.send("PUT", draft, "teamleader", "{\"reason\":\"x\"}").status()).isEqualTo(204);
        jdbc.update("insert into performance_case_conflict values (?, 'teamleader', 'partner', current_date, 'hr')", CASE);
        assertThat(doors.get("/api/tasks/" + task.getId() + "/form", "teamleader").status()).isEqualTo(404);
        assertThat(doors.send("PUT", draft, "teamleader", "{}").status()).isEqualTo(404);
        assertThat(doors.send("DELETE", draft, "teamleader", null).status()).isEqualTo(404);
        assertThat(doors.post("/api/tasks/" + task.getId() + "/preview", "teamleader", "{}").status()).isEqualTo(404);
    }

    @Test
    void theFormerAssigneeLosesTheTaskAtOnce() {
        Task task = probe.ownTask("manager", world.lineOf("10004"));
        engine.getTaskService().setAssignee(task.getId(), "manager2");
        assertThat(ids("manager")).isEmpty();
        assertIsOutOfReach("manager", task);
        assertThat(ids("manager2")).containsExactly(task.getId());
    }

    @Test
    void noRowsAreWrittenForTasks() {
        long before = engine.getAuthorizationService().createAuthorizationQuery().count();
        Task task = probe.ownTask("manager", world.lineOf("10004"));
        engine.getTaskService().setAssignee(task.getId(), "manager2");
        assertThat(engine.getAuthorizationService().createAuthorizationQuery().count()).isEqualTo(before);
    }

    @Test
    void aListAndItsCountTakeAsManyStatementsHoweverManyTasksAndConflictsThereAre() {
        openCase("10005", "10004");
        cases.declareConflict(CASE, "hr3", "relative", "hr3");
        anotherTaskForEach();
        // the first request of a program in an hour keeps its sign-in
        List.of("manager", "hr2", "hr").forEach(this::statementsOfAList);
        long manager = statementsOfAList("manager");
        long adviser = statementsOfAList("hr2");
        long everyDivision = statementsOfAList("hr");
        for (int more = 0; more < 30; more++) {
            anotherTaskForEach();
        }
        cases.declareConflict(CASE, "hr4", "friend", "hr4");
        assertThat(statementsOfAList("manager")).isEqualTo(manager).isLessThanOrEqualTo(8);
        assertThat(statementsOfAList("hr2")).isEqualTo(adviser).isLessThanOrEqualTo(10);
        assertThat(statementsOfAList("hr")).isEqualTo(everyDivision).isLessThanOrEqualTo(10);
    }

    @Test
    void whoHasMoreTasksThanAreReadAheadSeesTheSame() {
        for (int number = 1; number <= 305; number++) {
            probe.queueTask("hr-urgent-care", "PC-2026-%06d".formatted(number));
        }
        Task surgery = probe.queueTask("hr-surgery", "PC-2026-900000");
        assertThat(count("hr2")).isEqualTo(305);
        assertThat(ids("hr2")).hasSize(305).doesNotContain(surgery.getId());
        assertThat(count("hr3")).isEqualTo(1);
    }

    @Test
    void thatSomebodyHasManyTasksIsNotFoundOutAnewForEachListAndListsStayRightWhenTheyBecomeFew() {
        List<Task> tasks = IntStream.rangeClosed(1, 305).mapToObj(number -> probe.queueTask("hr-women-and-children", "PC-2026-%06d".formatted(number))).toList();
        String queue = "?candidateGroup=hr-women-and-children&includeAssignedTasks=true";
        doors.get("/engine-rest/engine", "hr4");
        long first = statements.of(() -> assertThat(doors.get("/engine-rest/task/count" + queue, "hr4").body().path("count").asInt()).isEqualTo(305));
        long second = statements.of(() -> assertThat(doors.get("/engine-rest/task/count" + queue, "hr4").body().path("count").asInt()).isEqualTo(305));
        assertThat(second).isLessThan(first);
        tasks.stream().skip(1).forEach(task -> engine.getRuntimeService().deleteProcessInstance(task.getProcessInstanceId(), "over"));
        probe.queueTask("hr-surgery", "PC-2026-900000");
        assertThat(count("hr4")).isEqualTo(1);
        assertThat(ids("hr4")).containsExactly(tasks.get(0).getId());
        assertThat(doors.get("/engine-rest/task/count" + queue, "hr4").body().path("count").asInt()).isEqualTo(1);
    }

    private void anotherTaskForEach() {
        probe.ownTask("manager", world.lineOf("10004"));
        probe.queueTask("hr-urgent-care", "PC-2026-000001");
    }

    /** Of a page and its count together, without what each request of a program takes to sign in. */
    private long statementsOfAList(String user) {
        long signIns = statements.of(() -> {
            doors.get("/engine-rest/engine", user);
            doors.get("/engine-rest/engine", user);
        });
        return statements.of(() -> {
            doors.get("/engine-rest/task?firstResult=0&maxResults=15", user);
            doors.get("/engine-rest/task/count", user);
        }) - signIns;
    }

    @Test
    void managersAndHrStartTheProcessesOfTheirs() {
        String query = "/engine-rest/process-definition?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true";
        assertThat(StreamSupport.stream(doors.get(query, "manager").body().spliterator(), false).map(d -> d.path("key").asText()))
                .containsExactlyInAnyOrder("performanceCase", "earlierOneToOne");
        assertThat(StreamSupport.stream(doors.get(query, "hr2").body().spliterator(), false).map(d -> d.path("key").asText())).containsExactly("subjectAccessRequest");
        assertThat(doors.get(query.replace("&startablePermissionCheck=true", ""), "manager").status()).isEqualTo(403);
        for (String user : List.of("hr2", "ops", "owner", "admin")) {
            assertThat(doors.startAtEngineRest(user, "performanceCase", "{}").status()).as(user).isEqualTo(403);
        }
        for (String process : List.of("oneToOneCycle", "delivery", "stage1Meeting", "afterStage1Meeting", "progressMonitoring", "occupationalHealthReferral", "subjectAccessRequest")) {
            assertThat(doors.startAtEngineRest("manager", process, "{}").status()).as(process).isEqualTo(403);
        }
    }

    @Test
    void theEngineItselfLetsNobodyChangeATaskByHand() {
        Task task = probe.ownTask("manager", world.lineOf("10004"));
        engine.getIdentityService().setAuthentication("manager", List.of("manager"), List.of());
        assertThatThrownBy(() -> engine.getTaskService().setAssignee(task.getId(), "manager2")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> engine.getTaskService().deleteTask(task.getId())).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> engine.getTaskService().setVariable(task.getId(), "decision", "refer")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> engine.getRuntimeService().setVariable(task.getProcessInstanceId(), "decision", "refer")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> engine.getRuntimeService().getVariables(task.getProcessInstanceId())).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> engine.getRuntimeService().createProcessInstanceModification(task.getProcessInstanceId()).cancelAllForActivity("x").execute())
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> engine.getTaskService().saveTask(engine.getTaskService().newTask())).isInstanceOf(RuntimeException.class);
    }

    private void openCase(String colleague, String manager) {
        jdbc.update("""
                insert into performance_case (number, version, colleague, division, opened_on, opened_by, concern_kind, description, standard, manager, stage)
                values (?, 0, ?, 'Urgent Care', current_date, 'teamleader', 'quality', 'd', 's', ?, 'courseOfAction')""", CASE, colleague, manager);
    }

    private void assertIsOutOfReach(String user, Task task) {
        assertThat(ids(user)).doesNotContain(task.getId());
        assertThat(doors.get("/engine-rest/task?taskId=" + task.getId(), user).text()).isEqualTo("[]");
        assertThat(doors.get("/engine-rest/task/" + task.getId(), user).status()).isEqualTo(404);
        assertThat(doors.get("/engine-rest/task/" + task.getId() + "/form", user).status()).isEqualTo(403);
        assertThat(doors.get("/api/tasks/" + task.getId() + "/form", user).status()).isEqualTo(404);
        assertThat(doors.completeAtEngineRest(user, task.getId(), SUBMISSION).status()).isEqualTo(403);
        assertThat(doors.submitAtEngineRest(user, task.getId(), SUBMISSION).status()).isEqualTo(403);
        assertThat(doors.submitInTasklist(user, task.getId(), SUBMISSION).status()).isEqualTo(403);
        assertThat(engine.getTaskService().createTaskQuery().taskId(task.getId()).count()).isEqualTo(1);
    }

    private int claim(String user, Task task, String forWhom) {
        return doors.post("/engine-rest/task/" + task.getId() + "/claim", user, "{\"userId\":\"" + forWhom + "\"}").status();
    }

    private String assignee(Task task) {
        return engine.getTaskService().createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }

    private List<String> ids(String user) {
        return tasks(doors.get("/engine-rest/task", user));
    }

    private static List<String> tasks(Doors.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return StreamSupport.stream(reply.body().spliterator(), false).map(t -> t.path("id").asText()).toList();
    }

    private int count(String user) {
        return doors.get("/engine-rest/task/count", user).body().path("count").asInt(-1);
    }

    private List<String> filters(String user) {
        return StreamSupport.stream(doors.get("/engine-rest/filter", user).body().spliterator(), false).map(f -> f.path("name").asText()).toList();
    }

    private String filter(String user, String name) {
        return StreamSupport.stream(doors.get("/engine-rest/filter", user).body().spliterator(), false).filter(f -> f.path("name").asText().equals(name))
                .map(f -> f.path("id").asText()).findFirst().orElseThrow();
    }
}
