package fairway.process.doors;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import fairway.access.People;
import fairway.access.ProvidedUsers;
import fairway.access.Role;
import fairway.access.SignIns;
import fairway.form.Refusal;
import fairway.form.RefusedField;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * What of the engine is open to whom, the same at both REST doors; whatever is not here is refused to everybody. What people do in a case
 * they do with its forms: nothing here starts in the middle, skips a listener, moves a token, sends a message, or reads or sets a variable.
 */
@Component
class AllowList {

    private static final Set<Role> PEOPLE = EnumSet.of(Role.MANAGER, Role.HR, Role.OPERATIONS);
    private static final Set<Role> QUEUES = EnumSet.of(Role.HR, Role.OPERATIONS);
    /** Who starts anything; what, the engine asks for each definition. */
    private static final Set<Role> STARTERS = EnumSet.of(Role.MANAGER, Role.HR);
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

    private static final Set<String> JOBS_BY = Set.of("jobId", "jobIds", "jobDefinitionId", "processInstanceId", "processInstanceIds", "processDefinitionId",
            "processDefinitionKey", "activityId", "withRetriesLeft", "noRetriesLeft", "withException", "active", "suspended", "timers", "messages", "executable",
            "firstResult", "maxResults", "sortBy", "sortOrder");
    private static final Set<String> JOBS_SORTED_BY = Set.of("jobId", "jobDueDate", "jobRetries", "processInstanceId", "executionId");
    private static final Body INCIDENTS = Body.query(Set.of("processDefinitionIdIn", "processInstanceIdIn", "activityIdIn", "sortBy", "sortOrder"), Set.of(), Set.of());
    private static final Body INSTANCES = Body.query(Set.of("processDefinitionId", "parentProcessDefinitionId", "activityIdIn", "activityInstanceIdIn", "businessKey",
            "startedAfter", "startedBefore", "firstResult", "maxResults", "sortBy", "sortOrder"), Set.of(), Set.of());
    private static final Body AUTHORIZATION = Body.keys("id", "type", "permissions", "userId", "groupId", "resourceType", "resourceId", "links", "rootProcessInstanceId",
            "removalTime");

    private static final String USER_ID = "[A-Za-z0-9][A-Za-z0-9._@-]{1,63}";

    private final List<Operation> operations = new ArrayList<>();
    private final IdentityService identity;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final SignIns signIns;
    private final People people;

