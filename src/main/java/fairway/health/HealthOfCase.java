package fairway.health;

import fairway.performancecase.Disclosures;
import fairway.performancecase.OccupationalHealth;
import org.springframework.stereotype.Component;

/** Takes what was told about health in the informal conversation into the restricted part, and begins the referral that was agreed there. */
@Component
class HealthOfCase implements Disclosures, OccupationalHealth {

    private final HealthRecords records;
    private final ReferralSteps referrals;

    HealthOfCase(HealthRecords records, ReferralSteps referrals) {
        this.records = records;
        this.referrals = referrals;
    }

    @Override
    public void keep(String caseNumber, String text, String userId) {
        records.keep(caseNumber, HealthSource.informalConversation, text, userId);
    }

    @Override
    public void referralAgreed(String caseNumber, String userId) {
        referrals.referralAgreed(caseNumber, userId);
    }

    @Override
    public void referralDeclined(String caseNumber, String userId) {
        referrals.referralDeclined(caseNumber, userId);
    }
}
