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

/** HR names another HR adviser on the case; the former one loses their tasks at once. */
@Component
class ChangeAdviserForm implements CaseActionForm<ChangeAdviserForm.ChangeAdviser> {

    /** Keys of the form. */
    record ChangeAdviser(
            @NotBlank(message = "Choose the new HR adviser.") String adviser,
            @NotNull(message = "Enter the day from which it holds.") LocalDate from) {
    }

    private final Cases cases;
    private final CaseActors actors;
    private final PeopleNamed people;
    private final Staff staff;
    private final Clock clock;

    ChangeAdviserForm(Cases cases, CaseActors actors, PeopleNamed people, Staff staff, Clock clock) {
        this.cases = cases;
        this.actors = actors;
        this.people = people;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "changeAdviser";
    }

    @Override
    public String label() {
        return "Change the HR adviser";
    }

    @Override
    public Class<ChangeAdviser> type() {
        return ChangeAdviser.class;
    }

    @Override
    public boolean offered(Step step) {
        return cases.require(step.businessKey()).isOpen() && actors.isHr(step);
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        LocalDate today = LocalDate.now(clock);
        String adviser = cases.require(step.businessKey()).adviserOn(today);
        return Map.of("from", today, "_context", adviser == null ? "There is no HR adviser yet." : "HR adviser now: " + staff.require(adviser).fullName() + ".");
    }

    @Override
    public Map<String, List<Option>> options(Step step) {
        return Map.of("adviser", people.advisers(cases.require(step.businessKey())));
    }

    @Override
    public Answer complete(Step step, ChangeAdviser form) {
        PerformanceCase about = cases.require(step.businessKey());
        actors.requireHr(step);
        CaseActors.requireOpen(about);
        Refusals refusals = new Refusals();
        people.toAdvise(refusals, "adviser", form.adviser(), about);
        refusals.throwIfAny();
        cases.changeAdviser(about.number(), form.adviser(), form.from(), step.userId());
        return Answer.none();
    }

    @Override
    public Map<String, ?> chosen(ChangeAdviser form) {
        return Map.of("adviser", form.adviser(), "from", form.from());
    }
}
