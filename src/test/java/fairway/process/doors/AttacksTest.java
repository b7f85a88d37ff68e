package fairway.process.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

import fairway.support.Doors;
import fairway.support.FairwayTest;
import fairway.support.WebSession;
import fairway.support.World;
import jakarta.ws.rs.core.Application;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What has been done to stock 7.24.0, tried here: at the doors, and past them, so that each guard inside the engine is proven by itself.
 */
@FairwayTest
class AttacksTest {

    /** Sets a system property if anybody evaluates it. */
    private static final String FIRE = "${''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(), ''.getClass())"
            + ".invoke(null, 'fairway.attack', 'hit') != null ? 'x' : 'y'}";

    @Autowired
    Doors doors;
    @Autowired
    ProcessEngine engine;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    World world;
    @Autowired
    ApplicationContext context;

    private Probe probe;
    private Task task;

    @BeforeEach
    void deploy() {
        System.clearProperty("fairway.attack");
        probe = new Probe(engine);
        task = probe.ownTask("manager", world.lineOf("10004"));
    }

    @AfterEach
    void nothingWasRun() {
        engine.getIdentityService().clearAuthentication();
        probe.close();
        assertThat(System.getProperty("fairway.attack")).as("an expression that was sent has been evaluated").isNull();
    }

    // ---- everything that works on stock (see AttacksOnStockIT)

