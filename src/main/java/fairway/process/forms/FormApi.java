package fairway.process.forms;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fairway.access.AccessLog;
import fairway.access.CaseAccess;
import fairway.access.CurrentUser;
import fairway.access.Relation;
import fairway.access.Role;
import fairway.form.Form;
import fairway.form.FormDrafts;
import fairway.form.Forms;
import fairway.form.Preview;
import fairway.form.PreviewedForm;
import fairway.form.StartForm;
import fairway.form.Step;
import fairway.form.TaskForm;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a form needs in a browser: schema of the task's own deployment, prefill, options, draft. Only for the task's assignee, unless in conflict;
 * a task that is not theirs is answered with 404, as one that does not exist.
 */
@RestController
@RequestMapping("/api")
class FormApi {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final AuthorizationService authorizations;
    private final Forms forms;
    private final FormDrafts drafts;
    private final CaseAccess access;
    private final AccessLog log;
    private final CurrentUser user;
    private final ObjectMapper json;

    FormApi(TaskService tasks, RuntimeService runtime, RepositoryService repository, AuthorizationService authorizations, Forms forms, FormDrafts drafts, CaseAccess access,
            AccessLog log, CurrentUser user, ObjectMapper json) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.authorizations = authorizations;
        this.forms = forms;
        this.drafts = drafts;
        this.access = access;
        this.log = log;
        this.user = user;
        this.json = json;
    }

    /** Not read-only: asking for a variable, the engine may tidy its own note of what an execution holds (a transient submission leaves one behind). */
    @GetMapping("/tasks/{id}/form")
    @Transactional
    public Map<String, Object> taskForm(@PathVariable("id") String id, Principal user) {
        Task task = own(id, user);
        String formId = StepOfTask.formId(task.getTaskDefinitionKey());
        TaskForm<?> form = forms.task(formId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ProcessDefinition definition = repository.getProcessDefinition(task.getProcessDefinitionId());
        Step step = step(task, formId, user);
        log.read(AccessLog.Kind.FORM, step.businessKey() + " form " + formId, step.userId());
        Map<String, Object> answer = describe(form, step, definition.getDeploymentId(), id);
        answer.put("taskId", id);
        answer.put("preview", form instanceof PreviewedForm<?>);
        answer.put("previewed", form instanceof PreviewedForm<?> previewed ? previewed.previewed(step) : null);
        return answer;
    }

    /**
     * The pages of the letter with the texts that are posted, and what differs from the draft. Nothing is kept: what counts is what is completed.
     *
     * @throws fairway.form.Refusal as completing the form would
     */
    @PostMapping(path = "/tasks/{id}/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public ResponseEntity<Preview> preview(@PathVariable("id") String id, @RequestBody String body, Principal user) {
        Task task = own(id, user);
        String formId = StepOfTask.formId(task.getTaskDefinitionKey());
        PreviewedForm<?> form = forms.task(formId).filter(PreviewedForm.class::isInstance).<PreviewedForm<?>>map(f -> (PreviewedForm<?>) f)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Step step = step(task, formId, user);
        log.read(form.showsHealth() ? AccessLog.Kind.HEALTH_RECORD : AccessLog.Kind.LETTER, step.businessKey() + " preview " + formId, step.userId());
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(forms.preview(form, step, body));
    }

    private Step step(Task task, String formId, Principal user) {
        String subject = StepOfTask.SUBJECTS.stream().map(name -> tasks.getVariable(task.getId(), name)).filter(Objects::nonNull)
                .map(Object::toString).findFirst().orElse(null);
        return new Step(formId, businessKey(task), subject, user.getName());
    }

    @PutMapping(path = "/tasks/{id}/draft", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void saveTaskDraft(@PathVariable("id") String id, @RequestBody String body, Principal user) {
        String key = businessKey(own(id, user));
        drafts.save(id, key == null || key.startsWith("L-") ? null : key, user.getName(), body);
    }

    @DeleteMapping("/tasks/{id}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void discardTaskDraft(@PathVariable("id") String id, Principal user) {
        drafts.discard(own(id, user).getId(), user.getName());
    }

    @GetMapping("/start-forms/{id}")
    @Transactional(readOnly = true)
    public Map<String, Object> startForm(@PathVariable("id") String id, Principal user) {
        StartForm<?> form = startable(id);
        ProcessDefinition definition = latest(form);
        Map<String, Object> answer = describe(form, new Step(form.id(), null, null, user.getName()), definition.getDeploymentId(),
                "start:" + form.processKey());
        answer.put("processKey", form.processKey());
        return answer;
    }

    @PutMapping(path = "/start-forms/{id}/draft", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void saveStartDraft(@PathVariable("id") String id, @RequestBody String body, Principal user) {
        drafts.save("start:" + startable(id).processKey(), user.getName(), body);
    }

    @DeleteMapping("/start-forms/{id}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void discardStartDraft(@PathVariable("id") String id, Principal user) {
        drafts.discard("start:" + startable(id).processKey(), user.getName());
    }

    private StartForm<?> startable(String id) {
        StartForm<?> form = forms.start(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (latest(form) == null || !mayStart(form)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return form;
    }

    /** As the engine has it: the process is open to one of their roles. */
    private boolean mayStart(StartForm<?> form) {
        return authorizations.isUserAuthorized(user.requireUserId(), user.roles().stream().map(Role::group).toList(), Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, form.processKey());
    }

    private ProcessDefinition latest(StartForm<?> form) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(form.processKey()).latestVersion().singleResult();
    }

    private Task own(String id, Principal user) {
        Task task = tasks.createTaskQuery().taskId(id).taskAssignee(user.getName()).singleResult();
        if (task == null || !mayHave(task, user.getName(), businessKey(task))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return task;
    }

    private boolean mayHave(Task task, String userId, String businessKey) {
        if (access.relation(userId, businessKey) == Relation.IN_CONFLICT) {
            return false;
        }
        boolean operations = tasks.getIdentityLinksForTask(task.getId()).stream().anyMatch(link -> Role.OPERATIONS.group().equals(link.getGroupId()));
        return operations ? user.roles().contains(Role.OPERATIONS) : access.mayHaveSteps(userId, businessKey);
    }

    private String businessKey(Task task) {
        return runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey();
    }

    private Map<String, Object> describe(Form<?> form, Step step, String deploymentId, String place) {
        JsonNode schema;
        try (InputStream resource = repository.getResourceAsStream(deploymentId, "forms/" + form.id() + ".form")) {
            schema = json.readTree(resource);
        } catch (IOException e) {
            throw new IllegalStateException("form " + form.id() + " of deployment " + deploymentId + " cannot be read", e);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("formId", form.id());
        answer.put("title", schema.path("title").asText(form.id()));
        answer.put("schema", schema);
        answer.put("prefill", form.prefill(step));
        answer.put("options", form.options(step));
        answer.put("draft", drafts.of(place, step.userId()).orElse(null));
        String key = step.businessKey();
        answer.put("caseNumber", key);
        boolean disclosure = key != null && forms.action("recordDisclosure").filter(action -> key.startsWith("PC-") && action.offered(step)).isPresent();
        answer.put("disclosureLink", disclosure ? "/cases/" + key + "/actions/recordDisclosure" : null);
        answer.put("caseLink", key == null ? null : key.startsWith("L-") ? "/lines/" + key : key.startsWith("SAR-") ? "/subject-access/" + key
                : "/cases/" + key);
        return answer;
    }
}
