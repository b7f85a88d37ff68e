package fairway.performancecase;

import java.time.Clock;
import java.time.LocalDate;

import fairway.form.Answer;
import fairway.form.CaseActionForm;
import fairway.form.Refusal;
import fairway.form.Step;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.stereotype.Component;

/** HR pauses the case, e.g. for a grievance, until a day on which it is decided how it goes on. */
@Component
class PauseForm implements CaseActionForm<PauseForm.Pause> {

    /** Keys of the form; the reason is restricted to HR. */
    record Pause(
            @NotBlank(message = "Give the reason for the pause.") String reason,
            @NotNull(message = "Enter the day on which you decide how it goes on.") LocalDate reviewOn) {
    }

    private final Cases cases;
    private final CaseActors actors;
    private final Clock clock;

    PauseForm(Cases cases, CaseActors actors, Clock clock) {
        this.cases = cases;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "pause";
    }

    @Override
    public String label() {
        return "Pause the case";
    }

    @Override
    public Class<Pause> type() {
        return Pause.class;
    }

    @Override
    public boolean offered(Step step) {
        PerformanceCase about = cases.require(step.businessKey());
        return about.isOpen() && !about.isPaused() && actors.isHr(step);
    }

    @Override
    public Answer complete(Step step, Pause form) {
        PerformanceCase about = cases.require(step.businessKey());
        actors.requireHr(step);
        CaseActors.requireOpen(about);
        if (about.isPaused()) {
            throw new Refusal("", "pausedAlready", "", "The case is paused already. Decide after the pause how it goes on.");
        }
        if (!form.reviewOn().isAfter(LocalDate.now(clock))) {
            throw new Refusal("reviewOn", "afterToday", "", "The day on which you decide how it goes on must lie after today.");
        }
        cases.pause(about.number(), form.reason(), form.reviewOn(), step.userId());
        return Answer.none();
    }
}
