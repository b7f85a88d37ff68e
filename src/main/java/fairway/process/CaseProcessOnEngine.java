package fairway.process;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import fairway.access.CaseAccess;
import fairway.performancecase.CaseProcess;
import fairway.performancecase.WhereItStands;
import fairway.process.performancecase.OwnersChangeJob;
import fairway.trust.WorkingDays;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a case asks of its running process, done on the engine: found by business key; deliveries go on whatever happens to their case. */
@Component
@Transactional
class CaseProcessOnEngine implements CaseProcess {

    private static final String CASE = "performanceCase";
    private static final String DELIVERY = "delivery";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final AsEngine asEngine;
    private final TaskOwners owners;
    private final ObjectProvider<CaseAccess> access;

    CaseProcessOnEngine(RuntimeService runtime, TaskService tasks, ManagementService management, RepositoryService repository,
                        @Lazy ProcessEngineConfigurationImpl engine, AsEngine asEngine, TaskOwners owners, ObjectProvider<CaseAccess> access) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.repository = repository;
        this.engine = engine;
        this.asEngine = asEngine;
        this.owners = owners;
        this.access = access;
    }

    @Override
    public void askForEnd(String number) {
        correlate(number, "caseEndAsked", null, null);
    }

    @Override
    public void pause(String number) {
        correlate(number, "casePaused", null, null);
        standStill(number);
    }

    @Override
    public void planRevised(String number, boolean endMoved) {
        correlate(number, "planRevised", "timeframeChanged", endMoved);
    }

    @Override
    public void performanceFell(String number) {
        correlate(number, "performanceFell", null, null);
    }

    /** Somebody ended the case while this was under way, or there never was a process, which must not be. */
    private RuntimeException notRunning(String number) {
        boolean ended = engine.getHistoryService().createHistoricProcessInstanceQuery().processDefinitionKey(CASE).processInstanceBusinessKey(number).finished().count() > 0;
        return ended ? new OptimisticLockingFailureException("case " + number + " ended meanwhile") : new IllegalStateException("no running process of case " + number);
    }

    private void correlate(String number, String message, String variable, Object value) {
        asEngine.run(() -> {
            ProcessInstance root = runtime.createProcessInstanceQuery().processDefinitionKey(CASE).processInstanceBusinessKey(number).list().stream()
                    .findFirst().orElseThrow(() -> notRunning(number));
            var correlation = runtime.createMessageCorrelation(message).processInstanceId(root.getProcessInstanceId());
            if (variable != null) {
                correlation.setVariable(variable, value);
            }
            correlation.correlate();
        });
    }

    @Override
    public void startReferral(String number, long referralId) {
        asEngine.run(() -> runtime.startProcessInstanceByKey("occupationalHealthReferral", number,
                java.util.Map.of("referral", String.valueOf(referralId))));
    }

    @Override
    public void standStill(String number) {
        asEngine.run(() -> {
            setJobs(number, SuspensionState.SUSPENDED);
            recalculateReceipts(number);
        });
    }

    @Override
    public void goOn(String number) {
        asEngine.run(() -> {
            setJobs(number, SuspensionState.ACTIVE);
            recalculateTimers(number);
            askDatesAnew(number, true);
        });
    }

    /** One by one and not in bulk: within a step that completes, a bulk change and a new due date of the same timer would lock each other out. */
    private void setJobs(String number, SuspensionState state) {
        List<String> ids = instances(number).stream().map(ProcessInstance::getProcessInstanceId).toList();
        engine.getCommandExecutorTxRequired().execute(context -> {
            ids.stream().flatMap(id -> management.createJobQuery().processInstanceId(id).list().stream())
                    .map(job -> context.getJobManager().findJobById(job.getId()))
                    .forEach(job -> job.setSuspensionState(state.getStateCode()));
            return null;
        });
    }

    @Override
    public void datesChanged(String number) {
        asEngine.run(() -> {
            recalculateTimers(number);
            askDatesAnew(number, false);
        });
    }

    /** Deliveries go on while a case stands still, but nobody's time to confirm a receipt runs. */
    private void recalculateReceipts(String number) {
        for (ProcessInstance delivery : runtime.createProcessInstanceQuery().processDefinitionKey(DELIVERY).processInstanceBusinessKey(number).list()) {
            for (Job timer : management.createJobQuery().timers().processInstanceId(delivery.getProcessInstanceId()).list()) {
                management.recalculateJobDuedate(timer.getId(), false);
            }
        }
    }

    @Override
    public void receiptsAskedAnew(String number) {
        asEngine.run(() -> recalculateReceipts(number));
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> outliving() {
        return asEngine.call(() -> runtime.createProcessInstanceQuery().processDefinitionKeyIn(DELIVERY, "occupationalHealthReferral", "letterCorrection").list().stream()
                .map(ProcessInstance::getBusinessKey).filter(key -> key != null && key.startsWith("PC-")).collect(Collectors.toSet()));
    }

    private void recalculateTimers(String number) {
        recalculateReceipts(number);
        for (ProcessInstance instance : instances(number)) {
            for (Job timer : management.createJobQuery().timers().processInstanceId(instance.getProcessInstanceId()).list()) {
                management.recalculateJobDuedate(timer.getId(), false);
            }
        }
    }

    /**
     * Due and follow-up dates of open tasks as their model gives them now. Dates that count working days from the day on which the task came
     * up are counted from today only after a stand-still.
     */
    private void askDatesAnew(String number, boolean afterStandStill) {
        owners.onTasks(instances(number), task -> {
            TaskDefinition definition = task.getTaskDefinition();
            anew(definition.getDueDateExpression(), task, afterStandStill).ifPresent(task::setDueDate);
            anew(definition.getFollowUpDateExpression(), task, afterStandStill).ifPresent(task::setFollowUpDate);
        });
    }

    private static Optional<Date> anew(Expression expression, TaskEntity task, boolean afterStandStill) {
        if (expression == null) {
            return Optional.empty();
        }
        boolean countsFromToday = expression.getExpressionText().matches(".*dueDates\\.(workingDays|usual|now)\\(.*");
        return countsFromToday && !afterStandStill ? Optional.empty() : Optional.ofNullable((Date) expression.getValue(task.getExecution()));
    }

    @Override
    public void ownersChanged(String number) {
        owners.askAnew(number, assignee -> !access.getObject().relation(assignee, number).isHr());
    }

    @Override
    public void ownersChangeOn(String number, LocalDate day) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            ProcessDefinition definition = repository.createProcessDefinitionQuery().processDefinitionKey(CASE).latestVersion().singleResult();
            TimerEntity timer = new TimerEntity();
            timer.setJobHandlerType(OwnersChangeJob.TYPE);
            timer.setJobHandlerConfiguration(new OwnersChangeJob.CaseNumber(number));
            timer.setDuedate(Times.at(day.atStartOfDay()));
            timer.setProcessDefinitionId(definition.getId());
            timer.setProcessDefinitionKey(definition.getKey());
            timer.setDeploymentId(definition.getDeploymentId());
            context.getJobManager().schedule(timer);
            return null;
        });
    }

    @Override
    @Transactional(readOnly = true)
    public List<WhereItStands> where(String number) {
        return asEngine.call(() -> {
            List<WhereItStands> found = new ArrayList<>();
            for (ProcessInstance instance : instances(number)) {
                for (Task task : tasks.createTaskQuery().processInstanceId(instance.getProcessInstanceId()).list()) {
                    String queue = task.getAssignee() != null ? task.getAssignee() : tasks.getIdentityLinksForTask(task.getId()).stream()
                            .map(link -> link.getGroupId()).filter(Objects::nonNull).findFirst().orElse(null);
                    String name = task.getName().endsWith(" · " + number)
                            ? task.getName().substring(0, task.getName().length() - number.length() - 3) : task.getName();
                    found.add(new WhereItStands(name, queue, local(task.getDueDate()), task.getId()));
                }
                for (Job timer : management.createJobQuery().timers().processInstanceId(instance.getProcessInstanceId()).list()) {
                    waitingAt(timer).ifPresent(name -> found.add(new WhereItStands(name, null, local(timer.getDuedate()), null)));
                }
            }
            found.sort(Comparator.comparing(WhereItStands::due, Comparator.nullsLast(Comparator.naturalOrder())));
            return found;
        });
    }

    /** Name of the event that the token waits at; empty for a reminder beside a task. */
    private Optional<String> waitingAt(Job timer) {
        String activity = management.createJobDefinitionQuery().jobDefinitionId(timer.getJobDefinitionId()).singleResult().getActivityId();
        var element = repository.getBpmnModelInstance(timer.getProcessDefinitionId()).getModelElementById(activity);
        return element instanceof org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent event ? Optional.ofNullable(event.getName()) : Optional.empty();
    }

    /** Deliveries included: a paper copy that is to be handed over is the new manager's, too. */
    private List<ProcessInstance> all(String number) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list();
    }

    private List<ProcessInstance> instances(String number) {
        return all(number).stream()
                .filter(i -> !DELIVERY.equals(repository.getProcessDefinition(i.getProcessDefinitionId()).getKey())).toList();
    }

    private static LocalDateTime local(Date date) {
        return date == null ? null : LocalDateTime.ofInstant(date.toInstant(), WorkingDays.LONDON);
    }
}
