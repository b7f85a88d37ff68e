package fairway.stage1;

import java.util.Map;

import fairway.form.Answer;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.performancecase.Cases;
import fairway.performancecase.Stage;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;

/** HR agrees a plan outside the normal timeframe, or a revision whose end moves, with the reason in front of them (S1D-14). */
@Component
class AgreeTimeframeForm implements TaskForm<AgreeTimeframe> {

    private final Stage1 stage1;
    private final Cases cases;
    private final PlanEnding ending;

    AgreeTimeframeForm(Stage1 stage1, Cases cases, PlanEnding ending) {
        this.stage1 = stage1;
        this.cases = cases;
        this.ending = ending;
    }

    @Override
    public String id() {
        return "agreeTimeframe";
    }

    @Override
    public Class<AgreeTimeframe> type() {
        return AgreeTimeframe.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        return stage1.proposedPlan(step.businessKey()).<Map<String, Object>>map(plan -> Map.of("_context", question(step.businessKey(), plan))).orElse(Map.of());
    }

    private String question(String number, ImprovementActionPlan plan) {
        String length = "from the meeting on " + InWords.of(plan.startsOn()) + " to " + InWords.of(plan.endsOn()) + ", " + plan.timeframe().days() + " days";
        if (plan.revisionReason() == null) {
            return "The plan is to last " + length + "; normal are 4 weeks to 3 months. The reason: " + plan.timeframeReason();
        }
        return "The plan is revised and would last " + length + "; so far it ends on " + InWords.of(stage1.planEndsOn(number)) + ". The reason: " + plan.revisionReason()
                + (plan.colleagueView() == null ? "" : " The colleague's view: " + plan.colleagueView());
    }

    @Override
    public Answer complete(Step step, AgreeTimeframe form) {
        Refusals refusals = new Refusals();
        refusals.when(form.comment() == null, "comment", "required", "S1D-14", "Give a comment on your decision.");
        String number = step.businessKey();
        boolean tooLate = stage1.findPlan(number).isPresent() && (cases.require(number).stage() != Stage.monitoring || ending.isBeingDecided(number));
        refusals.when(tooLate && form.agreed(), "agreed", "endIsBeingDecided", "S1D-14",
                "The final review of the plan is due or was held meanwhile, and its end is decided there. Answer no: the plan stays as it is, and more time can be asked for in the final review.");
        refusals.throwIfAny();
        stage1.decideTimeframe(step.businessKey(), form.agreed(), form.comment(), step.userId());
        return Answer.with("agreed", form.agreed());
    }
}
