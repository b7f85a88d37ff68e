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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.stereotype.Component;

/** Manager or HR names somebody who stands in for the manager for a time. */
@Component
class NameDeputyForm implements CaseActionForm<NameDeputyForm.NameDeputy> {

    /** Keys of the form. */
    record NameDeputy(
            @NotBlank(message = "Choose the deputy.") String deputy,
            @NotNull(message = "Enter the first day.") LocalDate from,
            @NotNull(message = "Enter the last day.") LocalDate to) {
    }

    private final Cases cases;
    private final CaseActors actors;
    private final PeopleNamed people;
    private final Clock clock;

    NameDeputyForm(Cases cases, CaseActors actors, PeopleNamed people, Clock clock) {
        this.cases = cases;
        this.actors = actors;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "nameDeputy";
    }

    @Override
    public String label() {
        return "Name a deputy";
    }

    @Override
    public Class<NameDeputy> type() {
        return NameDeputy.class;
    }

    @Override
    public boolean offered(Step step) {
        return cases.require(step.businessKey()).isOpen() && actors.isEither(step) && !actors.isDeputy(step);
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        return Map.of("from", LocalDate.now(clock));
    }

    @Override
    public Map<String, List<Option>> options(Step step) {
        return Map.of("deputy", people.managers(cases.require(step.businessKey())));
    }

    @Override
    public Answer complete(Step step, NameDeputy form) {
        PerformanceCase about = cases.require(step.businessKey());
        actors.requireEither(step);
        CaseActors.requireOpen(about);
        LocalDate today = LocalDate.now(clock);
        Refusals refusals = new Refusals();
        refusals.when(actors.isDeputy(step), "", "managerOrHrOnly", "", "Who stands in for the manager names no deputy. Ask the manager or the HR adviser on the case.");
        people.toManage(refusals, "deputy", form.deputy(), about);
        refusals.when(form.deputy().equals(about.managerOn(today)), "deputy", "isManager", "", "This person manages the case. Choose somebody else.");
        refusals.when(form.to().isBefore(form.from()), "to", "notBeforeFrom", "", "The last day cannot lie before the first one.");
        refusals.when(!form.to().isBefore(form.from()) && form.to().isBefore(today), "to", "notInPast", "", "The last day lies in the past already.");
        refusals.throwIfAny();
        cases.nameDeputy(about.number(), form.deputy(), form.from(), form.to(), step.userId());
        return Answer.none();
    }

    @Override
    public Map<String, ?> chosen(NameDeputy form) {
        return Map.of("deputy", form.deputy(), "from", form.from(), "to", form.to());
    }
}
