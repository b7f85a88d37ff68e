package fairway.process.onetoone;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import fairway.form.FormDrafts;
import fairway.onetoone.LineProcess;
import fairway.onetoone.OneToOneBooking;
import fairway.onetoone.OneToOneClock;
import fairway.process.AsEngine;
import fairway.process.TaskOwners;
import fairway.process.Times;
import fairway.process.model.OneToOneCycleModel.Elements;
import fairway.process.model.OneToOneCycleModel.Messages;
import fairway.process.model.OneToOneCycleModel;
import fairway.staff.Line;
import fairway.staff.Lines;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one-to-one cycle of a line on the engine, found by the line's key. */
@Component
@Transactional
class LineProcessOnEngine implements LineProcess {

    /** The reminder before the one-to-one and the one of its record. */
    private static final int TIMERS = 2;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final AsEngine asEngine;
    private final Staff staff;
    private final Lines lines;
    private final FormDrafts drafts;
    private final TaskOwners owners;
    private final ObjectProvider<OneToOneBooking> booking;
    private final ObjectProvider<OneToOneClock> clock;

    LineProcessOnEngine(RuntimeService runtime, TaskService tasks, ManagementService management, AsEngine asEngine, Staff staff, Lines lines, FormDrafts drafts,
            TaskOwners owners, ObjectProvider<OneToOneBooking> booking, ObjectProvider<OneToOneClock> clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.asEngine = asEngine;
        this.staff = staff;
        this.lines = lines;
        this.drafts = drafts;
        this.owners = owners;
        this.booking = booking;
        this.clock = clock;
    }

    @Override
    public void start(Line line) {
        if (instances(line).isEmpty()) {
            startNext(line);
        }
    }

    /** Starts the next instance of the cycle, also while the one before is ending. */
    void startNext(Line line) {
        asEngine.run(() -> runtime.startProcessInstanceByKey(OneToOneCycleModel.KEY, line.businessKey()));
    }

    @Override
    public void end(Line line) {
        asEngine.run(() -> {
            instances(line).forEach(instance -> runtime.createMessageCorrelation(Messages.LINE_ENDED).processInstanceId(instance.getId()).correlate());
            tasksGoToTheManager(line);
        });
    }

    @Override
    public void datesChanged(Line line) {
        asEngine.run(() -> openTask(line).ifPresent(task -> booking.getObject().planned(line).ifPresent(oneToOne -> {
            Date start = oneToOne.plannedStart().map(Times::at).orElse(null);
            List<Job> timers = management.createJobQuery().timers().processInstanceId(task.getProcessInstanceId()).list();
            if (timers.size() < TIMERS && !Objects.equals(start, task.getFollowUpDate())) {
                comeUpAnew(task);
            } else {
                timers.forEach(timer -> management.recalculateJobDuedate(timer.getId(), false));
                tasks.setFollowUpDate(task.getId(), start);
                tasks.setDueDate(task.getId(), clock.getObject().recordDueBy(oneToOne).map(Times::endOf).orElse(null));
            }
        })));
    }

    /** A reminder has gone out for the date before: the task comes up anew with all of its timers, and keeps what was typed. */
    private void comeUpAnew(Task task) {
        Optional<FormDrafts.Draft> draft = Optional.ofNullable(task.getAssignee()).flatMap(user -> drafts.of(task.getId(), user));
        runtime.createProcessInstanceModification(task.getProcessInstanceId()).cancelAllForActivity(Elements.RECORD_ONE_TO_ONE)
                .startBeforeActivity(Elements.RECORD_ONE_TO_ONE).execute();
        Task anew = tasks.createTaskQuery().processInstanceId(task.getProcessInstanceId()).taskDefinitionKey(Elements.RECORD_ONE_TO_ONE).singleResult();
        draft.ifPresent(typed -> drafts.save(anew.getId(), task.getAssignee(), typed.data().toString()));
    }

    @Override
    public void ownerChanged(Line line) {
        asEngine.run(() -> tasksGoToTheManager(line));
    }

    /** Every task under the line's key that is its manager's: the record of the one-to-one, and copies on paper. Those of operations stay where they are. */
    private void tasksGoToTheManager(Line line) {
        String user = lines.latestOf(line.colleagueStaffNumber()).map(Line::managerStaffNumber).flatMap(staff::findCurrent).map(StaffMember::userId).orElse(null);
        tasks.createTaskQuery().processInstanceBusinessKey(line.businessKey()).withoutCandidateGroups().includeAssignedTasks().list().stream()
                .filter(task -> !Objects.equals(user, task.getAssignee())).forEach(task -> owners.give(task.getId(), user));
    }

    private Optional<Task> openTask(Line line) {
        return tasks.createTaskQuery().processDefinitionKey(OneToOneCycleModel.KEY).processInstanceBusinessKey(line.businessKey())
                .taskDefinitionKey(Elements.RECORD_ONE_TO_ONE).list().stream().findFirst();
    }

    private List<ProcessInstance> instances(Line line) {
        return asEngine.call(() -> runtime.createProcessInstanceQuery().processDefinitionKey(OneToOneCycleModel.KEY)
                .processInstanceBusinessKey(line.businessKey()).list());
    }
}