    static List<Attack> attacks() {
        return Attack.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void whatWorksOnStockDoesNotWorkHere(Attack attack) throws Exception {
        List<String> administrators = engine.getIdentityService().createUserQuery().memberOfGroup("camunda-admin").list().stream().map(u -> u.getId()).toList();
        Map<String, String> ground = Map.of("instance", task.getProcessInstanceId(), "task", task.getId(), "filter", filterId("manager"));
        boolean setup = attack.name().startsWith("CVE-2026-77226");
        if (setup) {
            administrators.forEach(member -> engine.getIdentityService().deleteMembership(member, "camunda-admin"));
        }
        try (Attacker attacker = new Attacker(doors.base(), ground, () -> engine.getIdentityService().createUserQuery().userId("mallory").count() > 0)) {
            assertThat(attacker.succeeds(attack, List.of())).as("nobody: " + attacker.said()).isFalse();
            for (String user : List.of("manager", "hr2", "ops", "owner", "admin")) {
                // to make users is what administrators are for
                if (!user.equals("admin") || attack.harm() != Attack.Harm.MAKES_A_USER || !attack.name().contains("REST")) {
                    WebSession session = WebSession.of(doors.base(), user);
                    List<String> signedIn = List.of(RawHttp.basic(user, World.PASSWORD), "Cookie: JSESSIONID=" + session.cookie("JSESSIONID") + "; XSRF-TOKEN=" + session.cookie("XSRF-TOKEN"),
                            "X-XSRF-TOKEN: " + session.cookie("XSRF-TOKEN"));
                    assertThat(attacker.succeeds(attack, signedIn)).as(user + ": " + attacker.said()).isFalse();
                }
            }
        } finally {
            if (setup) {
                administrators.forEach(member -> engine.getIdentityService().createMembership(member, "camunda-admin"));
            }
        }
        assertThat(engine.getTaskService().createTaskQuery().taskId(task.getId()).taskAssignee("manager").count()).isEqualTo(1);
    }

    // ---- CVE-2026-109432: expressions in or-queries

    @ParameterizedTest
    @ValueSource(strings = {"{\"assigneeExpression\":\"%s\"}", "{\"orQueries\":[{\"assigneeExpression\":\"%s\"}]}", "{\"orQueries\":[{\"orQueries\":[{\"assigneeExpression\":\"%s\"}]}]}",
            "{\"orQueries\":[{\"dueBeforeExpression\":\"%s\"}]}", "{\"candidateUserExpression\":\"%s\"}", "{\"orQueries\":[{\"candidateGroupsExpression\":\"%s\"}]}",
            "{\"processInstanceBusinessKeyExpression\":\"%s\"}"})
    void noDoorTakesAnExpressionInAQuery(String template) {
        String body = template.formatted(FIRE.replace("\"", "\\\""));
        String filter = filterId("manager");
        for (String path : List.of("task", "task/count", "filter/" + filter + "/list", "filter/" + filter + "/count")) {
            assertThat(doors.post("/engine-rest/" + path, "manager", body).status()).as(path).isIn(400, 403);
            assertThat(WebSession.of(doors.base(), "manager").post("/camunda/api/engine/engine/default/" + path, body).status()).as(path).isIn(400, 403);
        }
        assertThat(doors.post("/engine-rest/filter/" + filter + "/singleResult", "manager", body).status()).isEqualTo(403);
        assertThat(doors.post("/engine-rest/filter/create", "admin", "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":" + body + "}").status()).isEqualTo(403);
    }

    @Test
    void noAddressCarriesAnExpression() {
        String expression = URLEncoder.encode(FIRE, StandardCharsets.UTF_8);
        assertThat(doors.get("/engine-rest/task?assigneeExpression=" + expression, "manager").status()).isEqualTo(400);
        assertThat(doors.get("/engine-rest/task/count?dueBeforeExpression=" + expression, "manager").status()).isEqualTo(400);
    }

    @Test
    void theEngineRefusesThemInEveryBracketOfAQueryWhateverTheDoorsLetThrough() {
        as("manager", "manager");
        List<TaskQuery> attacks = List.of(engine.getTaskService().createTaskQuery().taskAssigneeExpression(FIRE),
                engine.getTaskService().createTaskQuery().or().taskAssigneeExpression(FIRE).endOr(),
                engine.getTaskService().createTaskQuery().or().taskName("x").endOr().or().dueBeforeExpression(FIRE).endOr(), nested());
        for (TaskQuery attack : attacks) {
            assertThatThrownBy(attack::list).isInstanceOf(BadUserRequestException.class);
            assertThatThrownBy(attack::count).isInstanceOf(BadUserRequestException.class);
            assertThatThrownBy(attack::singleResult).isInstanceOf(BadUserRequestException.class);
            assertThatThrownBy(() -> attack.listPage(0, 1)).isInstanceOf(BadUserRequestException.class);
            assertThatThrownBy(attack::unlimitedList).isInstanceOf(BadUserRequestException.class);
        }
    }

    @Test
    void aQueryThatExtendsAFilterIsHeldToTheSame() {
        String filter = filterId("manager");
        as("manager", "manager");
        List<TaskQuery> attacks = List.of(new TaskQueryImpl().taskAssigneeExpression(FIRE), new TaskQueryImpl().or().taskAssigneeExpression(FIRE).endOr(), nested());
        for (TaskQuery attack : attacks) {
            assertThatThrownBy(() -> engine.getFilterService().list(filter, attack)).isInstanceOf(BadUserRequestException.class);
            assertThatThrownBy(() -> engine.getFilterService().listPage(filter, attack, 0, 1)).isInstanceOf(BadUserRequestException.class);
            assertThatThrownBy(() -> engine.getFilterService().singleResult(filter, attack)).isInstanceOf(BadUserRequestException.class);
            assertThatThrownBy(() -> engine.getFilterService().count(filter, attack)).isInstanceOf(BadUserRequestException.class);
        }
    }

    @Test
    void aFilterKeepsHarmlessExpressionsOnlyAndOnlyOfAnAdministrator() {
        Filter bad = engine.getFilterService().newTaskFilter("bad").setQuery(engine.getTaskService().createTaskQuery().or().taskAssigneeExpression(FIRE).endOr());
        Filter harmless = engine.getFilterService().newTaskFilter("harmless")
                .setQuery(engine.getTaskService().createTaskQuery().or().taskAssigneeExpression("${currentUser()}").endOr());
        assertThatThrownBy(() -> engine.getFilterService().saveFilter(bad)).isInstanceOf(BadUserRequestException.class);
        as("admin", "camunda-admin");
        assertThatThrownBy(() -> engine.getFilterService().saveFilter(bad)).isInstanceOf(BadUserRequestException.class);
        as("manager", "manager");
        assertThatThrownBy(() -> engine.getFilterService().saveFilter(harmless)).isInstanceOf(AuthorizationException.class);
        assertThat(engine.getFilterService().createFilterQuery().filterName("bad").count()).isZero();
    }

    @Test
    void aBadFilterThatGotInAnotherWayDoesNotRun() {
        String filter = filterId("manager");
        String before = jdbc.queryForObject("select query_ from act_ru_filter where id_ = ?", String.class, filter);
        for (String query : List.of("{\"assigneeExpression\":\"FIRE\"}", "{\"orQueries\":[{\"assigneeExpression\":\"FIRE\"}]}")) {
            jdbc.update("update act_ru_filter set query_ = ? where id_ = ?", query.replace("FIRE", FIRE), filter);
            try {
                assertThat(doors.get("/engine-rest/filter/" + filter + "/list", "manager").status()).isIn(400, 403);
                assertThat(doors.post("/engine-rest/filter/" + filter + "/count", "manager", "{}").status()).isIn(400, 403);
                as("manager", "manager");
                assertThatThrownBy(() -> engine.getFilterService().list(filter)).isInstanceOf(BadUserRequestException.class);
                assertThatThrownBy(() -> engine.getFilterService().count(filter)).isInstanceOf(BadUserRequestException.class);
                assertThatThrownBy(() -> engine.getFilterService().listPage(filter, 0, 5)).isInstanceOf(BadUserRequestException.class);
                assertThatThrownBy(() -> engine.getFilterService().singleResult(filter)).isInstanceOf(BadUserRequestException.class);
            } finally {
                engine.getIdentityService().clearAuthentication();
                jdbc.update("update act_ru_filter set query_ = ? where id_ = ?", before, filter);
            }
        }
    }

    // ---- CVE-2026-77226 and the way past the log-in filter

    @Test
    void nobodyMakesAnAdministratorWhileTheGroupIsEmpty() {
        List<String> members = engine.getIdentityService().createUserQuery().memberOfGroup("camunda-admin").list().stream().map(u -> u.getId()).toList();
        String body = "{\"profile\":{\"id\":\"mallory\",\"firstName\":\"M\",\"lastName\":\"M\"},\"credentials\":{\"password\":\"a long enough one\"}}";
        members.forEach(member -> engine.getIdentityService().deleteMembership(member, "camunda-admin"));
        try {
            assertThat(RawHttp.send(doors.base(), "POST", "/camunda/api/admin/setup/default/user/create", List.of("Content-Type: application/json"), body).status())
                    .isEqualTo(401);
            assertThat(WebSession.of(doors.base(), "manager").post("/camunda/api/admin/setup/default/user/create", body).status()).isEqualTo(403);
            for (String way : List.of("/camunda/api/admin/setup;x/default/user/create", "/camunda/api/admin/%73etup/default/user/create",
                    "/camunda/api/admin//setup/default/user/create")) {
                assertThat(RawHttp.send(doors.base(), "POST", way, List.of("Content-Type: application/json"), body).status()).as(way).isEqualTo(400);
            }
            assertThat(insideJersey(new AdminApplication(), "POST", "setup/default/user/create", body)).as("past every filter").isEqualTo(404);
            as("admin", "camunda-admin");
            assertThat(insideJersey(new AdminApplication(), "POST", "setup/default/user/create", body)).isEqualTo(404);
        } finally {
            engine.getIdentityService().clearAuthentication();
            members.forEach(member -> engine.getIdentityService().createMembership(member, "camunda-admin"));
        }
        assertThat(engine.getIdentityService().createUserQuery().userId("mallory").count()).isZero();
    }

    @Test
    void pastEveryFilterNoResourceAnswersWithoutASignIn() {
        assertThat(insideJersey(new EngineRestApplication(), "GET", "engine/default/user", null)).isEqualTo(401);
        assertThat(insideJersey(new EngineRestApplication(), "GET", "engine", null)).isEqualTo(401);
        assertThat(insideJersey(new EngineRestApplication(), "POST", "engine/default/user/create", "{\"profile\":{\"id\":\"mallory\"},\"credentials\":{\"password\":\"x\"}}"))
                .isEqualTo(401);
        assertThat(insideJersey(new EngineRestApplication(), "GET", "engine/default/task/" + task.getId() + "/variables", null)).isEqualTo(401);
        assertThat(insideJersey(new AdminApplication(), "GET", "auth/user/default", null)).isEqualTo(401);
        assertThat(insideJersey(new CockpitApplication(), "GET", "plugin/base/default/process-definition/statistics", null)).isEqualTo(401);
        assertThat(insideJersey(engineRest(), "GET", "task", null)).isEqualTo(401);
        as("manager", "manager");
        assertThat(insideJersey(new EngineRestApplication(), "GET", "engine/default/task/count", null)).isEqualTo(200);
    }

    // ---- objects, JSON, addresses

    @Test
    void aVariableNamesNoClassToBeMade() {
        String source = "{\"variables\":{\"submission\":{\"type\":\"Object\",\"value\":\"{\\\"jdbcUrl\\\":\\\"jdbc:postgresql://attacker/x\\\"}\","
                + "\"valueInfo\":{\"objectTypeName\":\"com.zaxxer.hikari.HikariDataSource\",\"serializationDataFormat\":\"application/json\",\"transient\":true}}}}";
        assertThat(doors.post("/engine-rest/task/" + task.getId() + "/complete", "manager", source).status()).isEqualTo(422);
        assertThat(WebSession.of(doors.base(), "manager").post("/camunda/api/engine/engine/default/task/" + task.getId() + "/submit-form", source).status()).isEqualTo(422);
        assertThat(doors.post("/engine-rest/process-definition/key/performanceCase/start", "manager", source).status()).isEqualTo(422);
        engine.getRuntimeService().setVariable(task.getProcessInstanceId(), "x", Variables.serializedObjectValue("{\"jdbcUrl\":\"jdbc:postgresql://attacker/x\"}")
                .serializationDataFormat("application/json").objectTypeName("com.zaxxer.hikari.HikariDataSource").create());
        assertThatThrownBy(() -> engine.getRuntimeService().getVariable(task.getProcessInstanceId(), "x")).hasStackTraceContaining("HikariDataSource");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"variables\":{\"submission\":{\"type\":\"Json\",\"value\":\"{}\"}}}",
            "{\"variables\":{\"submission\":{\"type\":\"Json\",\"value\":\"{}\",\"valueInfo\":{\"transient\":false}}}}",
            "{\"variables\":{\"submission\":{\"type\":\"Json\",\"value\":\"{}\",\"valueInfo\":{\"transient\":\"true\"}}}}",
            "{\"variables\":{\"submission\":{\"type\":\"String\",\"value\":\"{}\",\"valueInfo\":{\"transient\":true}}}}",
            "{\"variables\":{\"submission\":{\"value\":\"{}\",\"valueInfo\":{\"transient\":true}}}}",
            "{\"variables\":{\"submission\":{\"type\":\"Json\",\"value\":{\"a\":1},\"valueInfo\":{\"transient\":true}}}}",
            "{\"variables\":{\"submission\":{\"type\":\"Json\",\"value\":\"{}\",\"valueInfo\":{\"transient\":true,\"objectTypeName\":\"x\"}}}}",
            "{\"variables\":{\"submission\":{\"type\":\"Json\",\"value\":\"{}\",\"valueInfo\":{\"transient\":true}},\"decision\":{\"type\":\"String\",\"value\":\"refer\"}}}",
            "{\"variables\":{\"decision\":{\"type\":\"String\",\"value\":\"refer\"}}}", "{\"variables\":{}}", "{\"variables\":[]}", "{}", ""})
    void aFormIsOneTransientJsonVariable(String body) {
        Map<String, String> before = doors.fingerprint();
        for (String operation : List.of("complete", "submit-form")) {
            assertThat(doors.post("/engine-rest/task/" + task.getId() + "/" + operation, "manager", body).status()).isEqualTo(422);
            assertThat(WebSession.of(doors.base(), "manager").post("/camunda/api/engine/engine/default/task/" + task.getId() + "/" + operation, body).status()).isEqualTo(422);
        }
        for (String operation : List.of("start", "submit-form")) {
            assertThat(doors.post("/engine-rest/process-definition/key/performanceCase/" + operation, "manager", body).status()).isEqualTo(422);
        }
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"startInstructions\":[{\"type\":\"startAfterActivity\",\"activityId\":\"userTask_selectEvidence\"}]", "\"skipCustomListeners\":true",
            "\"skipIoMappings\":true", "\"businessKey\":\"PC-2026-000001\"", "\"withVariablesInReturn\":true", "\"caseInstanceId\":\"x\""})
    void aStartTakesNothingBesideItsForm(String further) {
        String body = "{" + further + ",\"variables\":{\"submission\":{\"type\":\"Json\",\"value\":\"{}\",\"valueInfo\":{\"transient\":true}}}}";
        for (String user : List.of("manager", "hr2", "ops", "owner", "admin")) {
            for (String operation : List.of("start", "submit-form")) {
                assertThat(doors.post("/engine-rest/process-definition/key/performanceCase/" + operation, user, body).status()).isEqualTo(403);
                assertThat(WebSession.of(doors.base(), user).post("/camunda/api/engine/engine/default/process-definition/key/performanceCase/" + operation, body).status())
                        .isEqualTo(403);
            }
        }
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("performanceCase").count()).isZero();
    }

    /** The engine would write the password of the user in the path to the one in the body. */
    @Test
    void anAdministratorWritesNobodysPasswordToSomebodyElse() {
        String before = jdbc.queryForObject("select string_agg(id_ || pwd_ || rev_, ',' order by id_) from act_id_user", String.class);
        for (String body : List.of("{\"id\":\"hr\",\"firstName\":\"x\",\"lastName\":\"y\"}", "{\"id\":\"nobody\",\"firstName\":\"x\"}")) {
            assertThat(doors.send("PUT", "/engine-rest/user/manager/profile", "admin", body).status()).isEqualTo(403);
        }
        assertThat(doors.send("PUT", "/engine-rest/group/hr", "admin", "{\"id\":\"operations\",\"name\":\"x\"}").status()).isEqualTo(403);
        assertThat(jdbc.queryForObject("select string_agg(id_ || pwd_ || rev_, ',' order by id_) from act_id_user", String.class)).isEqualTo(before);
    }

    @Test
    void aTaskThatIsNotThereIsNotHandedBack() {
        assertThat(doors.post("/engine-rest/task/00000000-0000-0000-0000-000000000000/unclaim", "hr2", "{}").status()).isIn(403, 404);
    }

    @Test
    void aMisspeltKeyOfAQueryIsNamed() {
        Doors.Reply reply = doors.post("/engine-rest/task", "manager", "{\"asignee\":\"manager\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.refused()).containsExactly("asignee:unknownKey");
        assertThat(doors.get("/engine-rest/task?asignee=manager", "manager").refused()).containsExactly("asignee:unknownKey");
        assertThat(doors.post("/engine-rest/job", "ops", "{\"processInstanceID\":\"x\"}").refused()).containsExactly("processInstanceID:unknownKey");
        assertThat(doors.post("/engine-rest/task", "manager", "{\"sorting\":[{\"sortBy\":\"created\",\"sortOrdr\":\"asc\"}]}").status()).isEqualTo(400);
    }

    @Test
    void aBombIsNotOpened() {
        String deep = "{\"name\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        String large = "{\"name\":\"" + "a".repeat(AllowedOnly.LARGEST_BODY) + "\"}";
        String wide = "{" + String.join(",", IntStream.range(0, 50_000).mapToObj(i -> "\"k" + i + "\":1").toList()) + "}";
        assertThat(doors.post("/engine-rest/task", "manager", deep).status()).isEqualTo(400);
        assertThat(doors.post("/engine-rest/task", "manager", large).status()).isEqualTo(413);
        assertThat(doors.post("/engine-rest/task", "manager", wide).status()).isEqualTo(400);
        assertThat(doors.post("/engine-rest/task", "manager", "{\"name\":" + "9".repeat(200) + "}").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"a\",\"name\":\"b\"}", "{\"name\":\"a\"} {\"x\":1}", "{\"name\":", "not json", "[]", "\"text\"", "{\"name\":{\"a\":1}}", "{\"sorting\":{}}"})
    void jsonIsReadStrictly(String body) {
        assertThat(doors.post("/engine-rest/task", "manager", body).status()).isEqualTo(400);
    }

    @Test
    void aFormOfAnotherKindIsNotTaken() {
        String basic = RawHttp.basic("manager", "fairway");
        for (String type : List.of("application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x", "application/xml")) {
            assertThat(RawHttp.send(doors.base(), "POST", "/engine-rest/task", List.of(basic, "Content-Type: " + type), "a=b").status()).as(type).isEqualTo(415);
        }
        assertThat(RawHttp.send(doors.base(), "POST", "/engine-rest/task", List.of(basic), "{}").status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest;x/user", "/engine-rest/engine;/default/user", "//engine-rest/task", "/engine-rest/%75ser", "/engine-rest/./user", "/engine-rest/task/../user",
            "/camunda/api/engine/engine;x/default/user", "/camunda/app/admin;x/default/"})
    void withASignInACrookedAddressIsNotTakenEither(String path) {
        assertThat(RawHttp.send(doors.base(), "GET", path, List.of(RawHttp.basic("manager", "fairway")), "").status()).isEqualTo(400);
    }

    @Test
    void anOperationIsNotReachedUnderTheNameOfAnId() {
        assertThat(doors.get("/engine-rest/process-instance/count", "ops").status()).isEqualTo(403);
        assertThat(doors.get("/engine-rest/task/report", "manager").status()).isEqualTo(403);
        assertThat(doors.get("/engine-rest/engine/other/task", "manager").status()).isEqualTo(403);
        assertThat(doors.get("/engine-rest/engine/default/task/count", "manager").status()).isEqualTo(200);
        assertThat(doors.get("/engine-rest/user/hr/profile", "manager").status()).isEqualTo(403);
        assertThat(doors.get("/engine-rest/user/manager/profile", "manager").body().path("id").asText()).isEqualTo("manager");
        assertThat(doors.get("/engine-rest/identity/groups?userId=hr", "manager").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"task?name=%00", "task?maxResults=-5", "task/count?nameLike=a%00", "filter?firstResult=-1"})
    void aValueThatNoDatabaseTakesIsNoFault(String path) {
        assertThat(doors.get("/engine-rest/" + path, "manager").status()).isEqualTo(400);
        assertThat(WebSession.of(doors.base(), "manager").get("/camunda/api/engine/engine/default/" + path).status()).isEqualTo(400);
        for (String body : List.of("{\"assigneeIn\":[null]}", "{\"name\":\"\\u0000\"}", "{\"taskIdIn\":[\"\\u0000\"]}")) {
            assertThat(doors.post("/engine-rest/task", "manager", body).status()).as(body).isEqualTo(400);
        }
    }

    @Test
    void whatIsRefusedIsKept() {
        doors.post("/engine-rest/message", "manager", "{\"messageName\":\"caseEndAsked\"}");
        assertThat(jdbc.queryForList("select outcome || ' ' || subject || ' ' || user_id from access_log where subject like '%message'", String.class))
                .containsExactly("refused POST /engine-rest/message manager");
    }

    private TaskQuery nested() {
        TaskQueryImpl outer = new TaskQueryImpl();
        TaskQueryImpl middle = new TaskQueryImpl();
        TaskQueryImpl inner = new TaskQueryImpl();
        inner.taskAssigneeExpression(FIRE);
        middle.addOrQuery(inner);
        outer.addOrQuery(middle);
        TaskQueryImpl query = (TaskQueryImpl) engine.getTaskService().createTaskQuery();
        outer.getQueries().stream().filter(bracket -> bracket != outer).forEach(query::addOrQuery);
        return query;
    }

    private void as(String user, String group) {
        engine.getIdentityService().setAuthentication(user, List.of(group), List.of());
    }

    private String filterId(String user) {
        return doors.get("/engine-rest/filter", user).body().get(0).path("id").asText();
    }

    private static Application engineRest() {
        CamundaJerseyResourceConfig config = new CamundaJerseyResourceConfig();
        try {
            config.afterPropertiesSet();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return config;
    }

    /** Status of a request that stands inside the engine's REST application already, past every filter of the server. */
    private int insideJersey(Application application, String method, String path, String body) {
        ApplicationHandler handler = new ApplicationHandler((application instanceof ResourceConfig config ? config : ResourceConfig.forApplication(application)).property("contextConfig", context));
        ContainerRequest request = new ContainerRequest(URI.create("http://localhost/"), URI.create("http://localhost/" + path), method, null,
                new MapPropertiesDelegate(), handler.getConfiguration());
        request.header("Accept", "application/json");
        if (body != null) {
            request.header("Content-Type", "application/json");
            request.setEntityStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        }
        try {
            return handler.apply(request).get().getStatus();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
