package fairway.process.doors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fairway.access.Role;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The filters that people find in Tasklist. Each is visible to the roles it is for; a changed one is put right at the next start. */
@Component
class TasklistFilters {

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final JsonMapper json = JsonMapper.builder().build();

    TasklistFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    /** One filter: what it is called and says, for whom, and which of a person's tasks it shows. */
    private record Wanted(String name, String description, Set<Role> roles, UnaryOperator<TaskQuery> query) {
    }

    private static final List<Wanted> WANTED = List.of(
            new Wanted("My tasks", "Everything that waits for you today", Set.of(Role.MANAGER, Role.HR, Role.OPERATIONS),
                    query -> query.taskAssigneeExpression("${currentUser()}").followUpBeforeOrNotExistentExpression(HarmlessExpressions.TOMORROW)),
            new Wanted("Coming up", "Yours from a later day on; open one to put it off", Set.of(Role.MANAGER, Role.HR),
                    query -> query.taskAssigneeExpression("${currentUser()}").followUpAfterExpression(HarmlessExpressions.TOMORROW)),
            new Wanted("My lines", "One-to-ones with your own reports", Set.of(Role.MANAGER),
                    query -> query.taskAssigneeExpression("${currentUser()}").processDefinitionKey("oneToOneCycle")),
            new Wanted("Overdue", "Past their due date", Set.of(Role.MANAGER, Role.HR, Role.OPERATIONS),
                    query -> query.dueBeforeExpression("${now()}")),
            new Wanted("HR decisions", "HR's steps in your divisions, yours and those that nobody has taken yet", Set.of(Role.HR),
                    query -> query.withCandidateGroups().includeAssignedTasks()),
            new Wanted("Occupational Health", "Referrals: to be completed, and advice to be recorded", Set.of(Role.MANAGER, Role.HR),
                    query -> query.processDefinitionKey("occupationalHealthReferral")),
            new Wanted("Deliveries", "Letters and messages that could not be sent", Set.of(Role.OPERATIONS),
                    query -> query.processDefinitionKey("delivery")));

    /** Makes the filters that are missing and puts those right that were changed. */
    void keep() {
        for (int i = 0; i < WANTED.size(); i++) {
            Wanted wanted = WANTED.get(i);
            List<Filter> found = filters.createTaskFilterQuery().filterName(wanted.name()).list();
            FilterEntity filter = (FilterEntity) (found.isEmpty() ? filters.newTaskFilter(wanted.name()) : found.get(0));
            JsonNode before = content(filter);
            filter.setQuery(wanted.query().apply(tasks.createTaskQuery()));
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("priority", i + 1);
            properties.put("description", wanted.description());
            properties.put("refresh", true);
            properties.put("showUndefinedVariable", false);
            properties.put("variables", new ArrayList<>());
            filter.setProperties(properties);
            if (filter.getId() == null || !content(filter).equals(before)) {
                filters.saveFilter(filter);
            }
            visibleTo(filter.getId(), wanted.roles());
        }
    }

    private JsonNode content(FilterEntity filter) {
        try {
            return json.createArrayNode().add(json.readTree(filter.getQueryInternal()))
                    .add(filter.getProperties() == null ? json.nullNode() : json.readTree(filter.getPropertiesInternal()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("filter " + filter.getId() + " is not JSON", e);
        }
    }

    private void visibleTo(String filterId, Set<Role> roles) {
        List<Authorization> rows = authorizations.createAuthorizationQuery().resourceType(Resources.FILTER).resourceId(filterId).list();
        rows.stream().filter(row -> Role.ofGroup(row.getGroupId()).filter(roles::contains).isEmpty()).forEach(row -> authorizations.deleteAuthorization(row.getId()));
        for (Role role : roles) {
            if (rows.stream().noneMatch(row -> role.group().equals(row.getGroupId()))) {
                Authorization row = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                row.setGroupId(role.group());
                row.setResource(Resources.FILTER);
                row.setResourceId(filterId);
                row.addPermission(Permissions.READ);
                authorizations.saveAuthorization(row);
            }
        }
    }
}
