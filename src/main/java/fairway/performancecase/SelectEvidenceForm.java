package fairway.performancecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import fairway.form.Answer;
import fairway.form.Option;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.onetoone.Example;
import fairway.onetoone.Note;
import fairway.onetoone.OneToOnes;
import fairway.onetoone.SupportRecord;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;

/** The manager selects the evidence: examples and support from the one-to-ones, and how it was raised (PM-02, PM-03, PM-07, S1P-01, S1P-02). */
@Component
class SelectEvidenceForm implements TaskForm<SelectEvidenceForm.SelectEvidence> {

    private static final String NOTE = "N-[0-9]{1,18}";

    /** Keys of the form. What is left empty is missing to the gate, which says so. */
    record SelectEvidence(List<Long> examples, List<Long> support, LocalDate raisedOn, String raisedIn, LocalDate timeGivenUntil) {
    }

    private final Cases cases;
    private final OneToOnes oneToOnes;
    private final EvidenceOfCases evidence;
    private final Chronology chronology;
    private final Clock clock;

    SelectEvidenceForm(Cases cases, OneToOnes oneToOnes, EvidenceOfCases evidence, Chronology chronology, Clock clock) {
        this.cases = cases;
        this.oneToOnes = oneToOnes;
        this.evidence = evidence;
        this.chronology = chronology;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "selectEvidence";
    }

    @Override
    public Class<SelectEvidence> type() {
        return SelectEvidence.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        PerformanceCase about = cases.require(step.businessKey());
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("_context", about.route() == Route.moreEvidence
                ? "HR asks for more evidence first: " + about.rationale()
                : "The concern: " + about.description() + " Measured against: " + about.standard());
        if (about.route() != null) {
            known.put("examples", texts(about.examples()));
            known.put("support", texts(about.support()));
            known.put("raisedOn", about.raisedOn());
            known.put("timeGivenUntil", about.timeGivenUntil());
            known.put("_raisedWhere", about.raisedIn() == null ? "notRaised" : about.raisedInNote() == null ? "elsewhere" : "note");
            if (about.raisedIn() != null) {
                known.put(about.raisedInNote() == null ? "_raisedIn" : "raisedIn", about.raisedIn());
            }
        }
        known.values().removeIf(java.util.Objects::isNull);
        return known;
    }

    private static List<String> texts(Set<Long> ids) {
        return ids.stream().sorted().map(String::valueOf).toList();
    }

    @Override
    public Map<String, List<Option>> options(Step step) {
        String colleague = cases.require(step.businessKey()).colleague();
        Set<Long> raised = oneToOnes.examplesOf(colleague).stream().filter(Example::raised).map(Example::noteId).collect(Collectors.toSet());
        return Map.of(
                "examples", oneToOnes.examplesOf(colleague).stream().map(SelectEvidenceForm::option).toList(),
                "support", oneToOnes.supportOf(colleague).stream().map(s -> new Option(String.valueOf(s.id()), s.label())).toList(),
                "raisedIn", oneToOnes.notesOf(colleague).stream().filter(n -> raised.contains(n.id()))
                        .map(n -> new Option(n.number(), "One-to-one of " + InWords.of(n.heldOn()) + " (" + n.number() + ")")).toList());
    }

    static Option option(Example example) {
        return new Option(String.valueOf(example.id()), example.label());
    }

    @Override
    public Answer complete(Step step, SelectEvidence form) {
        PerformanceCase about = cases.require(step.businessKey());
        LocalDate today = LocalDate.now(clock);
        Map<Long, Example> examples = oneToOnes.examplesOf(about.colleague()).stream().collect(Collectors.toMap(Example::id, Function.identity()));
        Map<Long, SupportRecord> support = oneToOnes.supportOf(about.colleague()).stream().collect(Collectors.toMap(SupportRecord::id, Function.identity()));
        Refusals refusals = new Refusals();
        refuseOthers(refusals, "examples", form.examples(), examples.keySet(), "This is not an example about this colleague. Choose from the list.");
        refuseOthers(refusals, "support", form.support(), support.keySet(), "This is not a support record about this colleague. Choose from the list.");
        refusals.when(form.raisedOn() != null && form.raisedOn().isAfter(today), "raisedOn", "notInFuture", "S1P-01",
                "The day on which it was raised cannot lie in the future.");
        refusals.when(form.raisedOn() == null && form.raisedIn() != null, "raisedOn", "required", "S1P-01", "Say on which day it was raised with the colleague.");
        refusals.when(form.raisedOn() != null && form.raisedIn() == null, "raisedIn", "required", "S1P-01",
                "Choose the one-to-one in which it was raised, or say where and how it was.");
        Optional<Note> note = checkNote(refusals, form.raisedIn(), about, examples);
        refusals.when(form.timeGivenUntil() != null && form.raisedOn() == null, "timeGivenUntil", "notRaised", "S1P-02",
                "Time is given after the concern was raised. Say when it was raised, or leave this empty.");
        refusals.when(form.timeGivenUntil() != null && form.raisedOn() != null && !form.timeGivenUntil().isAfter(form.raisedOn()), "timeGivenUntil",
                "afterRaised", "S1P-02", "The time given must end after the day on which it was raised.");
        refusals.throwIfAny();
        Set<Long> chosenExamples = new LinkedHashSet<>(form.examples());
        Set<Long> chosenSupport = new LinkedHashSet<>(form.support());
        about.selectEvidence(chosenExamples, chosenSupport, form.raisedOn(), form.raisedIn(), note.map(Note::id).orElse(null), form.timeGivenUntil());
        EvidenceGate gate = evidence.gateOf(about);
        chronology.add(about.number(), step.userId(), "Evidence selected: " + chosenExamples.size() + (chosenExamples.size() == 1 ? " example, " : " examples, ")
                + chosenSupport.size() + (chosenSupport.size() == 1 ? " support record" : " support records"), null);
        return Answer.with("datedExamples", gate.datedExamples()).and("supportBeforeLatestExample", gate.supportBeforeLatestExample())
                .and("raisedShown", gate.raisedShown());
    }

    private static void refuseOthers(Refusals refusals, String field, List<Long> chosen, Set<Long> known, String message) {
        for (int i = 0; i < chosen.size(); i++) {
            refusals.when(!known.contains(chosen.get(i)), field + "[" + i + "]", "otherColleague", "PM-02", message);
        }
    }

    private Optional<Note> checkNote(Refusals refusals, String raisedIn, PerformanceCase about, Map<Long, Example> examples) {
        if (raisedIn == null || !raisedIn.matches(NOTE)) {
            return Optional.empty();
        }
        Optional<Note> note = oneToOnes.notesOf(about.colleague()).stream().filter(n -> n.number().equals(raisedIn)).findFirst();
        refusals.when(note.isEmpty(), "raisedIn", "otherColleague", "S1P-01", "This is not a note of this colleague's one-to-ones. Choose from the list.");
        refusals.when(note.isPresent() && examples.values().stream().noneMatch(e -> e.noteId() == note.get().id() && e.raised()), "raisedIn", "notRaised",
                "S1P-01", "No example in this note was marked as raised with the colleague. Choose the note that shows it, or say where else it was raised.");
        return note;
    }
}
