package fairway.health;

import fairway.access.CaseAccess;
import fairway.form.Answer;
import fairway.form.CaseActionForm;
import fairway.form.Refusal;
import fairway.form.Step;
import fairway.performancecase.Cases;
import org.springframework.stereotype.Component;

/** Begins a referral from any step, by manager or HR; it is completed with the colleague, and sent with their consent alone (S1D-09, S1A-06). */
@Component
class ReferToOccupationalHealthForm implements CaseActionForm<ReferToOccupationalHealth> {

    private final HealthRecords records;
    private final ReferralSteps referrals;
    private final Cases cases;
    private final CaseAccess access;

    ReferToOccupationalHealthForm(HealthRecords records, ReferralSteps referrals, Cases cases, CaseAccess access) {
        this.records = records;
        this.referrals = referrals;
        this.cases = cases;
        this.access = access;
    }

    @Override
    public String id() {
        return "referToOccupationalHealth";
    }

    @Override
    public Class<ReferToOccupationalHealth> type() {
        return ReferToOccupationalHealth.class;
    }

    @Override
    public String label() {
        return "Refer to Occupational Health";
    }

    @Override
    public boolean offered(Step step) {
        return access.mayAct(step.userId(), step.businessKey()) && cases.require(step.businessKey()).isOpen() && !records.adviceOutstanding(step.businessKey());
    }

    @Override
    public Answer complete(Step step, ReferToOccupationalHealth form) {
        access.requireAct(step.userId(), step.businessKey());
        ClosedCase.refuse(cases.require(step.businessKey()));
        if (!referrals.referralDiscussed(step.businessKey(), step.userId())) {
            throw new Refusal("", "alreadyReferred", "S1A-06", "A referral to Occupational Health is open already. Wait for its advice, or withdraw it first.");
        }
        return Answer.none();
    }
}
