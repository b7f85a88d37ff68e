package fairway.performancecase;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import fairway.form.Answer;
import fairway.form.CaseActionForm;
import fairway.form.Option;
import fairway.form.Refusal;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.onetoone.Example;
import fairway.onetoone.OneToOnes;
import fairway.trust.InWords;
import jakarta.validation.constraints.NotBlank;
import org.springframework.stereotype.Component;

/** Within the Trust's watch the manager reports that performance fell; HR decides whether monitoring begins again. */
@Component
class ReportPerformanceFellForm implements CaseActionForm<ReportPerformanceFellForm.ReportPerformanceFell> {

    /** Keys of the form. */
    record ReportPerformanceFell(@NotBlank(message = "Say what has fallen back.") String description, List<Long> examples) {
    }

    private final Cases cases;
    private final CaseActors actors;
    private final OneToOnes oneToOnes;

    ReportPerformanceFellForm(Cases cases, CaseActors actors, OneToOnes oneToOnes) {
        this.cases = cases;
        this.actors = actors;
        this.oneToOnes = oneToOnes;
    }

    @Override
    public String id() {
        return "reportPerformanceFell";
    }

    @Override
    public String label() {
        return "Report that performance fell";
    }

    @Override
    public Class<ReportPerformanceFell> type() {
        return ReportPerformanceFell.class;
    }

    @Override
    public boolean offered(Step step) {
        PerformanceCase about = cases.require(step.businessKey());
        return about.stage() == Stage.watch && !about.isFellReported() && actors.isEither(step);
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        PerformanceCase about = cases.require(step.businessKey());
        return about.watchUntil() == null ? Map.of() : Map.of("_context", "The standard was met on " + InWords.of(about.outcomeOn())
                + " and is watched until " + InWords.of(about.watchUntil()) + ". (Trust setting)");
    }

    @Override
    public Map<String, List<Option>> options(Step step) {
        PerformanceCase about = cases.require(step.businessKey());
        return Map.of("examples", oneToOnes.examplesOf(about.colleague()).stream()
                .filter(e -> about.outcomeOn() == null || !e.on().isBefore(about.outcomeOn())).map(SelectEvidenceForm::option).toList());
    }

    @Override
    public Answer complete(Step step, ReportPerformanceFell form) {
        PerformanceCase about = cases.require(step.businessKey());
        actors.requireEither(step);
        CaseActors.requireOpen(about);
        if (about.stage() != Stage.watch) {
            throw new Refusal("", "noWatch", "T", "This can be reported while the Trust watches a met standard; this case stands at “" + about.stage().label() + "”.");
        }
        if (about.isFellReported()) {
            throw new Refusal("", "reportedAlready", "T", "It was reported already; HR decides on it.");
        }
        Set<Long> known = oneToOnes.examplesOf(about.colleague()).stream().map(Example::id).collect(Collectors.toSet());
        Refusals refusals = new Refusals();
        refusals.when(form.examples().isEmpty(), "examples", "required", "PM-07", "Choose at least one example: poor performance is evidenced with examples.");
        for (int i = 0; i < form.examples().size(); i++) {
            refusals.when(!known.contains(form.examples().get(i)), "examples[" + i + "]", "otherColleague", "PM-02",
                    "This is not an example about this colleague. Choose from the list.");
        }
        refusals.throwIfAny();
        cases.performanceFell(about.number(), form.description(), form.examples(), step.userId());
        return Answer.none();
    }
}
