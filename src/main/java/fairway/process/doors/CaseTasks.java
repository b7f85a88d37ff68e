package fairway.process.doors;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import fairway.access.CaseAccess;
import fairway.access.HrLabels;
import fairway.access.Identities;
import fairway.access.Identity;
import fairway.access.Relation;
import fairway.access.Role;
import fairway.correspondence.RequestReaders;
import fairway.records.SubjectAccess;
import fairway.staff.StaffChanged;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Whose task is whose at the engine's doors: the assignee's; HR's by their labels, assigned or not; operations' own queue. Nobody in conflict
 * with a case has any of its tasks.
 */
@Component
class CaseTasks {

    private static final int FEW = 300;
    private static final int MINUTES_AS_MANY = 5;
    private static final String WITHIN_REACH = "select id_ from act_ru_task where assignee_ = ? union select task_id_ from act_ru_identitylink"
            + " where group_id_ = any (?) and type_ = 'candidate' and task_id_ is not null limit " + (FEW + 1);

    private static final int MINUTES_AS_WHOLE = 2;
    private static final String GIVEN = "select t.id_, i.business_key_, exists (select from act_ru_identitylink l where l.task_id_ = t.id_ and l.group_id_ = ?)"
            + " from act_ru_task t left join act_ru_execution i on i.id_ = t.proc_inst_id_ where t.assignee_ = ?";

    private final CaseAccess access;
    private final HrLabels labels;
    private final Identities identities;
    private final ObjectProvider<SubjectAccess> requests;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Map<String, Many> many = new ConcurrentHashMap<>();
    private final Map<String, Whole> whole = new ConcurrentHashMap<>();

