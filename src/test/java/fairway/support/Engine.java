package fairway.support;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import fairway.trust.WorkingDays;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;

/** The engine as a test drives it: as a person completing forms, and as time going by from due job to due job. */
public class Engine {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final IdentityService identity;

    public Engine(RuntimeService runtime, TaskService tasks, ManagementService management, IdentityService identity, RepositoryService repository) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.identity = identity;
    }

    /** Starts a process by its start form as that user, e.g. {@code start("manager", "performanceCase", "{…}")}. */
    public ProcessInstance start(String user, String processKey, String submission) {
        return as(user, () -> runtime.startProcessInstanceByKey(processKey, submission(submission)));
    }

    /** The one open task of that form under that business key, whoever has it. */
    public Task task(String formId, String businessKey) {
        List<Task> found = tasks(formId, businessKey);
        if (found.size() != 1) {
            throw new AssertionError("expected one task " + formId + " of " + businessKey + " but found " + found.size()
                    + "; open are " + open(businessKey));
        }
        return found.get(0);
    }

    public List<Task> tasks(String formId, String businessKey) {
        return tasks.createTaskQuery().taskDefinitionKey("userTask_" + formId).processInstanceBusinessKey(businessKey).list();
    }

    public boolean isOpen(String formId, String businessKey) {
        return !tasks(formId, businessKey).isEmpty();
    }

    /** Form ids of the open tasks under that key, sorted. */
    public List<String> open(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list().stream()
                .map(t -> t.getTaskDefinitionKey().substring("userTask_".length())).sorted().toList();
    }

    /** Completes the one open task of that form with the submission, as its assignee. */
    public void complete(String formId, String businessKey, String submission) {
        Task task = task(formId, businessKey);
        if (task.getAssignee() == null) {
            throw new AssertionError(formId + " of " + businessKey + " is in a queue: completeAs(user, …)");
        }
        complete(task.getAssignee(), task, submission);
    }

    /** Completes it as that user, who claims it first where it is in a queue. */
    public void completeAs(String user, String formId, String businessKey, String submission) {
        Task task = task(formId, businessKey);
        if (task.getAssignee() == null) {
            tasks.setAssignee(task.getId(), user);
        }
        complete(user, task, submission);
    }

    public void complete(String user, Task task, String submission) {
        as(user, () -> {
            tasks.complete(task.getId(), submission(submission));
            return null;
        });
    }

    /** Runs what is due now, asynchronous steps included, until nothing is due any more; timers only if due at the test clock. */
    public void runDue() {
        for (int round = 0; round < 1_000; round++) {
            List<Job> due = management.createJobQuery().executable().active().withRetriesLeft().list().stream()
                    .filter(j -> !isHistoryCleanup(j)).toList();
            if (due.isEmpty()) {
                return;
            }
            management.executeJob(due.stream().min(Comparator.comparing(j -> j.getDuedate() == null ? new java.util.Date(0) : j.getDuedate())).orElseThrow().getId());
        }
        throw new AssertionError("jobs do not come to an end");
    }

    /** Moves the clock to that London time, stepping from due job to due job on the way. */
    public void timePassesTo(LocalDateTime london) {
        runDue();
        while (true) {
            Job next = management.createJobQuery().active().withRetriesLeft().list().stream()
                    .filter(j -> j.getDuedate() != null && !isHistoryCleanup(j))
                    .min(Comparator.comparing(Job::getDuedate)).orElse(null);
            if (next == null || local(next.getDuedate()).isAfter(london)) {
                break;
            }
            if (local(next.getDuedate()).isAfter(TestClock.now())) {
                TestClock.set(local(next.getDuedate()));
            }
            management.executeJob(next.getId());
            runDue();
        }
        TestClock.set(london);
    }

    /** When the timer at that element fires, London time; null when there is none. */
    public LocalDateTime timer(String elementId, String businessKey) {
        return management.createJobQuery().timers().activityId(elementId).list().stream()
                .filter(j -> businessKey.equals(businessKeyOf(j))).map(j -> local(j.getDuedate())).min(Comparator.naturalOrder()).orElse(null);
    }

    public LocalDateTime due(Task task) {
        return task.getDueDate() == null ? null : local(task.getDueDate());
    }

    public LocalDateTime followUp(Task task) {
        return task.getFollowUpDate() == null ? null : local(task.getFollowUpDate());
    }

    public List<String> candidateGroups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(java.util.Objects::nonNull).sorted().toList();
    }

    public <T> T as(String user, Supplier<T> work) {
        identity.setAuthenticatedUserId(user);
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** The transient JSON variable by which forms are submitted. */
    public static Map<String, Object> submission(String json) {
        return Variables.createVariables().putValueTyped("submission", SpinValues.jsonValue(json).setTransient(true).create());
    }

    private String businessKeyOf(Job job) {
        ProcessInstance instance = runtime.createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId()).singleResult();
        return instance == null ? null : instance.getBusinessKey();
    }

    private static boolean isHistoryCleanup(Job job) {
        return job.getProcessDefinitionId() == null;
    }

    private static LocalDateTime local(java.util.Date date) {
        return LocalDateTime.ofInstant(date.toInstant(), WorkingDays.LONDON);
    }
}
