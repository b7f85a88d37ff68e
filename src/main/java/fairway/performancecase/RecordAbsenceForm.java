package fairway.performancecase;

import java.time.LocalDate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import fairway.form.Answer;
import fairway.form.CaseActionForm;
import fairway.form.Option;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.staff.Absences;
import fairway.staff.Staff;
import fairway.trust.InWords;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.stereotype.Component;

/** Colleague or manager is away: every clock of the case stands still. The reason is not asked for. */
@Component
class RecordAbsenceForm implements CaseActionForm<RecordAbsenceForm.RecordAbsence> {

    /** Keys of the form; to is empty while the return is not known. */
    record RecordAbsence(
            @NotBlank(message = "Choose who is away.") String person,
            @NotNull(message = "Enter the first day away.") LocalDate from,
            LocalDate to) {
    }

    private final Cases cases;
    private final CaseActors actors;
    private final PeopleNamed people;
    private final Absences absences;
    private final Staff staff;
    private final Chronology chronology;
    private final Clock clock;

    RecordAbsenceForm(Cases cases, CaseActors actors, PeopleNamed people, Absences absences, Staff staff, Chronology chronology, Clock clock) {
        this.cases = cases;
        this.actors = actors;
        this.people = people;
        this.absences = absences;
        this.staff = staff;
        this.chronology = chronology;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "recordAbsence";
    }

    @Override
    public String label() {
        return "Record an absence";
    }

    @Override
    public Class<RecordAbsence> type() {
        return RecordAbsence.class;
    }

    @Override
    public boolean offered(Step step) {
        return cases.require(step.businessKey()).isOpen() && actors.isEither(step);
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        return Map.of("from", LocalDate.now(clock));
    }

    @Override
    public Map<String, List<Option>> options(Step step) {
        PerformanceCase about = cases.require(step.businessKey());
        return Map.of("person", Stream.of(about.colleague(), about.managerOn(LocalDate.now(clock))).flatMap(n -> staff.findCurrent(n).stream())
                .map(PeopleNamed::option).toList());
    }

    @Override
    public Answer complete(Step step, RecordAbsence form) {
        PerformanceCase about = cases.require(step.businessKey());
        actors.requireEither(step);
        CaseActors.requireOpen(about);
        Refusals refusals = new Refusals();
        boolean known = people.current(refusals, "person", form.person()).isPresent();
        refusals.when(known && !form.person().equals(about.colleague()) && !form.person().equals(about.managerOn(LocalDate.now(clock))), "person",
                "notOfTheCase", "", "Only an absence of the colleague or of the manager stops the clocks. Choose one of them.");
        refusals.when(form.to() != null && form.to().isBefore(form.from()), "to", "notBeforeFrom", "", "The last day away cannot lie before the first one.");
        refusals.throwIfAny();
        chronology.add(about.number(), step.userId(), "Absence of the " + (form.person().equals(about.colleague()) ? "colleague" : "manager")
                + " recorded from " + InWords.of(form.from()) + (form.to() == null ? ", return not known" : " to " + InWords.of(form.to())), null);
        absences.record(form.person(), form.from(), form.to());
        return Answer.none();
    }
}
