package fairway.performancecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import fairway.form.Answer;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.onetoone.OneToOnes;
import fairway.trust.InWords;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.stereotype.Component;

/** The standard was not met: HR refers to the formal stage, returns to monitoring with a new end, or closes the case. */
@Component
class DecideFormalStageForm implements TaskForm<DecideFormalStageForm.DecideFormalStage> {

    /** Keys of the form. */
    record DecideFormalStage(
            @NotNull(message = "Choose what to do.") Decision decision,
            @NotBlank(message = "Give the reason for this decision.") String rationale,
            LocalDate endsOn) {
    }

    enum Decision {
        refer, returnToMonitoring, close
    }

    private final Cases cases;
    private final PlanTerm plan;
    private final OneToOnes oneToOnes;
    private final Chronology chronology;
    private final Clock clock;

    DecideFormalStageForm(Cases cases, PlanTerm plan, OneToOnes oneToOnes, Chronology chronology, Clock clock) {
        this.cases = cases;
        this.plan = plan;
        this.oneToOnes = oneToOnes;
        this.chronology = chronology;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "decideFormalStage";
    }

    @Override
    public Class<DecideFormalStage> type() {
        return DecideFormalStage.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        PerformanceCase about = cases.require(step.businessKey());
        return Map.of("_context", "The final review of " + InWords.of(about.outcomeOn()) + " found the standard not met. Expected: " + about.standard());
    }

    @Override
    public Answer complete(Step step, DecideFormalStage form) {
        PerformanceCase about = cases.require(step.businessKey());
        if (form.decision() == Decision.returnToMonitoring) {
            new Refusals()
                    .when(form.endsOn() == null, "endsOn", "required", "S1D-14", "Monitoring goes on until a new end of the plan: enter it.")
                    .when(form.endsOn() != null && !form.endsOn().isAfter(LocalDate.now(clock)), "endsOn", "afterToday", "S1D-14",
                            "The new end of the plan must lie after today.")
                    .throwIfAny();
        }
        switch (form.decision()) {
            case refer -> {
                about.referred(form.rationale());
                chronology.add(about.number(), step.userId(), "Decided: referred to the formal stage", form.rationale());
            }
            case returnToMonitoring -> {
                about.returnToMonitoring();
                plan.returnToMonitoring(about.number(), form.endsOn(), form.rationale(), step.userId());
                oneToOnes.setAdditionalSupport(about.colleague(), true);
                chronology.add(about.number(), step.userId(), "Decided: back to monitoring until " + InWords.of(form.endsOn()), form.rationale());
            }
            case close -> cases.endAsked(about.number(), Ending.closedByHr, form.rationale(), step.userId());
        }
        return Answer.with("decision", form.decision().name());
    }
}
