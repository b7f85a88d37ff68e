package fairway.process;

import java.util.Optional;

import fairway.access.HrLabels;
import fairway.performancecase.Cases;
import fairway.correspondence.RequestReaders;
import fairway.records.SubjectAccess;
import fairway.staff.Line;
import fairway.staff.Lines;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import fairway.stage1.Stage1;
import fairway.stage1.SupportItem;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Who owns a task ({@code #{owners.…(execution)}} in the models), as user ids; null where nobody with a sign-in does. A case's owners are asked
 * for anew whenever they change.
 */
@Component("owners")
public class Owners {

    private final Cases cases;
    private final Lines lines;
    private final Staff staff;
    private final Stage1 stage1;
    private final HrLabels labels;
    private final SubjectAccess requests;

    Owners(Cases cases, Lines lines, Staff staff, Stage1 stage1, HrLabels labels, SubjectAccess requests) {
        this.cases = cases;
        this.lines = lines;
        this.staff = staff;
        this.stage1 = stage1;
        this.labels = labels;
        this.requests = requests;
    }

    /**
     * Who acts as manager: of the case the deputy or manager, or the HR adviser while there is none who can; of a line whoever manages its colleague now; of an
     * access request whoever of HR answers it, or another of HR of the whole Trust while they cannot.
     */
    public String manager(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        if (isLine(key)) {
            return lines.latestOf(lines.require(key).colleagueStaffNumber()).map(Line::managerStaffNumber).flatMap(this::user).orElse(null);
        }
        if (isRequest(key)) {
            return requests.handedOverBy(key).orElse(null);
        }
        return cases.ownerOf(key).flatMap(this::user).or(() -> adviserOf(key)).orElse(null);
    }

    /** The HR adviser of the case, or whoever of HR answers the access request; null until one is named who can act, the task waits in {@link #hrQueue} then. */
    public String adviser(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        return (isRequest(key) ? requests.handledBy(key) : adviserOf(key)).orElse(null);
    }

    /** Candidate group of HR's tasks of the case. */
    public String hrQueue(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        return isRequest(key) ? HrLabels.WHOLE_TRUST : labels.queueOf(key);
    }

    /** Whom the plan names as reviewer, or the manager. */
    public String reviewer(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        return stage1.findPlan(key).flatMap(plan -> user(cases.doneBy(key, plan.reviewer()))).orElseGet(() -> manager(execution));
    }

    /** Who took the support item of variable {@code supportItem} on, or the manager. */
    public String arranger(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        long item = Long.parseLong(String.valueOf(execution.getVariable("supportItem")));
        return stage1.support(key).stream().filter(s -> s.id() == item).findFirst().map(SupportItem::arrangedBy)
                .flatMap(person -> user(cases.doneBy(key, person))).orElseGet(() -> manager(execution));
    }

    private Optional<String> adviserOf(String number) {
        return cases.adviserOf(number).flatMap(this::user);
    }

    private Optional<String> user(String staffNumber) {
        return staff.findCurrent(staffNumber).map(StaffMember::userId);
    }

    private static boolean isRequest(String businessKey) {
        return businessKey != null && businessKey.startsWith(RequestReaders.REQUEST);
    }

    private static boolean isLine(String businessKey) {
        return businessKey != null && businessKey.startsWith("L-");
    }
}
