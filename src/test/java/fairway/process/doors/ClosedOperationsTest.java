package fairway.process.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import fairway.access.Role;
import fairway.support.Doors;
import fairway.support.FairwayTest;
import fairway.support.WebSession;
import fairway.support.World;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every operation of the engine's REST API, taken from its own classes, at both doors and for all five roles: what the list of open
 * operations does not hold is refused with 403 as problem details, and not a row changes.
 */
@FairwayTest
class ClosedOperationsTest {

    private static final Map<String, Role> USERS = Map.of("manager", Role.MANAGER, "hr2", Role.HR, "owner", Role.PROCESS_OWNER, "ops", Role.OPERATIONS,
            "admin", Role.ADMINISTRATOR);

    @Autowired
    Doors doors;
    @Autowired
    ProcessEngine engine;
    @Autowired
    AllowList allowed;
    @Autowired
    World world;

    private Probe probe;
    private Task task;

    @BeforeEach
    void deploy() {
        probe = new Probe(engine);
        task = probe.ownTask("manager", world.lineOf("10004"));
    }

    @AfterEach
    void takeAway() {
        probe.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "hr2", "owner", "ops", "admin"})
    void whatIsNotOnTheListIsClosed(String user) {
        Set<String> operations = operationsOfTheEngine();
        assertThat(operations).as("operations that the engine's own classes name").hasSizeGreaterThan(300);
        Map<String, String> before = doors.fingerprint();
        WebSession session = WebSession.of(doors.base(), user);
        Map<String, String> answers = new TreeMap<>();
        int refused = 0;
        for (String operation : operations) {
            String method = operation.substring(0, operation.indexOf(' '));
            String path = operation.substring(operation.indexOf(' ') + 1);
            if (isOpen(user, method, path)) {
                continue;
            }
            refused++;
            String body = method.equals("GET") || method.equals("DELETE") || method.equals("OPTIONS") ? null : "{}";
            Doors.Reply rest = doors.send(method, "/engine-rest/" + path, user, body);
            Doors.Reply web = session.send(method, "/camunda/api/engine/engine/default/" + path, body);
            if (rest.status() != 403 || !rest.text().contains("\"notOpen\"")) {
                answers.put("engine-rest " + operation, rest.status() + " " + rest.text());
            }
            if (web.status() != 403 || !web.text().contains("\"notOpen\"")) {
                answers.put("camunda " + operation, web.status() + " " + web.text());
            }
        }
        assertThat(answers).isEmpty();
        assertThat(refused).isGreaterThan(200);
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    /** What is open and asked for wrongly: by itself the engine answers 500. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "admin | POST | authorization/create | {}",
            "admin | POST | authorization/create | {\"type\":1,\"resourceType\":0}",
            "admin | POST | authorization/create | {\"type\":1,\"permissions\":[\"NONE\"]}",
            "admin | POST | authorization/create | {\"type\":7,\"permissions\":[],\"resourceType\":0}",
            "admin | PUT | authorization/00000000-0000-0000-0000-000000000000 | {\"permissions\":null}",
            "ops | PUT | job/00000000-0000-0000-0000-000000000000/retries | {\"retries\":\" \"}",
            "admin | GET | user/count?lastNameLike=%5C |",
            "ops | GET | job?jobDefinitionId=x&activityId=y |",
            "ops | GET | job/count?jobId=x&jobDefinitionId=y |",
            "ops | POST | job | {\"jobIds\":[\"x\"],\"activityId\":\"y\"}",
            "admin | POST | identity/password-policy | null",
            "admin | POST | identity/password-policy | {\"profile\":7}",
            "admin | PUT | user/fuzz/profile | []"})
    void whatIsAskedForWronglyIsRefused(String user, String method, String path, String body) {
        Map<String, String> before = doors.fingerprint();
        Doors.Reply reply = doors.send(method, "/engine-rest/" + path, user, body);
        assertThat(reply.status()).as(reply.text()).isBetween(400, 499);
        assertThat(reply.refused()).isNotEmpty();
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    /** What leads past the gate, by name, so that a reader sees it: closed to every role, whatever the engine's classes are called one day. */
    @Test
    void noWayLeadsPastTheGate() {
        String id = task.getId();
        String instance = task.getProcessInstanceId();
        String definition = task.getProcessDefinitionId();
        List<String[]> ways = List.of(
                new String[]{"POST", "process-instance/" + instance + "/modification", "{\"instructions\":[{\"type\":\"startAfterActivity\",\"activityId\":\"userTask_decideFormalStage\"}],\"skipCustomListeners\":true}"},
                new String[]{"POST", "process-instance/" + instance + "/modification-async", "{\"instructions\":[]}"},
                new String[]{"POST", "modification/execute", "{\"processDefinitionId\":\"" + definition + "\",\"processInstanceIds\":[\"" + instance + "\"],\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"userTask_decideFormalStage\"}]}"},
                new String[]{"POST", "process-definition/" + definition + "/restart", "{\"processInstanceIds\":[\"" + instance + "\"]}"},
                new String[]{"POST", "migration/execute", "{}"},
                new String[]{"POST", "message", "{\"messageName\":\"caseEndAsked\",\"all\":true}"},
                new String[]{"POST", "signal", "{\"name\":\"x\"}"},
                new String[]{"POST", "condition", "{\"variables\":{}}"},
                new String[]{"POST", "execution/" + task.getExecutionId() + "/signal", "{}"},
                new String[]{"POST", "execution/" + task.getExecutionId() + "/messages/caseEndAsked/trigger", "{}"},
                new String[]{"PUT", "execution/" + task.getExecutionId() + "/localVariables/decision", "{\"value\":\"refer\",\"type\":\"String\"}"},
                new String[]{"POST", "task/" + id + "/bpmnError", "{\"errorCode\":\"caseEndsEarly\"}"},
                new String[]{"POST", "task/" + id + "/bpmnEscalation", "{\"escalationCode\":\"x\"}"},
                new String[]{"POST", "task/" + id + "/assignee", "{\"userId\":\"hr2\"}"},
                new String[]{"POST", "task/" + id + "/delegate", "{\"userId\":\"hr2\"}"},
                new String[]{"POST", "task/" + id + "/resolve", "{\"variables\":{}}"},
                new String[]{"POST", "task/" + id + "/identity-links", "{\"groupId\":\"hr-urgent-care\",\"type\":\"candidate\"}"},
                new String[]{"GET", "task/" + id + "/identity-links", null},
                new String[]{"PUT", "task/" + id, "{\"name\":\"x\"}"},
                new String[]{"DELETE", "task/" + id, null},
                new String[]{"POST", "task/create", "{\"id\":\"x\",\"assignee\":\"manager\"}"},
                new String[]{"GET", "task/" + id + "/variables", null},
                new String[]{"GET", "task/" + id + "/form-variables", null},
                new String[]{"PUT", "task/" + id + "/variables/decision", "{\"value\":\"refer\",\"type\":\"String\"}"},
                new String[]{"POST", "task/" + id + "/variables", "{\"modifications\":{}}"},
                new String[]{"GET", "task/" + id + "/localVariables", null},
                new String[]{"GET", "task/" + id + "/comment", null},
                new String[]{"POST", "task/" + id + "/comment/create", "{\"message\":\"x\"}"},
                new String[]{"GET", "task/" + id + "/attachment", null},
                new String[]{"GET", "task/" + id + "/rendered-form", null},
                new String[]{"GET", "task/report/candidate-group-count", null},
                new String[]{"GET", "process-instance/" + instance + "/variables", null},
                new String[]{"PUT", "process-instance/" + instance + "/variables/decision", "{\"value\":\"refer\",\"type\":\"String\"}"},
                new String[]{"GET", "process-instance/" + instance + "/comment", null},
                new String[]{"DELETE", "process-instance/" + instance + "?skipCustomListeners=true", null},
                new String[]{"POST", "process-instance/delete", "{\"processInstanceIds\":[\"" + instance + "\"]}"},
                new String[]{"POST", "process-instance/delete", "{\"processInstanceQery\":{}}"},
                new String[]{"POST", "process-instance/message-async", "{\"messageName\":\"x\",\"processInstanceIds\":[\"" + instance + "\"]}"},
                new String[]{"POST", "process-instance/job-retries", "{\"retries\":1,\"processInstances\":[\"" + instance + "\"]}"},
                new String[]{"PUT", "process-instance/suspended", "{\"suspended\":true,\"processDefinitionKey\":\"probeOwn\"}"},
                new String[]{"PUT", "process-definition/suspended", "{\"suspended\":true,\"processDefinitionKey\":\"probeOwn\"}"},
                new String[]{"PUT", "process-definition/" + definition + "/suspended", "{\"suspended\":true}"},
                new String[]{"PUT", "process-definition/" + definition + "/history-time-to-live", "{\"historyTimeToLive\":0}"},
                new String[]{"DELETE", "process-definition/" + definition + "?cascade=true", null},
                new String[]{"POST", "deployment/create", "{}"},
                new String[]{"DELETE", "deployment/" + instance, null},
                new String[]{"POST", "decision-definition/key/evidenceGate/evaluate", "{\"variables\":{}}"},
                new String[]{"POST", "external-task/fetchAndLock", "{\"workerId\":\"x\",\"maxTasks\":1}"},
                new String[]{"POST", "variable-instance", "{}"},
                new String[]{"GET", "variable-instance", null},
                new String[]{"GET", "history/variable-instance", null},
                new String[]{"POST", "history/variable-instance", "{}"},
                new String[]{"GET", "history/detail", null},
                new String[]{"GET", "history/task", null},
                new String[]{"GET", "history/process-instance", null},
                new String[]{"GET", "history/activity-instance", null},
                new String[]{"GET", "history/decision-instance", null},
                new String[]{"GET", "history/identity-link-log", null},
                new String[]{"GET", "history/user-operation", null},
                new String[]{"POST", "history/process-instance/delete", "{\"historicProcessInstanceIds\":[\"" + instance + "\"]}"},
                new String[]{"POST", "history/cleanup", "{}"},
                new String[]{"GET", "optimize/variable-update?maxResults=10", null},
                new String[]{"PUT", "job/" + instance + "/duedate", "{\"duedate\":\"2020-01-01T00:00:00.000+0000\"}"},
                new String[]{"POST", "job/" + instance + "/execute", "{}"},
                new String[]{"POST", "job/retries", "{\"retries\":1,\"jobIds\":[]}"},
                new String[]{"PUT", "job/suspended", "{\"suspended\":true,\"processDefinitionKey\":\"probeOwn\"}"},
                new String[]{"POST", "filter/create", "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{}}"},
                new String[]{"PUT", "filter/" + instance, "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{}}"},
                new String[]{"DELETE", "filter/" + instance, null},
                new String[]{"GET", "metrics", null},
                new String[]{"GET", "telemetry/data", null},
                new String[]{"GET", "version", null},
                new String[]{"POST", "batch/" + instance + "/jobs", null});
        Map<String, String> before = doors.fingerprint();
        List<String> through = new ArrayList<>();
        for (String user : USERS.keySet()) {
            for (String[] way : ways) {
                Doors.Reply rest = doors.send(way[0], "/engine-rest/" + way[1], user, way[2]);
                Doors.Reply web = WebSession.of(doors.base(), user).send(way[0], "/camunda/api/engine/engine/default/" + way[1], way[2]);
                if (rest.status() != 403 || web.status() != 403) {
                    through.add(user + " " + way[0] + " " + way[1] + " " + rest.status() + " " + web.status());
                }
            }
        }
        assertThat(through).isEmpty();
        assertThat(doors.fingerprint()).isEqualTo(before);
    }

    /** The web applications' own parts of the REST API: Cockpit's and Tasklist's plugins, and what makes an administrator without a sign-in. */
    @Test
    void thePluginsOfTheWebApplicationsAreClosedToo() {
        String instance = task.getProcessInstanceId();
        List<String> through = new ArrayList<>();
        for (String user : List.of("manager", "hr2", "owner", "admin")) {
            WebSession session = WebSession.of(doors.base(), user);
            for (String path : List.of("cockpit/plugin/base/default/process-instance", "cockpit/plugin/base/default/incident/", "tasklist/plugin/tasklistPlugins/default/x",
                    "cockpit/plugin/base/default/process-instance/" + instance + "/called-process-instances", "admin/setup/default/user/create",
                    "admin/auth/user/default/login/tasklist", "welcome/plugin/x/default/y", "admin/auth/user/other")) {
                Doors.Reply reply = session.post("/camunda/api/" + path, "{}");
                if (reply.status() != 403) {
                    through.add(user + " " + path + " " + reply.status());
                }
            }
        }
        assertThat(through).isEmpty();
    }

    @Test
    void eachWebApplicationIsOpenToItsRoles() {
        Map<String, List<String>> open = Map.of("tasklist", List.of("manager", "hr2", "ops"), "cockpit", List.of("ops", "owner"), "admin", List.of("admin"),
                "welcome", List.of("manager", "hr2", "ops", "owner", "admin"));
        open.forEach((app, users) -> USERS.keySet().forEach(user -> {
            int status = WebSession.of(doors.base(), user).get("/camunda/app/" + app + "/default/").status();
            assertThat(status).as(user + " at " + app).isEqualTo(users.contains(user) ? 200 : 403);
        }));
    }

    private boolean isOpen(String user, String method, String path) {
        Call call = new Call(method, path, Map.of(), null, user, Set.of(USERS.get(user)), "127.0.0.1");
        return allowed.operations().stream().anyMatch(operation -> operation.isMeant(call) && operation.isOpenTo(call));
    }

    /** Method and path of everything below the engine that its classes answer, ids filled in. */
    private Set<String> operationsOfTheEngine() {
        Set<String> found = new LinkedHashSet<>();
        for (Method locator : NamedProcessEngineRestServiceImpl.class.getMethods()) {
            Path path = annotation(locator, Path.class);
            if (path != null && path.value().startsWith("/{name}")) {
                collect(locator.getReturnType(), path.value().substring("/{name}".length()), found, 0);
            }
        }
        return found;
    }

    private void collect(Class<?> resource, String prefix, Set<String> found, int depth) {
        for (Method method : resource.getMethods()) {
            Path path = annotation(method, Path.class);
            String at = join(prefix, path == null ? "" : path.value());
            String verb = verb(method);
            if (verb != null) {
                found.add(verb + " " + filled(at));
            } else if (path != null && depth < 6 && method.getReturnType().getName().startsWith("org.camunda.bpm.engine.rest")) {
                collect(method.getReturnType(), at, found, depth + 1);
            }
        }
    }

    private static String verb(Method method) {
        for (Class<?> type : hierarchy(method.getDeclaringClass())) {
            try {
                for (Annotation annotation : type.getMethod(method.getName(), method.getParameterTypes()).getAnnotations()) {
                    HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                    if (http != null) {
                        return http.value();
                    }
                }
            } catch (NoSuchMethodException e) {
                assertThat(type).isNotNull();
            }
        }
        return null;
    }

    private static <A extends Annotation> A annotation(Method method, Class<A> kind) {
        for (Class<?> type : hierarchy(method.getDeclaringClass())) {
            try {
                A found = type.getMethod(method.getName(), method.getParameterTypes()).getAnnotation(kind);
                if (found != null) {
                    return found;
                }
            } catch (NoSuchMethodException e) {
                assertThat(type).isNotNull();
            }
        }
        return null;
    }

    private static List<Class<?>> hierarchy(Class<?> type) {
        List<Class<?>> all = new ArrayList<>(List.of(type));
        all.addAll(List.of(type.getInterfaces()));
        return all;
    }

    private static String join(String prefix, String path) {
        String joined = (prefix + "/" + path).replaceAll("/+", "/");
        return joined.startsWith("/") ? joined.substring(1) : joined;
    }

    private String filled(String template) {
        String path = template.replaceAll("/$", "").replaceAll("\\{[^/{}]*key[^/{}]*}", "performanceCase");
        if (path.startsWith("process-definition/{")) {
            path = path.replaceFirst("\\{[^/{}]*}", task.getProcessDefinitionId());
        }
        if (path.startsWith("task/{")) {
            path = path.replaceFirst("\\{[^/{}]*}", task.getId());
        }
        return path.replaceAll("\\{[^/{}]*(\\{[^{}]*}[^/{}]*)?}", task.getProcessInstanceId());
    }
}
