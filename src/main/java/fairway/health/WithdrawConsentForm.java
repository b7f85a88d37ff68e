package fairway.health;

import fairway.access.CaseAccess;
import fairway.form.Answer;
import fairway.form.CaseActionForm;
import fairway.form.Refusal;
import fairway.form.Step;
import org.springframework.stereotype.Component;

/** Records that the colleague withdrew their consent to a referral, which stops it wherever it is, even after the case has ended (S1A-06). */
@Component
class WithdrawConsentForm implements CaseActionForm<WithdrawConsent> {

    private final HealthRecords records;
    private final ReferralSteps referrals;
    private final CaseAccess access;

    WithdrawConsentForm(HealthRecords records, ReferralSteps referrals, CaseAccess access) {
        this.records = records;
        this.referrals = referrals;
        this.access = access;
    }

    @Override
    public String id() {
        return "withdrawConsent";
    }

    @Override
    public Class<WithdrawConsent> type() {
        return WithdrawConsent.class;
    }

    @Override
    public String label() {
        return "Record that consent was withdrawn";
    }

    @Override
    public boolean offered(Step step) {
        return access.mayAct(step.userId(), step.businessKey()) && records.adviceOutstanding(step.businessKey());
    }

    @Override
    public Answer complete(Step step, WithdrawConsent form) {
        access.requireAct(step.userId(), step.businessKey());
        if (!records.adviceOutstanding(step.businessKey())) {
            throw new Refusal("", "noReferral", "S1A-06", "There is no open referral to Occupational Health.");
        }
        referrals.withdrawConsent(step.businessKey(), step.userId());
        return Answer.none();
    }
}