    AllowList(IdentityService identity, TaskService tasks, AuthorizationService authorizations, SignIns signIns, People people) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.people = people;
        this.tasks = tasks;
        this.signIns = signIns;
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
        open(QUEUES, "POST", "task/{id}/claim").body(Body.keys("userId")).when(AllowList::forThemselves).audited();
        open(QUEUES, "POST", "task/{id}/unclaim").when(this::hasQueue).audited();
        open(PEOPLE, "POST", "task/{id}/complete").body(Body.submission());
        open(PEOPLE, "POST", "task/{id}/submit-form").body(Body.submission());
    }

    private void starts() {
        open(PEOPLE, "GET", "process-definition").with("latest", "latestVersion", "active", "startableInTasklist", "startablePermissionCheck", "firstResult",
                "maxResults", "nameLike").when(AllowList::startable);
        open(PEOPLE, "GET", "process-definition/count").with("latest", "latestVersion", "active", "startableInTasklist", "startablePermissionCheck",
                "firstResult", "maxResults", "nameLike").when(AllowList::startable);
        open(STARTERS, "GET", "process-definition/{definition}/startForm");
        open(STARTERS, "GET", "process-definition/key/{key}/startForm");
        for (String definition : List.of("{definition}", "key/{key}")) {
            open(STARTERS, "POST", "process-definition/" + definition + "/submit-form").body(Body.submission("businessKey"));
            open(STARTERS, "POST", "process-definition/" + definition + "/start").body(Body.submission("businessKey"));
        }
    }

    /** Models, decision tables and how many instances they have: for process owners, and for operations on their way to a failure. */
    private void diagramsAndCounts() {
        open(union(PEOPLE, COCKPIT), "GET", "process-definition/{definition}/xml");
        open(COCKPIT, "GET", "process-definition").with("key", "latest", "latestVersion", "withoutTenantId", "firstResult", "maxResults", "sortBy", "sortOrder",
                "nameLike");
        open(COCKPIT, "GET", "process-definition/count").with("key", "latest", "latestVersion", "withoutTenantId", "firstResult", "maxResults", "sortBy",
                "sortOrder", "nameLike");
        open(COCKPIT, "GET", "process-definition/statistics").with("rootIncidents", "incidents", "failedJobs");
        open(COCKPIT, "GET", "process-definition/{definition}");
        open(COCKPIT, "GET", "process-definition/{definition}/diagram");
        open(COCKPIT, "GET", "process-definition/{definition}/statistics").with("incidents", "failedJobs");
        open(COCKPIT, "GET", "process-definition/key/{key}");
        open(COCKPIT, "GET", "process-definition/key/{key}/xml");
        open(COCKPIT, "POST", "process-instance/count").body(Body.query(Set.of("processDefinitionId", "processDefinitionKey",
                "processDefinitionWithoutTenantId"), Set.of(), Set.of()));
        for (String kind : List.of("decision-definition", "decision-requirements-definition")) {
            open(COCKPIT, "GET", kind).with("key", "latestVersion", "withoutTenantId", "firstResult", "maxResults", "sortBy", "sortOrder", "nameLike",
                    "decisionRequirementsDefinitionId");
            open(COCKPIT, "GET", kind + "/count").with("key", "latestVersion", "withoutTenantId", "firstResult", "maxResults", "sortBy", "sortOrder", "nameLike",
                    "decisionRequirementsDefinitionId");
            open(COCKPIT, "GET", kind + "/{definition}");
            open(COCKPIT, "GET", kind + "/{definition}/xml");
        }
        open(COCKPIT, "GET", "case-definition/count").with("latestVersion");
        open(COCKPIT, "GET", "deployment/count");
        open(COCKPIT, "GET", "task/count").with("unfinished", "assigned", "unassigned", "withCandidateGroups", "withoutCandidateGroups");
        open(COCKPIT, "POST", "history/task/count").body(Body.query(Set.of("unfinished", "assigned", "unassigned", "withCandidateGroups",
                "withoutCandidateGroups"), Set.of(), Set.of()));
        open(COCKPIT, "GET", "webapp:cockpit/plugin/base/default/process-definition/statistics").with(SORTED_PAGE);
        open(COCKPIT, "GET", "webapp:cockpit/plugin/base/default/process-definition/statistics-count");
        open(COCKPIT, "POST", "webapp:cockpit/plugin/base/default/process-definition/{definition}/called-process-definitions")
                .body(Body.query(Set.of("parentProcessDefinitionId", "activityIdIn"), Set.of(), Set.of()));
    }

    /** Tokens and failures, never texts: instances without their variables, jobs, incidents. What is looked at or repaired one by one is kept. */
    private void repairs() {
        open(OPERATIONS, "GET", "process-instance/{id}").audited();
        open(OPERATIONS, "GET", "process-instance/{id}/activity-instances");
        open(OPERATIONS, "POST", "process-instance").with("maxResults", "firstResult").body(Body.query(Set.of("subProcessInstance", "superProcessInstance",
                "processDefinitionId", "processDefinitionKey", "businessKey", "processInstanceIds"), Set.of(), Set.of()));
        open(OPERATIONS, "PUT", "process-instance/{id}/suspended").body(Body.keys("suspended")).audited();
        open(OPERATIONS, "GET", "job").with(JOBS_BY).when(call -> {
            sortsJobs(call);
            namesJobsInOneWay(call);
        });
        open(OPERATIONS, "POST", "job").with(PAGE).body(Body.query(JOBS_BY, Set.of(), JOBS_SORTED_BY)).when(AllowList::namesJobsInOneWay);
        open(OPERATIONS, "GET", "job/count").with(union(JOBS_BY, Set.of("sorting[sortBy]", "sorting[sortOrder]"))).when(AllowList::namesJobsInOneWay);
        open(OPERATIONS, "POST", "job/count").body(Body.query(JOBS_BY, Set.of(), JOBS_SORTED_BY)).when(AllowList::namesJobsInOneWay);
        open(OPERATIONS, "GET", "job/{id}");
        open(OPERATIONS, "GET", "job/{id}/stacktrace").audited();
        open(OPERATIONS, "PUT", "job/{id}/retries").body(Body.keys("retries")).when(call -> number(call, "retries", 0, 1_000)).audited();
        open(OPERATIONS, "GET", "job-definition").with("processDefinitionId", "firstResult", "maxResults");
        open(OPERATIONS, "GET", "job-definition/count").with("processDefinitionId");
        open(OPERATIONS, "GET", "incident").with("incidentId", "incidentType", "processDefinitionId", "processInstanceId", "executionId", "activityId", "jobDefinitionIdIn",
                "firstResult", "maxResults", "sortBy", "sortOrder").audited();
        open(OPERATIONS, "GET", "incident/count").with("incidentType", "processDefinitionId", "processInstanceId");
        open(OPERATIONS, "GET", "incident/{id}").audited();
        open(OPERATIONS, "POST", "external-task/count").body(Body.query(Set.of("processInstanceId"), Set.of(), Set.of()));
        open(OPERATIONS, "GET", "user").with("idIn", "maxResults");
        open(OPERATIONS, "GET", "deployment").with("id", "name", "firstResult", "maxResults", "sortBy", "sortOrder");
        open(OPERATIONS, "POST", "task").with(PAGE).body(Body.query(union(TASKS_BY, Set.of("processDefinitionId", "activityInstanceIdIn")), TASKS_EMPTY, TASKS_SORTED_BY));
        open(OPERATIONS, "POST", "task/count").body(Body.query(union(TASKS_BY, Set.of("processDefinitionId", "activityInstanceIdIn")), TASKS_EMPTY, TASKS_SORTED_BY));
        String plugin = "webapp:cockpit/plugin/base/default/";
        open(OPERATIONS, "POST", plugin + "incident/").with(PAGE).body(INCIDENTS);
        open(OPERATIONS, "POST", plugin + "incident/count").body(INCIDENTS);
        open(OPERATIONS, "POST", plugin + "process-instance").with(SORTED_PAGE).body(INSTANCES);
        open(OPERATIONS, "POST", plugin + "process-instance/count").body(INSTANCES);
        open(OPERATIONS, "POST", plugin + "process-instance/{id}/called-process-instances").body(Body.query(Set.of("activityInstanceIdIn"), Set.of(), Set.of()));
    }

    /** The screens of users, groups and authorizations. No role and no last administrator can be taken away here. */
    private void users() {
        Set<String> profile = Set.of("id", "firstName", "lastName", "email");
        open(ADMINISTRATOR, "OPTIONS", "user");
        open(ADMINISTRATOR, "OPTIONS", "user/{name}");
        open(ADMINISTRATOR, "GET", "user").with("id", "idIn", "firstName", "firstNameLike", "lastName", "lastNameLike", "email", "emailLike", "memberOfGroup", "firstResult",
                "maxResults", "sortBy", "sortOrder");
        open(ADMINISTRATOR, "GET", "user/count").with("id", "idIn", "firstName", "firstNameLike", "lastName", "lastNameLike", "email", "emailLike", "memberOfGroup");
        open(ADMINISTRATOR, "GET", "user/{name}/profile");
        open(ADMINISTRATOR, "POST", "user/create").body(Body.parts(Map.of("profile", profile, "credentials", Set.of("password"))))
                .when(call -> goodPassword(newUser(call.body().path("profile")), call.body().path("credentials").path("password").asText(null)))
                .audited(call -> "user:" + call.body().path("profile").path("id").asText())
                .then(call -> givenPassword(call.body().path("profile").path("id").asText(null), call));
        open(ADMINISTRATOR, "PUT", "user/{name}/profile").body(Body.keys("id", "firstName", "lastName", "email")).when(AllowList::ofItself).audited();
        open(ADMINISTRATOR, "PUT", "user/{name}/credentials").body(Body.keys("password", "authenticatedUserPassword"))
                .when(call -> {
                    ownPassword(call, call.body().path("authenticatedUserPassword").asText(null));
                    User user = identity.createUserQuery().userId(step(call, 1)).singleResult();
                    goodPassword(user, call.body().path("password").asText(null));
                    if (step(call, 1).equals(call.userId())) {
                        refuse(PasswordRule.broken(identity, call.body().path("password").asText(), user));
                    }
                })
                .audited().then(call -> givenPassword(step(call, 1), call));
        open(ADMINISTRATOR, "POST", "user/{name}/unlock").audited();
        open(ADMINISTRATOR, "DELETE", "user/{name}").when(call -> notTheLast(step(call, 1))).audited();
        open(ADMINISTRATOR, "GET", "identity/password-policy");
        open(ADMINISTRATOR, "POST", "identity/password-policy").body(AllowList::anObject);
        open(ADMINISTRATOR, "OPTIONS", "group");
        open(ADMINISTRATOR, "OPTIONS", "group/{name}");
        open(ADMINISTRATOR, "OPTIONS", "group/{name}/members");
        open(ADMINISTRATOR, "GET", "group").with("id", "idIn", "name", "nameLike", "type", "member", "firstResult", "maxResults", "sortBy", "sortOrder");
        open(ADMINISTRATOR, "POST", "group").with(PAGE).body(Body.query(Set.of("id", "idIn", "name", "nameLike", "type", "member", "firstResult", "maxResults", "sortBy",
                "sortOrder"), Set.of(), Set.of("id", "name", "type")));
        open(ADMINISTRATOR, "GET", "group/count").with("id", "idIn", "name", "nameLike", "type", "member");
        open(ADMINISTRATOR, "POST", "group/count").body(Body.query(Set.of("id", "idIn", "name", "nameLike", "type", "member"), Set.of(), Set.of()));
        open(ADMINISTRATOR, "GET", "group/{name}").with("id");
        open(ADMINISTRATOR, "POST", "group/create").body(Body.keys("id", "name", "type")).audited(call -> call.body() == null ? "" : "group:" + call.body().path("id").asText());
        open(ADMINISTRATOR, "PUT", "group/{name}").body(Body.keys("id", "name", "type")).when(AllowList::ofItself).audited();
        // Camunda Admin sends along what the address says already
        open(ADMINISTRATOR, "DELETE", "group/{name}").body(orNone(Body.keys("id"))).when(AllowList::noRole).audited();
        open(ADMINISTRATOR, "PUT", "group/{name}/members/{name}").body(Body.keys("id", "userId")).audited();
        open(ADMINISTRATOR, "DELETE", "group/{name}/members/{name}").body(orNone(Body.keys("id", "userId"))).when(call -> {
            if (step(call, 1).equals(Role.ADMINISTRATOR.group())) {
                notTheLast(step(call, 3));
            }
        }).audited();
        open(ADMINISTRATOR, "GET", "tenant").with("userMember", "groupMember", "firstResult", "maxResults", "sortBy", "sortOrder");
        open(ADMINISTRATOR, "GET", "tenant/count").with("userMember", "groupMember");
        open(ADMINISTRATOR, "OPTIONS", "authorization");
        open(ADMINISTRATOR, "OPTIONS", "authorization/{id}");
        open(ADMINISTRATOR, "GET", "authorization").with("id", "type", "userIdIn", "groupIdIn", "resourceType", "resourceId", "firstResult", "maxResults", "sortBy", "sortOrder");
        open(ADMINISTRATOR, "GET", "authorization/count").with("id", "type", "userIdIn", "groupIdIn", "resourceType", "resourceId");
        open(ADMINISTRATOR, "GET", "authorization/{id}");
        open(ADMINISTRATOR, "POST", "authorization/create").body(AUTHORIZATION).when(call -> {
            number(call, "type", 0, 2);
            whole(call);
        }).audited(call -> AllowList.right(call.body()));
        open(ADMINISTRATOR, "PUT", "authorization/{id}").body(AUTHORIZATION).when(AllowList::whole).audited(call -> AllowList.right(call.body()) + ", before: " + rightBefore(call));
        open(ADMINISTRATOR, "DELETE", "authorization/{id}").audited(this::rightBefore);
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
            return changed(o -> new Operation(o.method(), o.template(), o.roles(), query, o.body(), o.further(), o.audited(), o.detail(), o.afterwards()));
        }

        private Entry body(Body body) {
            return changed(o -> new Operation(o.method(), o.template(), o.roles(), o.query(), body, o.further(), o.audited(), o.detail(), o.afterwards()));
        }

        private Entry when(Consumer<Call> further) {
            return changed(o -> new Operation(o.method(), o.template(), o.roles(), o.query(), o.body(), further, o.audited(), o.detail(), o.afterwards()));
        }

        private Entry audited() {
            return audited(call -> "");
        }

        private Entry audited(Function<Call, String> detail) {
            return changed(o -> new Operation(o.method(), o.template(), o.roles(), o.query(), o.body(), o.further(), true, detail, o.afterwards()));
        }

        private Entry then(Consumer<Call> afterwards) {
            return changed(o -> new Operation(o.method(), o.template(), o.roles(), o.query(), o.body(), o.further(), o.audited(), o.detail(), afterwards));
        }

        private Entry changed(UnaryOperator<Operation> how) {
            operations.set(at, how.apply(operations.get(at)));
            return this;
        }
    }

    private Entry open(Set<Role> roles, String method, String template) {
        operations.add(new Operation(method, template, roles, Set.of(), Body.none(), call -> { }, false, call -> "", call -> { }));
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

    /** The engine writes a statement that the database does not understand when two of these are asked for together (7.24, its {@code Job.xml}). */
    private static void namesJobsInOneWay(Call call) {
        List<String> named = Stream.of("jobId", "jobIds", "jobDefinitionId", "activityId")
                .filter(key -> call.parameters().containsKey(key) || call.body() != null && call.body().hasNonNull(key)).toList();
        if (named.size() > 1) {
            throw DoorRefusal.unfit(named.get(1), "oneOf", "Ask by one of these at a time: " + String.join(", ", named) + ".");
        }
    }

    private static void sortsJobs(Call call) {
        if (call.parameters().containsKey("sortBy") && !JOBS_SORTED_BY.contains(String.valueOf(call.parameter("sortBy")))) {
            throw DoorRefusal.badValue("sortBy");
        }
    }

    /** The engine writes what it is told to the user or group that the body names: the password of one user to another. */
    private static void ofItself(Call call) {
        if (call.body() != null && call.body().hasNonNull("id") && !call.body().path("id").asText().equals(step(call, 1))) {
            throw DoorRefusal.notOpen("id");
        }
    }

    /** A password to be tried and whoever is to have it; the engine reads only what it knows of it. */
    private static void anObject(Call call) {
        if (call.body() == null || !call.body().isObject() || call.body().hasNonNull("profile") && !call.body().path("profile").isObject()) {
            throw DoorRefusal.badJson("Send an object.");
        }
    }

    private static void noRole(Call call) {
        if (Role.ofGroup(step(call, 1)).isPresent()) {
            throw DoorRefusal.notOpen();
        }
    }

    /** A task is handed back to a queue only if it came from one: every other task keeps its owner. */
    private void hasQueue(Call call) {
        if (tasks.createTaskQuery().taskId(step(call, 1)).count() == 0 || tasks.getIdentityLinksForTask(step(call, 1)).stream().map(IdentityLink::getGroupId).noneMatch(group -> group != null && CaseTasks.isQueue(group))) {
            throw DoorRefusal.notOpen();
        }
    }

    private void notTheLast(String userId) {
        if (userId.equals(ProvidedUsers.NOBODY)) {
            throw DoorRefusal.notOpen();
        }
        List<User> administrators = identity.createUserQuery().memberOfGroup(Role.ADMINISTRATOR.group()).list();
        if (administrators.size() == 1 && administrators.get(0).getId().equals(userId)) {
            throw DoorRefusal.notOpen();
        }
    }

    private User newUser(JsonNode profile) {
        String id = profile.path("id").asText("");
        if (!id.matches(USER_ID)) {
            throw DoorRefusal.unfit("profile.id", "userId", "A user name takes 2 to 64 letters, digits, dots, hyphens, underscores and @, and begins with a letter or digit.");
        }
        if (people.haveInOtherSpelling(id)) {
            throw DoorRefusal.unfit("profile.id", "otherSpelling", "The staff list has this user name in other capital and small letters. Use those.");
        }
        User user = identity.newUser(id);
        user.setFirstName(profile.path("firstName").asText(null));
        user.setLastName(profile.path("lastName").asText(null));
        user.setEmail(profile.path("email").asText(null));
        return user;
    }

    /** The engine asks administrators for their own password here; wrong ones are slowed down as everywhere. */
    private void ownPassword(Call call, String password) {
        if (password != null) {
            try {
                signIns.confirmPassword(call.userId(), password, "authenticatedUserPassword", call.address());
            } catch (Refusal refusal) {
                throw DoorRefusal.unfit("authenticatedUserPassword", refusal.fields().get(0).rule(), refusal.fields().get(0).message());
            }
        }
    }

    /** By itself the engine answers 500 for a password that it does not take. */
    private void goodPassword(User user, String password) {
        if (password == null) {
            throw DoorRefusal.unfit("password", "required", "Give a password.");
        }
        if (user != null) {
            refuse(PasswordRule.brokenOfEngine(identity, password, user));
        }
    }

    private static void refuse(List<RefusedField> brokenRules) {
        brokenRules.stream().findFirst().ifPresent(broken -> {
            throw DoorRefusal.unfit("password", broken.rule(), broken.message());
        });
    }

    /** Who is given which right, for the record. */
    private static String right(JsonNode body) {
        List<String> permissions = StreamSupport.stream(body.path("permissions").spliterator(), false).map(JsonNode::asText).toList();
        return right(body.path("userId").asText(null), body.path("groupId").asText(null), body.path("resourceType").asInt(), body.path("resourceId").asText(null), permissions);
    }

    private static String right(String userId, String groupId, int resourceType, String resourceId, List<String> permissions) {
        return (userId == null ? "group:" + groupId : "user:" + userId) + " on "
                + Stream.of(Resources.values()).filter(resource -> resource.resourceType() == resourceType).map(Resources::resourceName).findFirst().orElse("") + " " + resourceId
                + ": " + permissions.stream().distinct().collect(Collectors.joining(", "));
    }

    private String rightBefore(Call call) {
        return Optional.ofNullable(authorizations.createAuthorizationQuery().authorizationId(step(call, 1)).singleResult()).map(row -> right(row.getUserId(), row.getGroupId(),
                row.getResourceType(), row.getResourceId(), Stream.of(row.getPermissions(Permissions.values())).filter(permission -> permission != Permissions.NONE).map(Permission::getName).toList())).orElse("");
    }

    /** What every right has. By itself the engine answers 500 where one of these is missing. */
    private static void whole(Call call) {
        number(call, "resourceType", 0, Resources.values().length - 1);
        JsonNode permissions = call.body().path("permissions");
        if (!permissions.isArray() || StreamSupport.stream(permissions.spliterator(), false).anyMatch(permission -> !permission.isTextual())) {
            throw DoorRefusal.unfit("permissions", "required", "Name the permissions, as a list.");
        }
    }

    private static void number(Call call, String key, int least, int most) {
        JsonNode value = call.body() == null ? MissingNode.getInstance() : call.body().path(key);
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            throw DoorRefusal.unfit(key, "required", "Give \"" + key + "\" as a number from " + least + " to " + most + ".");
        }
    }

    private void givenPassword(String userId, Call call) {
        if (userId != null && userId.equals(call.userId())) {
            signIns.passwordWasChosen(userId);
        } else if (userId != null) {
            signIns.passwordWasGiven(userId);
        }
    }

    private static Body orNone(Body body) {
        return call -> {
            if (call.body() != null) {
                body.check(call);
            }
        };
    }

    private static String step(Call call, int n) {
        return call.path().split("/")[n];
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
