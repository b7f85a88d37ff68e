package fairway.process.records;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import fairway.access.Role;
import fairway.process.AsEngine;
import fairway.process.Times;
import fairway.process.performancecase.OwnersChangeJob;
import fairway.records.EngineRecords;
import fairway.trust.WorkingDays;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The engine forgets by business key. Its own cleaning by age is off: it knows no legal hold. */
@Component
@Transactional
class EngineRecordsOnEngine implements EngineRecords {

    /** Longest {@code in (…)} of a query. */
    private static final int AT_ONCE = 500;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final RuntimeService runtime;
    private final HistoryService history;
    private final TaskService tasks;
    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final ProcessEngineConfigurationImpl engine;
    private final AsEngine asEngine;
    private final JdbcTemplate jdbc;

    EngineRecordsOnEngine(RuntimeService runtime, HistoryService history, TaskService tasks, IdentityService identity, AuthorizationService authorizations, FilterService filters,
                          @Lazy ProcessEngineConfigurationImpl engine, AsEngine asEngine, JdbcTemplate jdbc) {
        this.runtime = runtime;
        this.history = history;
        this.tasks = tasks;
        this.identity = identity;
        this.authorizations = authorizations;
        this.filters = filters;
        this.engine = engine;
        this.asEngine = asEngine;
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> erase(String businessKey) {
        return asEngine.call(() -> {
            Set<String> open = tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list().stream().map(Task::getId).collect(Collectors.toSet());
            runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).rootProcessInstances().list().stream().map(ProcessInstance::getId)
                    .forEach(id -> runtime.deleteProcessInstance(id, "retention", true, true, true, false));
            timersOf(businessKey);
            forget(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(businessKey).list());
            return open;
        });
    }

    /** Timers that belong to no instance: the days on which owners change. */
    private void timersOf(String number) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            List<JobEntity> timers = context.getJobManager().findJobsByConfiguration(OwnersChangeJob.TYPE, number, null);
            timers.forEach(JobEntity::delete);
            return null;
        });
    }

    @Override
    public int eraseFinished(String businessKey, LocalDate before) {
        return asEngine.call(() -> forget(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(businessKey).finishedBefore(Times.at(before.atStartOfDay())).list()));
    }

    private int forget(List<HistoricProcessInstance> instances) {
        List<String> ids = instances.stream().map(HistoricProcessInstance::getId).toList();
        if (!ids.isEmpty()) {
            history.deleteHistoricProcessInstances(ids);
        }
        return ids.size();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Integer> finishedOfLines(LocalDate before) {
        return asEngine.call(() -> {
            Map<String, Integer> lines = new TreeMap<>();
            history.createHistoricProcessInstanceQuery().processInstanceBusinessKeyLike("L-%").finishedBefore(Times.at(before.atStartOfDay())).list()
                    .forEach(instance -> lines.merge(instance.getBusinessKey(), 1, Integer::sum));
            return lines;
        });
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> tasksOf(String businessKey) {
        return asEngine.call(() -> tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list().stream().map(Task::getId).collect(Collectors.toSet()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> stepsOf(String userId, LocalDateTime from, LocalDateTime until) {
        return userId == null ? List.of() : asEngine.call(() -> history.createHistoricTaskInstanceQuery().taskAssignee(userId).finishedAfter(Times.at(from)).finishedBefore(Times.at(until)).orderByHistoricTaskInstanceEndTime().desc().list()
                .stream().map(step -> step.getName() + ", " + LocalDateTime.ofInstant(step.getEndTime().toInstant(), WorkingDays.LONDON).format(DAY)).toList());
    }

    /** From the engine's own tables: asked for through its identity service, the account would be that of the Trust's directory where there is one. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Account> accountOf(String userId) {
        List<String> groups = jdbc.queryForList("select group_id_ from act_id_membership where user_id_ = ? order by group_id_", String.class, userId);
        return jdbc.query("select id_, concat_ws(' ', first_, last_), email_ from act_id_user where id_ = ?", (row, n) -> new Account(row.getString(1), row.getString(2), row.getString(3), groups),
                userId).stream().findFirst();
    }

    @Override
    public boolean forgetUser(String userId) {
        return asEngine.call(() -> {
            List<String> users = identity.createNativeUserQuery().sql("select * from act_id_user where lower(id_) = lower(#{user})").parameter("user", userId).list().stream()
                    .map(User::getId).toList();
            Set<String> administrators = identity.createUserQuery().memberOfGroup(Role.ADMINISTRATOR.group()).list().stream().map(User::getId).collect(Collectors.toSet());
            if (!administrators.isEmpty() && users.containsAll(administrators)) {
                return false;
            }
            for (String user : users) {
                authorizations.createAuthorizationQuery().userIdIn(user).list().forEach(right -> authorizations.deleteAuthorization(right.getId()));
                filters.createFilterQuery().filterOwner(user).list().forEach(filter -> filters.deleteFilter(filter.getId()));
                identity.deleteUserPicture(user);
                identity.deleteUser(user);
            }
            return true;
        });
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> businessKeysOf(Collection<String> taskIds) {
        return asEngine.call(() -> {
            Map<String, String> keys = new HashMap<>();
            List<String> all = new ArrayList<>(taskIds);
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                List<Task> open = tasks.createTaskQuery().taskIdIn(all.subList(from, Math.min(from + AT_ONCE, all.size())).toArray(String[]::new)).list();
                Map<String, String> byInstance = open.isEmpty() ? Map.of() : runtime.createProcessInstanceQuery()
                        .processInstanceIds(open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet())).list().stream()
                        .filter(instance -> instance.getBusinessKey() != null).collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
                open.stream().filter(task -> byInstance.containsKey(task.getProcessInstanceId())).forEach(task -> keys.put(task.getId(), byInstance.get(task.getProcessInstanceId())));
            }
            return keys;
        });
    }
}
