package fairway.onetoone;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import fairway.form.Answer;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.onetoone.RecordOneToOne.Outcome;
import fairway.staff.Absences;
import fairway.staff.Line;
import fairway.staff.Lines;
import fairway.staff.Staff;
import fairway.trust.InWords;

/** Records a one-to-one as held, puts it off within the longest interval, or notes that the colleague did not attend. */
@Component
class RecordOneToOneForm implements TaskForm<RecordOneToOne> {

    private final Lines lines;
    private final Staff staff;
    private final Absences absences;
    private final OneToOneBooking booking;
    private final OneToOnes oneToOnes;
    private final NoteKeeping keeping;
    private final PostponementRepository postponements;
    private final Clock clock;

    RecordOneToOneForm(Lines lines, Staff staff, Absences absences, OneToOneBooking booking, OneToOnes oneToOnes, NoteKeeping keeping,
            PostponementRepository postponements, Clock clock) {
        this.lines = lines;
        this.staff = staff;
        this.absences = absences;
        this.booking = booking;
        this.oneToOnes = oneToOnes;
        this.keeping = keeping;
        this.postponements = postponements;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "recordOneToOne";
    }

    @Override
    public Class<RecordOneToOne> type() {
        return RecordOneToOne.class;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> prefill(Step step) {
        Line line = lines.require(step.businessKey());
        Optional<LocalDateTime> planned = booking.planned(line).flatMap(OneToOne::plannedStart);
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("_context", context(line, planned));
        known.put("heldOn", planned.map(LocalDateTime::toLocalDate).filter(day -> !day.isAfter(today)).orElse(today).toString());
        oneToOnes.notesOf(line.colleagueStaffNumber()).stream().findFirst()
                .map(RecordOneToOneForm::openTasks).filter(tasks -> !tasks.isEmpty()).ifPresent(tasks -> known.put("tasks", tasks));
        return known;
    }

    private String context(Line line, Optional<LocalDateTime> planned) {
        return "One-to-one with " + staff.require(line.colleagueStaffNumber()).fullName()
                + planned.map(start -> " on " + Wording.dateAndTime(start)).orElse("") + "."
                + booking.lastDayToPutOffTo(line).map(last -> " It can be put off to " + InWords.of(last) + " at the latest.").orElse("");
    }

    /** What the last note left to do: tasks that were not done, and actions. How they stand now is for the manager to say. */
    private static List<Map<String, Object>> openTasks(Note last) {
        Stream<String> tasks = last.tasks().stream().filter(task -> task.state() != TaskState.done).map(NotedTask::task);
        Stream<String> actions = last.actions().stream().map(AgreedAction::action);
        List<Map<String, Object>> rows = new ArrayList<>();
        Stream.concat(tasks, actions).distinct().forEach(task -> rows.add(Map.of("task", task)));
        return rows;
    }

    @Override
    @Transactional
    public Answer complete(Step step, RecordOneToOne form) {
        Line line = lines.require(step.businessKey());
        OneToOne oneToOne = booking.planned(line).orElseThrow(() -> new IllegalStateException("no one-to-one is booked for " + line.businessKey()));
        switch (form.outcome()) {
            case held -> hold(line, oneToOne, form);
            case postponed -> putOff(line, oneToOne, form);
            case notAttended -> miss(oneToOne, form);
        }
        return Answer.with("outcome", form.outcome().name());
    }

    private void hold(Line line, OneToOne oneToOne, RecordOneToOne form) {
        Refusals refusals = new Refusals();
        refusals.when(form.heldOn() == null, "heldOn", "required", "OTO-10", "Enter the day on which it was held.");
        keeping.check(form.heldOn(), form.examples(), refusals);
        refusals.throwIfAny();
        oneToOne.hold(LocalDate.now(clock));
        keeping.keep(Note.of(line.id(), oneToOne.id(), line.colleagueStaffNumber(), line.managerStaffNumber(), form.heldOn(), LocalDateTime.now(clock),
                form.tasks().stream().map(t -> new NotedTask(t.task(), t.state(), t.comment())).toList(), form.vitalStats(), form.wellbeingDiscussed(),
                form.actions().stream().map(a -> new AgreedAction(a.action(), a.owner(), a.due())).toList()), form.supportGiven(), form.examples());
    }

    private void putOff(Line line, OneToOne oneToOne, RecordOneToOne form) {
        Refusals refusals = new Refusals();
        refuseWhatBelongsToOneThatWasHeld(form, refusals);
        refusals.when(form.reason() == null, "reason", "required", "OTO-01", "Say why the one-to-one is put off.");
        refusals.when(form.postponedTo() == null, "postponedTo", "required", "OTO-01", "Enter the new date and time.");
        if (form.postponedTo() != null) {
            LocalDate day = form.postponedTo().toLocalDate();
            Optional<LocalDate> last = booking.lastDayToPutOffTo(line);
            refusals.when(!form.postponedTo().isAfter(LocalDateTime.now(clock)), "postponedTo", "notInPast", "OTO-01", "Choose a time that is still to come.");
            refusals.when(absences.of(line.managerStaffNumber(), line.colleagueStaffNumber()).covers(day), "postponedTo", "absent", "OTO-01",
                    "One of you is away on that day. Choose another day.");
            last.ifPresent(limit -> refusals.when(day.isAfter(limit), "postponedTo", "longestInterval", booking.clauseOfInterval(line),
                    "One-to-ones of this line are held " + booking.frequencyInWords(line) + ". Choose a day not later than " + InWords.of(limit) + "."));
        }
        refusals.throwIfAny();
        postponements.save(new Postponement(oneToOne, form.postponedTo(), form.reason()));
        oneToOne.moveTo(form.postponedTo(), oneToOne.minutes());
    }

    private void miss(OneToOne oneToOne, RecordOneToOne form) {
        Refusals refusals = new Refusals();
        refuseWhatBelongsToOneThatWasHeld(form, refusals);
        refusals.throwIfAny();
        oneToOne.miss(LocalDate.now(clock));
    }

    /** Nothing that was typed gets lost silently: examples and support are kept with a note, and there is one only if it was held. */
    private static void refuseWhatBelongsToOneThatWasHeld(RecordOneToOne form, Refusals refusals) {
        String message = "Only a one-to-one that was held keeps this. Remove it, or record the one-to-one as held.";
        refusals.when(!form.examples().isEmpty(), "examples", "notHeld", "PM-02", message);
        refusals.when(!form.supportGiven().isEmpty(), "supportGiven", "notHeld", "OTO-07", message);
        refusals.when(!form.actions().isEmpty(), "actions", "notHeld", "OTO-10", message);
    }
}
