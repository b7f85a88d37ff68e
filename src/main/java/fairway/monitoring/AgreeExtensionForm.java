package fairway.monitoring;

import java.util.Map;

import fairway.form.Answer;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;

/** HR agrees the extension of a plan, or sends it back with a comment (S1D-14). */
@Component
class AgreeExtensionForm implements TaskForm<AgreeExtension> {

    private final Monitoring monitoring;
    private final ReviewRows rows;

    AgreeExtensionForm(Monitoring monitoring, ReviewRows rows) {
        this.monitoring = monitoring;
        this.rows = rows;
    }

    @Override
    public String id() {
        return "agreeExtension";
    }

    @Override
    public Class<AgreeExtension> type() {
        return AgreeExtension.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        String number = step.businessKey();
        PlanEnd asked = monitoring.undecided(number);
        ExtensionRules rules = monitoring.extensionRules(number);
        return Map.of("_context", ReviewRows.joined(rows.about(number), "The reviewer asks for " + InWords.of(asked.endsOn()) + ": " + asked.reason(),
                rules.beyondTotal() ? "The plan would last more than " + InWords.length(rules.longest())
                        + " in total (Trust setting; absence not counted), so your comment is the written reason." : null));
    }

    @Override
    public Answer complete(Step step, AgreeExtension form) {
        Refusals refusals = new Refusals();
        monitoring.extensionRules(step.businessKey()).check(form, refusals);
        refusals.throwIfAny();
        monitoring.decideExtension(step.businessKey(), form.agreed(), form.comment(), step.userId());
        return Answer.with("agreed", form.agreed());
    }
}
