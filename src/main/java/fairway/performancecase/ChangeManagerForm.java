package fairway.performancecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import fairway.form.Answer;
import fairway.form.CaseActionForm;
import fairway.form.Option;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.staff.Staff;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.stereotype.Component;

/** HR names another manager of the case; the former one loses access at once. */
@Component
class ChangeManagerForm implements CaseActionForm<ChangeManagerForm.ChangeManager> {

    /** Keys of the form. */
    record ChangeManager(
            @NotBlank(message = "Choose the new manager of the case.") String manager,
            @NotNull(message = "Enter the day from which it holds.") LocalDate from) {
    }

    private final Cases cases;
    private final CaseActors actors;
    private final PeopleNamed people;
    private final Staff staff;
    private final Clock clock;

    ChangeManagerForm(Cases cases, CaseActors actors, PeopleNamed people, Staff staff, Clock clock) {
        this.cases = cases;
        this.actors = actors;
        this.people = people;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "changeManager";
    }

    @Override
    public String label() {
        return "Change the manager";
    }

    @Override
    public Class<ChangeManager> type() {
        return ChangeManager.class;
    }

    @Override
    public boolean offered(Step step) {
        return cases.require(step.businessKey()).isOpen() && actors.isHr(step);
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        PerformanceCase about = cases.require(step.businessKey());
        return Map.of("from", LocalDate.now(clock), "_context", "Manager now: " + staff.require(about.managerOn(LocalDate.now(clock))).fullName() + ".");
    }

    @Override
    public Map<String, List<Option>> options(Step step) {
        return Map.of("manager", people.managers(cases.require(step.businessKey())));
    }

    @Override
    public Answer complete(Step step, ChangeManager form) {
        PerformanceCase about = cases.require(step.businessKey());
        actors.requireHr(step);
        CaseActors.requireOpen(about);
        Refusals refusals = new Refusals();
        people.toManage(refusals, "manager", form.manager(), about);
        refusals.when(form.manager().equals(about.managerOn(LocalDate.now(clock))), "manager", "isManager", "", "This person manages the case already. Choose somebody else.");
        refusals.throwIfAny();
        cases.changeManager(about.number(), form.manager(), form.from(), step.userId());
        return Answer.none();
    }

    @Override
    public Map<String, ?> chosen(ChangeManager form) {
        return Map.of("manager", form.manager(), "from", form.from());
    }
}
