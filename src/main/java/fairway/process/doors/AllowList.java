package fairway.process.doors;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fairway.access.Role;
import org.springframework.stereotype.Component;

/**
 * What of the engine is open to whom, the same at both REST doors; whatever is not here is refused to everybody. What people do in a case
 * they do with its forms: nothing here starts in the middle, skips a listener, moves a token, sends a message, or reads or sets a variable.
 */
@Component
class AllowList {

    private static final Set<Role> PEOPLE = EnumSet.of(Role.MANAGER, Role.HR, Role.OPERATIONS);
    private static final Set<Role> QUEUES = EnumSet.of(Role.HR, Role.OPERATIONS);
    private static final Set<Role> MANAGER = EnumSet.of(Role.MANAGER);
    private static final Set<Role> OPERATIONS = EnumSet.of(Role.OPERATIONS);
    private static final Set<Role> COCKPIT = EnumSet.of(Role.OPERATIONS, Role.PROCESS_OWNER);
    private static final Set<Role> ADMINISTRATOR = EnumSet.of(Role.ADMINISTRATOR);
    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);

    private static final Set<String> PAGE = Set.of("firstResult", "maxResults");
    private static final Set<String> SORTED_PAGE = Set.of("firstResult", "maxResults", "sortBy", "sortOrder");

    /** What tasks may be asked by: nothing that evaluates an expression, nothing that guesses at variables. */
    private static final Set<String> TASKS_BY = Set.of("firstResult", "maxResults", "active", "suspended", "taskId", "taskIdIn", "name", "nameLike",
            "nameNotLike", "nameNotEqual", "taskDefinitionKey", "taskDefinitionKeyIn", "taskDefinitionKeyNotIn", "processDefinitionKey", "processDefinitionKeyIn",
            "processDefinitionName", "processInstanceId", "processInstanceIdIn", "processInstanceBusinessKey", "processInstanceBusinessKeyIn",
            "processInstanceBusinessKeyLike", "assigned", "unassigned", "assignee", "assigneeLike", "assigneeIn", "candidateGroup", "candidateGroups",
            "withCandidateGroups", "withoutCandidateGroups", "includeAssignedTasks", "priority", "dueDate", "dueBefore", "dueAfter", "withoutDueDate",
            "followUpDate", "followUpBefore", "followUpAfter", "followUpBeforeOrNotExistent", "createdOn", "createdBefore", "createdAfter", "updatedAfter");
    private static final Set<String> TASKS_EMPTY = Set.of("processVariables", "taskVariables", "caseInstanceVariables", "orQueries");
    private static final Set<String> TASKS_SORTED_BY = Set.of("created", "dueDate", "followUpDate", "name", "nameCaseInsensitive", "assignee", "priority",
            "lastUpdated", "id", "processInstanceId");
    private static final Body TASK_QUERY = Body.query(TASKS_BY, TASKS_EMPTY, TASKS_SORTED_BY);

    private final List<Operation> operations = new ArrayList<>();

    AllowList() {
        everybody();
        tasks();
        starts();
        diagramsAndCounts();
        repairs();
        users();
    }

    private void everybody() {
        open(EVERYBODY, "GET", "engine");
        open(EVERYBODY, "GET", "webapp:admin/auth/user/default");
        open(EVERYBODY, "GET", "user/{me}/profile");
        open(EVERYBODY, "GET", "identity/groups").with("userId").when(call -> own(call, "userId"));
        for (Webapp app : Webapp.values()) {
            open(app.roles(), "GET", "webapp:" + app.id() + "/plugin/" + app.id() + "Plugins/static/*").with("bust");
        }
    }

    private void tasks() {
        open(PEOPLE, "OPTIONS", "filter");
        open(PEOPLE, "GET", "filter").with("firstResult", "maxResults", "itemCount", "resourceType", "sortBy", "sortOrder");
        open(PEOPLE, "GET", "filter/count").with("itemCount", "resourceType");
        open(PEOPLE, "GET", "filter/{id}").with("itemCount");
        open(PEOPLE, "GET", "filter/{id}/list").with("firstResult", "maxResults");
        open(PEOPLE, "POST", "filter/{id}/list").with("firstResult", "maxResults").body(TASK_QUERY);
        open(PEOPLE, "GET", "filter/{id}/count");
        open(PEOPLE, "POST", "filter/{id}/count").body(TASK_QUERY);
        open(PEOPLE, "GET", "task").with(union(TASKS_BY, SORTED_PAGE)).when(AllowList::sortsTasks);
        open(PEOPLE, "GET", "task/count").with(TASKS_BY);
        open(PEOPLE, "POST", "task").with(PAGE).body(TASK_QUERY);
        open(PEOPLE, "POST", "task/count").body(TASK_QUERY);
        open(PEOPLE, "GET", "task/{id}");
        open(PEOPLE, "GET", "task/{id}/form");
        open(PEOPLE, "GET", "history/user-operation").with("taskId", "firstResult", "maxResults").when(AllowList::ofOneTask);
        open(PEOPLE, "GET", "history/user-operation/count").with("taskId").when(AllowList::ofOneTask);
        open(QUEUES, "POST", "task/{id}/claim").body(Body.keys("userId")).when(AllowList::forThemselves);
        open(QUEUES, "POST", "task/{id}/unclaim").body(Body.none());
        open(PEOPLE, "POST", "task/{id}/complete").body(Body.submission());
        open(PEOPLE, "POST", "task/{id}/submit-form").body(Body.submission());
    }

    private void starts() {
        open(MANAGER, "GET", "process-definition").with("latest", "latestVersion", "active", "startableInTasklist", "startablePermissionCheck", "firstResult",
                "maxResults", "nameLike").when(AllowList::startable);
        open(MANAGER, "GET", "process-definition/count").with("latest", "latestVersion", "active", "startableInTasklist", "startablePermissionCheck",
                "firstResult", "maxResults", "nameLike").when(AllowList::startable);
        open(MANAGER, "GET", "process-definition/{definition}/startForm");
        open(MANAGER, "GET", "process-definition/key/{key}/startForm");
        for (String definition : List.of("{definition}", "key/{key}")) {
            open(MANAGER, "POST", "process-definition/" + definition + "/submit-form").body(Body.submission("businessKey"));
            open(MANAGER, "POST", "process-definition/" + definition + "/start").body(Body.submission("businessKey"));
        }
    }

    private void diagramsAndCounts() {
        open(union(PEOPLE, COCKPIT), "GET", "process-definition/{definition}/xml");
    }

    private void repairs() {
    }

    private void users() {
    }

    /** One entry while it is written down. */
    private final class Entry {

        private final int at;

        private Entry(int at) {
            this.at = at;
        }

        private Entry with(String... query) {
            return with(Set.of(query));
        }

        private Entry with(Set<String> query) {
            Operation o = operations.get(at);
            operations.set(at, new Operation(o.method(), o.template(), o.roles(), query, o.body(), o.further(), o.audited()));
            return this;
        }

        private Entry body(Body body) {
            Operation o = operations.get(at);
            operations.set(at, new Operation(o.method(), o.template(), o.roles(), o.query(), body, o.further(), o.audited()));
            return this;
        }

        private Entry when(Consumer<Call> further) {
            Operation o = operations.get(at);
            operations.set(at, new Operation(o.method(), o.template(), o.roles(), o.query(), o.body(), further, o.audited()));
            return this;
        }

        private Entry audited() {
            Operation o = operations.get(at);
            operations.set(at, new Operation(o.method(), o.template(), o.roles(), o.query(), o.body(), o.further(), true));
            return this;
        }
    }

    private Entry open(Set<Role> roles, String method, String template) {
        operations.add(new Operation(method, template, roles, Set.of(), Body.none(), call -> { }, false));
        return new Entry(operations.size() - 1);
    }

    /** All of them, for the tests. */
    List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** The operation that is meant. @throws DoorRefusal when it is not open to this user, or holds what it does not take */
    Operation check(Call call) {
        List<Operation> open = operations.stream().filter(operation -> operation.isMeant(call) && operation.isOpenTo(call)).toList();
        if (open.isEmpty()) {
            throw DoorRefusal.notOpen();
        }
        DoorRefusal first = null;
        for (Operation operation : open) {
            try {
                operation.check(call);
                return operation;
            } catch (DoorRefusal refusal) {
                first = first == null ? refusal : first;
            }
        }
        throw first;
    }

    /** Pages, scripts and styles of the web applications. @throws DoorRefusal when the application is not open to these roles */
    void checkFile(String method, String path, Set<Role> roles) {
        if (!Set.of("GET", "HEAD").contains(method)) {
            throw DoorRefusal.notOpen();
        }
        Matcher app = APPLICATION.matcher(path);
        boolean open = app.matches()
                ? Stream.of(Webapp.values()).anyMatch(a -> a.id().equals(app.group(1)) && a.roles().stream().anyMatch(roles::contains))
                : FILES.matcher(path).matches();
        if (!open) {
            throw DoorRefusal.notOpen();
        }
    }

    private static final Pattern APPLICATION = Pattern.compile("/camunda/app/([a-z]+)(?:/.*)?");
    private static final Pattern FILES = Pattern.compile("/camunda/?|/camunda/app/?|/camunda/(?:lib|assets)/.+|/camunda/favicon\\.ico");
    private static final Pattern REST = Pattern.compile("/engine-rest(?:/engine/default)?/(.+)|/camunda/api/engine/engine/default/(.+)");
    private static final Pattern WEBAPP = Pattern.compile("/camunda/api/(admin|cockpit|tasklist|welcome)/(.+)");

    /** The path of an operation, the same at both doors; empty for files of the web applications. */
    static Optional<String> operationPath(String path) {
        if (path.matches("/engine-rest/engine/?|/camunda/api/engine/engine/?")) {
            return Optional.of("engine");
        }
        Matcher rest = REST.matcher(path);
        if (rest.matches()) {
            return Optional.of(rest.group(1) != null ? rest.group(1) : rest.group(2));
        }
        Matcher webapp = WEBAPP.matcher(path);
        if (webapp.matches()) {
            return Optional.of("webapp:" + webapp.group(1) + "/" + webapp.group(2));
        }
        return path.startsWith("/engine-rest") || path.startsWith("/camunda/api") ? Optional.of("unknown:" + path) : Optional.empty();
    }

    private static void own(Call call, String parameter) {
        if (!call.userId().equals(call.parameter(parameter))) {
            throw DoorRefusal.notOpen(parameter);
        }
    }

    private static void forThemselves(Call call) {
        if (call.body() == null || !call.userId().equals(call.body().path("userId").asText(null))) {
            throw DoorRefusal.notOpen("userId");
        }
    }

    private static void ofOneTask(Call call) {
        if (call.parameter("taskId") == null) {
            throw DoorRefusal.notOpen();
        }
    }

    private static void startable(Call call) {
        if (!"true".equals(call.parameter("startablePermissionCheck"))) {
            throw DoorRefusal.notOpen();
        }
    }

    private static void sortsTasks(Call call) {
        if (call.parameters().containsKey("sortBy") && !TASKS_SORTED_BY.contains(String.valueOf(call.parameter("sortBy")))) {
            throw DoorRefusal.badValue("sortBy");
        }
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
