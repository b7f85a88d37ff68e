package fairway.performancecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import fairway.form.Answer;
import fairway.form.Option;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.onetoone.Example;
import fairway.onetoone.OneToOnes;
import fairway.trust.InWords;
import jakarta.validation.constraints.NotNull;
import org.springframework.stereotype.Component;

/** The manager says whether the time given has helped (S1P-02, S1P-03). */
@Component
class ReviewImprovementForm implements TaskForm<ReviewImprovementForm.ReviewImprovement> {

    /** Keys of the form. */
    record ReviewImprovement(
            @NotNull(message = "Say whether the performance has improved.") Result result,
            String reason,
            LocalDate improveBy,
            List<Long> examples) {
    }

    enum Result {
        improved, moreTime, notImproved
    }

    private final Cases cases;
    private final OneToOnes oneToOnes;
    private final Chronology chronology;
    private final Clock clock;

    ReviewImprovementForm(Cases cases, OneToOnes oneToOnes, Chronology chronology, Clock clock) {
        this.cases = cases;
        this.oneToOnes = oneToOnes;
        this.chronology = chronology;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "reviewImprovement";
    }

    @Override
    public Class<ReviewImprovement> type() {
        return ReviewImprovement.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        PerformanceCase about = cases.require(step.businessKey());
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("_context", "The conversation was held on " + InWords.of(about.conversationHeldOn()) + ". "
                + cases.improveBy(about.number()).map(until -> "Time is given until " + InWords.of(until) + ".")
                        .orElse("The time given stands still while somebody is away or the case is paused.")
                + " Expected: " + about.standard());
        return known;
    }

    @Override
    public Map<String, List<Option>> options(Step step) {
        return Map.of("examples", since(cases.require(step.businessKey())).stream().map(SelectEvidenceForm::option).toList());
    }

    private List<Example> since(PerformanceCase about) {
        return oneToOnes.examplesOf(about.colleague()).stream().filter(e -> e.on().isAfter(about.conversationHeldOn())).toList();
    }

    @Override
    public Answer complete(Step step, ReviewImprovement form) {
        PerformanceCase about = cases.require(step.businessKey());
        LocalDate today = LocalDate.now(clock);
        Refusals refusals = new Refusals();
        switch (form.result()) {
            case improved -> {
            }
            case moreTime -> {
                refusals.when(form.reason() == null, "reason", "required", "S1P-02", "Say why more time is right.");
                refusals.when(form.improveBy() == null, "improveBy", "required", "S1P-02", "Enter the day until which more time is given.");
                refusals.when(form.improveBy() != null && !form.improveBy().isAfter(today), "improveBy", "afterToday", "S1P-02",
                        "More time must end after today.");
            }
            case notImproved -> checkNotImproved(refusals, about, form, today);
        }
        refusals.throwIfAny();
        switch (form.result()) {
            case improved -> {
                about.improved();
                chronology.add(about.number(), step.userId(), "Improvement reviewed: improved", form.reason());
            }
            case moreTime -> {
                about.moreTimeGiven(form.improveBy(), form.reason(), today);
                chronology.add(about.number(), step.userId(), "Improvement reviewed: more time given until " + InWords.of(form.improveBy()), form.reason());
            }
            case notImproved -> {
                about.notImproved(new LinkedHashSet<>(form.examples()));
                chronology.add(about.number(), step.userId(), "Improvement reviewed: not improved", form.reason());
            }
        }
        return Answer.with("result", form.result().name()).and("secondExtension", about.moreTimeGiven() >= 2);
    }

    private void checkNotImproved(Refusals refusals, PerformanceCase about, ReviewImprovement form, LocalDate today) {
        Optional<LocalDate> until = cases.improveBy(about.number());
        refusals.when(until.isEmpty() || today.isBefore(until.get()), "result", "timeNotOver", "S1P-02", until
                .map(day -> "Time should be given to improve: it was given until " + InWords.of(day) + ". Choose this from that day on.")
                .orElse("The time given stands still while somebody is away or the case is paused. Choose this once it is over."));
        Map<Long, Example> since = since(about).stream().collect(Collectors.toMap(Example::id, e -> e));
        Map<Long, Example> all = oneToOnes.examplesOf(about.colleague()).stream().collect(Collectors.toMap(Example::id, e -> e));
        for (int i = 0; i < form.examples().size(); i++) {
            refusals.when(!all.containsKey(form.examples().get(i)), "examples[" + i + "]", "otherColleague", "PM-02",
                    "This is not an example about this colleague. Choose from the list.");
        }
        refusals.when(form.examples().stream().noneMatch(since::containsKey), "examples", "noExampleAfterConversation", "S1P-02",
                "Not improved needs at least one example dated after the conversation of " + InWords.of(about.conversationHeldOn())
                        + ". Record it in a one-to-one if it is not listed.");
    }
}
