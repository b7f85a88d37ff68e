package fairway.onetoone;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import fairway.form.Answer;
import fairway.form.Option;
import fairway.form.Refusals;
import fairway.form.StartForm;
import fairway.form.Step;
import fairway.staff.Line;
import fairway.staff.Lines;
import fairway.staff.Staff;
import fairway.staff.StaffMember;

/** Keeps the note of a one-to-one before Fairway, or held on the way. Nothing is sent: it was sent then. */
@Component
class AddEarlierOneToOneForm implements StartForm<AddEarlierOneToOne> {

    private final Lines lines;
    private final Staff staff;
    private final NoteKeeping keeping;
    private final Clock clock;

    AddEarlierOneToOneForm(Lines lines, Staff staff, NoteKeeping keeping, Clock clock) {
        this.lines = lines;
        this.staff = staff;
        this.keeping = keeping;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "addEarlierOneToOne";
    }

    @Override
    public String processKey() {
        return "earlierOneToOne";
    }

    @Override
    public Class<AddEarlierOneToOne> type() {
        return AddEarlierOneToOne.class;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<Option>> options(Step step) {
        List<String> colleagues = ownLines(step).stream().map(Line::colleagueStaffNumber).toList();
        return Map.of("colleague", staff.byStaffNumber(colleagues).values().stream()
                .sorted(java.util.Comparator.comparing(StaffMember::lastName).thenComparing(StaffMember::firstName).thenComparing(StaffMember::staffNumber))
                .map(person -> new Option(person.staffNumber(), person.fullName() + ", " + person.jobTitle())).toList());
    }

    @Override
    @Transactional
    public Answer complete(Step step, AddEarlierOneToOne form) {
        Refusals refusals = new Refusals();
        Optional<StaffMember> colleague = staff.find(form.colleague());
        Optional<Line> line = ownLines(step).stream().filter(l -> l.colleagueStaffNumber().equals(form.colleague())).findFirst();
        refusals.when(colleague.isEmpty(), "colleague", "unknownPerson", "", "Nobody on the staff list has this number. Choose a person from the list.");
        boolean hasLeft = colleague.isPresent() && !staff.isCurrent(colleague.get());
        refusals.when(hasLeft, "colleague", "hasLeft", "", "This person has left the Trust. Choose somebody else.");
        refusals.when(colleague.isPresent() && !hasLeft && line.isEmpty(), "colleague", "ownLine", "OTO-01", "Choose somebody whose line manager you are.");
        keeping.check(form.heldOn(), form.examples(), refusals);
        refusals.throwIfAny();
        Line own = line.orElseThrow();
        keeping.keep(Note.earlier(own.id(), own.colleagueStaffNumber(), own.managerStaffNumber(), form.heldOn(), LocalDateTime.now(clock), form.note()),
                form.supportGiven(), form.examples());
        return Answer.startedAs(own.businessKey());
    }

    private List<Line> ownLines(Step step) {
        return staff.byUser(step.userId()).map(manager -> lines.ofManager(manager.staffNumber())).orElse(List.of());
    }
}
