package fairway.performancecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import fairway.form.Answer;
import fairway.form.Option;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.trust.InWords;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.stereotype.Component;

/** The review date of a pause has come: HR decides whether the case goes on, ends, or goes on under another manager. */
@Component
class DecideAfterPauseForm implements TaskForm<DecideAfterPauseForm.DecideAfterPause> {

    /** Keys of the form. */
    record DecideAfterPause(
            @NotNull(message = "Choose how it goes on.") Decision decision,
            @NotBlank(message = "Give the reason for this decision.") String rationale,
            String manager) {
    }

    enum Decision {
        goOn, end, otherManager
    }

    private final Cases cases;
    private final PeopleNamed people;
    private final Clock clock;

    DecideAfterPauseForm(Cases cases, PeopleNamed people, Clock clock) {
        this.cases = cases;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "decideAfterPause";
    }

    @Override
    public Class<DecideAfterPause> type() {
        return DecideAfterPause.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        CasePause pause = cases.require(step.businessKey()).pause().orElseThrow();
        return Map.of("_context", "Paused since " + InWords.of(pause.from()) + ", to be reviewed on " + InWords.of(pause.reviewOn()) + ": " + pause.reason());
    }

    @Override
    public Map<String, List<Option>> options(Step step) {
        return Map.of("manager", people.managers(cases.require(step.businessKey())));
    }

    @Override
    public Answer complete(Step step, DecideAfterPause form) {
        PerformanceCase about = cases.require(step.businessKey());
        if (form.decision() == Decision.otherManager) {
            Refusals refusals = new Refusals();
            refusals.when(form.manager() == null, "manager", "required", "", "Choose the manager who takes over.");
            if (form.manager() != null) {
                people.toManage(refusals, "manager", form.manager(), about);
            }
            refusals.throwIfAny();
        }
        switch (form.decision()) {
            case goOn -> cases.goOn(about.number(), form.rationale(), step.userId());
            case otherManager -> {
                cases.goOn(about.number(), form.rationale(), step.userId());
                cases.changeManager(about.number(), form.manager(), LocalDate.now(clock), step.userId());
            }
            case end -> cases.endAsked(about.number(), Ending.closedByHr, form.rationale(), step.userId());
        }
        return Answer.with("decision", form.decision().name());
    }
}
