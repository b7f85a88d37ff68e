package fairway.performancecase;

import fairway.form.Answer;
import fairway.form.CaseActionForm;
import fairway.form.Refusal;
import fairway.form.Step;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.stereotype.Component;

/** The colleague changes job: HR ends the case or has the plan revised. */
@Component
class ColleagueChangesJobForm implements CaseActionForm<ColleagueChangesJobForm.ColleagueChangesJob> {

    /** Keys of the form. */
    record ColleagueChangesJob(
            @NotNull(message = "Choose what happens with the case.") Decision decision,
            @NotBlank(message = "Give the reason for this decision.") String rationale) {
    }

    enum Decision {
        end, revisePlan
    }

    private final Cases cases;
    private final CaseActors actors;

    ColleagueChangesJobForm(Cases cases, CaseActors actors) {
        this.cases = cases;
        this.actors = actors;
    }

    @Override
    public String id() {
        return "colleagueChangesJob";
    }

    @Override
    public String label() {
        return "Colleague changes job";
    }

    @Override
    public Class<ColleagueChangesJob> type() {
        return ColleagueChangesJob.class;
    }

    @Override
    public boolean offered(Step step) {
        return cases.require(step.businessKey()).isOpen() && actors.isHr(step);
    }

    @Override
    public Answer complete(Step step, ColleagueChangesJob form) {
        PerformanceCase about = cases.require(step.businessKey());
        actors.requireHr(step);
        CaseActors.requireOpen(about);
        if (form.decision() == Decision.revisePlan && about.stage() != Stage.monitoring) {
            throw new Refusal("decision", "noPlan", "S1D-13", "There is no plan under way that could be revised; this case stands at “" + about.stage().label()
                    + "”. End it, or let it go on.");
        }
        if (form.decision() == Decision.end) {
            cases.endNow(about.number(), Ending.closedByHr, form.rationale(), step.userId());
        } else {
            cases.askForRevisedPlan(about.number(), form.rationale(), step.userId());
        }
        return Answer.none();
    }
}
