package fairway.health;

import java.util.Map;

import fairway.form.Answer;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;

/** HR records what came from Occupational Health: adjustments for the manager, fitness and all else restricted (S1A-06). */
@Component
class RecordOccupationalHealthAdviceForm implements TaskForm<RecordOccupationalHealthAdvice> {

    private final ReferralSteps referrals;

    RecordOccupationalHealthAdviceForm(ReferralSteps referrals) {
        this.referrals = referrals;
    }

    @Override
    public String id() {
        return "recordOccupationalHealthAdvice";
    }

    @Override
    public Class<RecordOccupationalHealthAdvice> type() {
        return RecordOccupationalHealthAdvice.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        ReferralStanding standing = referrals.referral(step.businessKey(), step.subjectId()).standing();
        return Map.of("_context", "The referral was sent on " + InWords.of(standing.sentOn()) + "; it stands at: " + standing.state().label() + ".");
    }

    @Override
    public Answer complete(Step step, RecordOccupationalHealthAdvice form) {
        referrals.recordAdvice(step.businessKey(), step.subjectId(), form, step.userId());
        return Answer.with("state", form.state().name());
    }
}