    CaseTasks(CaseAccess access, HrLabels labels, Identities identities, ObjectProvider<SubjectAccess> requests, JdbcTemplate jdbc, Clock clock) {
        this.access = access;
        this.labels = labels;
        this.identities = identities;
        this.requests = requests;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What somebody's task lists are narrowed down to: assigned to them, or in a queue of theirs.
     *
     * @param everyDivision whether every division's queue is theirs
     * @param queues        the other queues
     */
    record Reach(String userId, boolean everyDivision, List<String> queues) {

        boolean isOnlyTheirOwn() {
            return !everyDivision && queues.isEmpty();
        }

        boolean includesQueue(String queue) {
            return queues.contains(queue) || everyDivision && queue.startsWith(HrLabels.DIVISION);
        }
    }

    /** A reach that held more than a few tasks. For some minutes it is not read again only to find that it still does. */
    private record Many(Reach reach, Instant until) {
    }

    /** The groups with which everything given to somebody was theirs. */
    private record Whole(Set<String> groups, Instant until) {
    }

    Reach reach(Authentication user) {
        Collection<String> groups = groups(user);
        HrLabels.Labels hr = groups.contains(Role.HR.group()) ? labels.ofUser(user.getUserId()) : HrLabels.Labels.NONE;
        Set<String> queues = new LinkedHashSet<>(hr.labels());
        if (groups.contains(Role.OPERATIONS.group())) {
            queues.add(Role.OPERATIONS.group());
        }
        return new Reach(user.getUserId(), hr.everyDivision(), List.copyOf(queues));
    }

    /**
     * Whether the policy still says of everything given to them that it is theirs. It is asked of each task when their groups are others than the last time,
     * after a staff list that this node took, and every {@value #MINUTES_AS_WHOLE} minutes; whoever loses a part in a case loses its tasks in the same step.
     */
    boolean hasOnlyTheirs(Authentication user) {
        Set<String> groups = Set.copyOf(groups(user));
        Whole before = whole.get(user.getUserId());
        if (before != null && before.groups().equals(groups) && clock.instant().isBefore(before.until())) {
            return true;
        }
        List<String[]> given = given(user);
        boolean onlyTheirs = stillTheirs(user, given).size() == given.size();
        if (onlyTheirs) {
            whole.put(user.getUserId(), new Whole(groups, clock.instant().plus(MINUTES_AS_WHOLE, ChronoUnit.MINUTES)));
        }
        return onlyTheirs;
    }

    /** Parts in cases and labels of HR come from the staff list. */
    @TransactionalEventListener(classes = StaffChanged.class, fallbackExecution = true)
    void askAnew() {
        whole.clear();
    }

    /** Ids of the tasks given to them that the policy still says are theirs. */
    List<String> stillTheirs(Authentication user) {
        return stillTheirs(user, given(user));
    }

    private List<String> stillTheirs(Authentication user, List<String[]> given) {
        boolean operations = groups(user).contains(Role.OPERATIONS.group());
        Map<Optional<String>, Boolean> byKey = new HashMap<>();
        return given.stream().filter(task -> Boolean.parseBoolean(task[2]) ? operations : byKey.computeIfAbsent(Optional.ofNullable(task[1]), key -> mayHave(user, task[1])))
                .map(task -> task[0]).toList();
    }

    /** Id, business key, and whether it came from operations' queue, of each task that is given to them. */
    private List<String[]> given(Authentication user) {
        return jdbc.query(GIVEN, (row, n) -> new String[]{row.getString(1), row.getString(2), String.valueOf(row.getBoolean(3))}, Role.OPERATIONS.group(), user.getUserId());
    }

    private boolean mayHave(Authentication user, String key) {
        return !isInConflict(user, key) && !isRequestShutTo(user, key) && access.mayHaveSteps(user.getUserId(), key);
    }

    /** Ids of the tasks within reach; empty when they are more than {@value #FEW}, or were {@value #MINUTES_AS_MANY} minutes ago or less. */
    Optional<List<String>> fewTasksOf(Reach reach) {
        Many before = many.get(reach.userId());
        if (reach.everyDivision() || before != null && before.reach().equals(reach) && clock.instant().isBefore(before.until())) {
            return Optional.empty();
        }
        List<String> found = jdbc.queryForList(WITHIN_REACH, String.class, reach.userId(), reach.queues().toArray(String[]::new));
        if (found.size() > FEW) {
            many.put(reach.userId(), new Many(reach, clock.instant().plus(MINUTES_AS_MANY, ChronoUnit.MINUTES)));
            return Optional.empty();
        }
        many.remove(reach.userId());
        return Optional.of(found);
    }

    /** Whether the task may be seen: the same answer as its appearing in the user's lists. */
    boolean maySee(Authentication user, TaskEntity task) {
        return isTheirs(user, task);
    }

    /**
     * Whether it may be worked on: by its assignee, or claimed from a queue of theirs while nobody has it. Whoever manages a case decides nothing in it for HR (PM-01),
     * also when they are of HR themselves.
     */
    boolean mayWork(Authentication user, TaskEntity task) {
        return (user.getUserId().equals(task.getAssignee()) || task.getAssignee() == null) && isTheirs(user, task) && !isHrsStepOfTheirOwnCase(user, task);
    }

    private boolean isHrsStepOfTheirOwnCase(Authentication user, TaskEntity task) {
        String key = task.getProcessInstance() == null ? null : task.getProcessInstance().getBusinessKey();
        return key != null && key.startsWith("PC-") && task.getIdentityLinks().stream().map(IdentityLinkEntity::getGroupId).anyMatch(CaseTasks::isQueueOfHr)
                && access.relation(user.getUserId(), key).ownsTheCase();
    }

    private static boolean isQueueOfHr(String group) {
        return group != null && (group.startsWith(HrLabels.DIVISION) || group.startsWith(HrLabels.CASE));
    }

    /** Whether it is theirs and came from a queue. */
    boolean mayHandBack(Authentication user, TaskEntity task) {
        return user.getUserId().equals(task.getAssignee()) && isInQueueOf(user, task) && isTheirs(user, task);
    }

    /** Whether a case's or line's process instance may be looked at by its parties; operations are asked for elsewhere. */
    boolean maySee(Authentication user, String businessKey) {
        if (businessKey == null) {
            return false;
        }
        return isLine(businessKey) ? access.maySeeLine(user.getUserId(), businessKey) : access.maySee(user.getUserId(), businessKey);
    }

    boolean isInConflict(Authentication user, String businessKey) {
        if (businessKey == null || isLine(businessKey)) {
            return false;
        }
        return businessKey.startsWith(RequestReaders.REQUEST) ? shutTo(user).contains(businessKey)
                : access.relation(user.getUserId(), businessKey) == Relation.IN_CONFLICT;
    }

    /** Business keys of what a conflict shuts to the user: cases, and access requests that they may not answer. */
    Set<String> shutTo(Authentication user) {
        return access.shutTo(user.getUserId());
    }

    /** The groups of the sign-in; asked for where the engine was told the user alone. */
    Collection<String> groups(Authentication user) {
        return user.getGroupIds() != null ? user.getGroupIds() : identities.find(user.getUserId()).map(Identity::groups).orElse(Set.of());
    }

    static boolean isQueue(String group) {
        return group.startsWith(HrLabels.DIVISION) || group.startsWith(HrLabels.CASE) || group.equals(Role.OPERATIONS.group());
    }

    /**
     * Nobody's in conflict, and no access request its own subject's. What stands in a queue is theirs whose queue that is now; what was given to somebody is
     * theirs only while they have a part in the case or line.
     */
    private boolean isTheirs(Authentication user, TaskEntity task) {
        String key = task.getProcessInstance() == null ? null : task.getProcessInstance().getBusinessKey();
        if (isInConflict(user, key)) {
            return false;
        }
        if (task.getIdentityLinks().stream().anyMatch(link -> Role.OPERATIONS.group().equals(link.getGroupId()))) {
            return groups(user).contains(Role.OPERATIONS.group());
        }
        return !isRequestShutTo(user, key) && (isInQueueOf(user, task) || user.getUserId().equals(task.getAssignee()) && access.mayHaveSteps(user.getUserId(), key));
    }

    private boolean isRequestShutTo(Authentication user, String key) {
        return key != null && key.startsWith(RequestReaders.REQUEST) && requests.getObject().isShutTo(user.getUserId(), key);
    }

    private boolean isInQueueOf(Authentication user, TaskEntity task) {
        Reach reach = reach(user);
        return !reach.isOnlyTheirOwn() && task.getIdentityLinks().stream().map(IdentityLinkEntity::getGroupId)
                .filter(group -> group != null && isQueue(group))
                .anyMatch(reach::includesQueue);
    }

    private static boolean isLine(String businessKey) {
        return businessKey.startsWith("L-");
    }
}
