package fairway.performancecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fairway.access.CaseAccess;
import fairway.correspondence.Letters;
import fairway.form.Answer;
import fairway.form.Option;
import fairway.form.Refusal;
import fairway.form.Refusals;
import fairway.form.StartForm;
import fairway.form.Step;
import fairway.staff.Lines;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.stereotype.Component;

/** A manager raises a concern about somebody of their own lines; an open case takes it up (PM-11, PM-12). */
@Component
class RaiseConcernForm implements StartForm<RaiseConcernForm.RaiseConcern> {

    /** Keys of the form. */
    record RaiseConcern(
            @NotBlank(message = "Choose the colleague.") String colleague,
            @NotNull(message = "Choose what the concern is about.") ConcernKind concernKind,
            @NotBlank(message = "Say what the concern is.") String description,
            @NotBlank(message = "Name the standard of the job description that it is measured against.") String standard) {
    }

    private final PerformanceCases cases;
    private final CaseConcerns concerns;
    private final CaseNumbers numbers;
    private final Chronology chronology;
    private final Staff staff;
    private final Lines lines;
    private final PeopleNamed people;
    private final Letters letters;
    private final CaseAccess access;
    private final PartiesOfCases parties;
    private final Clock clock;

    RaiseConcernForm(PerformanceCases cases, CaseConcerns concerns, CaseNumbers numbers, Chronology chronology, Staff staff, Lines lines, PeopleNamed people,
                     Letters letters, CaseAccess access, PartiesOfCases parties, Clock clock) {
        this.cases = cases;
        this.concerns = concerns;
        this.numbers = numbers;
        this.chronology = chronology;
        this.staff = staff;
        this.lines = lines;
        this.people = people;
        this.letters = letters;
        this.access = access;
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "raiseConcern";
    }

    @Override
    public String processKey() {
        return "performanceCase";
    }

    @Override
    public Class<RaiseConcern> type() {
        return RaiseConcern.class;
    }

    @Override
    public Map<String, List<Option>> options(Step step) {
        List<Option> colleagues = staff.byUser(step.userId()).stream().flatMap(manager -> lines.ofManager(manager.staffNumber()).stream())
                .flatMap(line -> staff.findCurrent(line.colleagueStaffNumber()).stream()).map(PeopleNamed::option).toList();
        return Map.of("colleague", colleagues);
    }

    @Override
    public Answer complete(Step step, RaiseConcern form) {
        StaffMember manager = staff.byUser(step.userId()).orElseThrow(() -> new Refusal("", "notOnStaffList", "",
                "Your sign-in is not on the staff list, so you have no lines. The Trust's Fairway administrator can put that right."));
        Refusals refusals = new Refusals();
        Optional<StaffMember> colleague = people.current(refusals, "colleague", form.colleague());
        boolean themselves = form.colleague().equals(manager.staffNumber());
        refusals.when(themselves, "colleague", "yourself", "PM-12", "You cannot raise a concern about yourself. Choose somebody of your own lines.");
        refusals.when(colleague.isPresent() && !themselves && lines.ofManager(manager.staffNumber()).stream()
                .noneMatch(line -> line.colleagueStaffNumber().equals(form.colleague())), "colleague", "ownLine", "PM-12",
                "This colleague is not in one of your lines. Only their line manager raises a concern.");
        refusals.throwIfAny();
        numbers.queueUp();
        LocalDate today = LocalDate.now(clock);
        Optional<PerformanceCase> open = cases.openCaseOf(form.colleague());
        if (open.isPresent()) {
            String number = open.get().number();
            new Refusals().when(access.isInConflict(manager.staffNumber(), parties.of(open.get())), "colleague", "inConflict", "PM-01",
                    "You are in conflict with what is under way about this colleague, so you cannot raise a concern yourself. Speak to HR.").throwIfAny();
            concerns.save(new CaseConcern(number, form.concernKind(), form.description(), form.standard(), today, step.userId()));
            chronology.add(number, step.userId(), "A further concern was taken up: " + form.concernKind().label(), form.description());
            return Answer.startedAs(number).and("alreadyOpen", true);
        }
        PerformanceCase opened = cases.save(new PerformanceCase(numbers.next(), form.colleague(), colleague.orElseThrow().division(), manager.staffNumber(),
                form.concernKind(), form.description(), form.standard(), today, step.userId()));
        letters.caseBegins(opened.number());
        chronology.add(opened.number(), step.userId(), "Concern raised: " + form.concernKind().label(), form.description());
        return Answer.startedAs(opened.number()).and("alreadyOpen", false);
    }
}
