package fairway.health;

import java.util.LinkedHashMap;
import java.util.Map;

import fairway.form.Answer;
import fairway.form.Preview;
import fairway.form.PreviewedForm;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.performancecase.Cases;
import fairway.staff.Staff;
import fairway.trust.TrustSettings;
import org.springframework.stereotype.Component;

/** Completes the referral with the colleague: what is asked, and what may be shared (S1A-06). Nothing is sent without their consent. */
@Component
class CompleteReferralForm implements TaskForm<CompleteReferral>, PreviewedForm<CompleteReferral> {

    private final ReferralSteps referrals;
    private final Cases cases;
    private final Staff staff;
    private final TrustSettings trust;

    CompleteReferralForm(ReferralSteps referrals, Cases cases, Staff staff, TrustSettings trust) {
        this.referrals = referrals;
        this.cases = cases;
        this.staff = staff;
        this.trust = trust;
    }

    @Override
    public String id() {
        return "completeReferral";
    }

    @Override
    public Class<CompleteReferral> type() {
        return CompleteReferral.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("_context", "It goes to " + trust.occupationalHealthName() + ", about "
                + staff.require(cases.require(step.businessKey()).colleague()).fullName() + ". Only what the colleague agrees to is shared.");
        known.put("questions", "What adjustments or support would help the colleague to reach the standard that is expected?\n"
                + "Is there anything that we should take into account in the timeframe of the plan?");
        return known;
    }

    @Override
    public String previewed(Step step) {
        return "referral";
    }

    @Override
    public boolean showsHealth() {
        return true;
    }

    /** The provider and the colleague get the same document; it is looked at together before the colleague has seen it. */
    @Override
    public Preview preview(Step step, CompleteReferral form) {
        missingTexts(form).throwIfAny();
        new Refusals().when(form.consent() == CompleteReferral.Consent.declined, "consent", "declined", "S1A-06",
                "Without consent nothing is sent, and there is nothing to see. Complete the step as it is, or say that consent is given.").throwIfAny();
        return referrals.preview(step.businessKey(), step.subjectId(), form);
    }

    @Override
    public Answer complete(Step step, CompleteReferral form) {
        missingTexts(form).when(form.consent() == CompleteReferral.Consent.given && !form.seenByColleague(), "seenByColleague", "seenFirst", "S1A-06",
                "The colleague sees the referral before it is sent: go through it with them, and confirm that they have seen it.").throwIfAny();
        referrals.complete(step.businessKey(), step.subjectId(), form, step.userId());
        return Answer.with("consent", form.consent().name());
    }

    private static Refusals missingTexts(CompleteReferral form) {
        boolean consent = form.consent() == CompleteReferral.Consent.given;
        Refusals refusals = new Refusals();
        refusals.when(consent && form.reason() == null, "reason", "required", "S1A-06", "Say why the colleague is referred.");
        refusals.when(consent && form.questions() == null, "questions", "required", "S1A-06", "Say what Occupational Health is asked.");
        return refusals;
    }
}
