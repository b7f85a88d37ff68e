package fairway.performancecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import fairway.form.Answer;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.onetoone.OneToOnes;
import fairway.trust.InWords;
import jakarta.validation.constraints.NotBlank;
import org.springframework.stereotype.Component;

/** Performance fell in the Trust's watch: HR confirms the return to monitoring, or the watch goes on. */
@Component
class ConfirmReturnToMonitoringForm implements TaskForm<ConfirmReturnToMonitoringForm.ConfirmReturnToMonitoring> {

    /** Keys of the form. */
    record ConfirmReturnToMonitoring(boolean agreed, @NotBlank(message = "Give the reason for this decision.") String comment, LocalDate endsOn) {
    }

    private final Cases cases;
    private final PlanTerm plan;
    private final OneToOnes oneToOnes;
    private final Chronology chronology;
    private final Clock clock;

    ConfirmReturnToMonitoringForm(Cases cases, PlanTerm plan, OneToOnes oneToOnes, Chronology chronology, Clock clock) {
        this.cases = cases;
        this.plan = plan;
        this.oneToOnes = oneToOnes;
        this.chronology = chronology;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "confirmReturnToMonitoring";
    }

    @Override
    public Class<ConfirmReturnToMonitoring> type() {
        return ConfirmReturnToMonitoring.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        PerformanceCase about = cases.require(step.businessKey());
        return Map.of("_context", "The standard was met on " + InWords.of(about.outcomeOn()) + " and is watched until " + InWords.of(about.watchUntil())
                + " (Trust setting). The manager reports that performance fell: " + about.fellDescription());
    }

    @Override
    public Answer complete(Step step, ConfirmReturnToMonitoring form) {
        PerformanceCase about = cases.require(step.businessKey());
        LocalDate today = LocalDate.now(clock);
        if (form.agreed()) {
            Optional<LocalDate> planned = plan.endsOn(about.number()).filter(end -> end.isAfter(today));
            new Refusals()
                    .when(form.endsOn() == null && planned.isEmpty(), "endsOn", "required", "S1D-14", "The plan has ended: enter the day until which monitoring goes on.")
                    .when(form.endsOn() != null && !form.endsOn().isAfter(today), "endsOn", "afterToday", "S1D-14", "The new end of the plan must lie after today.")
                    .throwIfAny();
            about.returnToMonitoring();
            plan.returnToMonitoring(about.number(), form.endsOn() != null ? form.endsOn() : planned.orElseThrow(), form.comment(), step.userId());
            oneToOnes.setAdditionalSupport(about.colleague(), true);
        } else {
            about.watchGoesOn();
        }
        chronology.add(about.number(), step.userId(), form.agreed() ? "HR confirmed the return to monitoring" : "HR decided that the watch goes on", form.comment());
        return Answer.with("agreed", form.agreed());
    }
}
