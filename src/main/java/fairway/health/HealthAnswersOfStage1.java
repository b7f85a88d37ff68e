package fairway.health;

import fairway.stage1.HealthAnswers;
import org.springframework.stereotype.Component;

/** Takes the health answer of the Stage 1 meeting into the restricted part (S1D-07). */
@Component
class HealthAnswersOfStage1 implements HealthAnswers {

    private final HealthRecords records;
    private final ReferralSteps referrals;

    HealthAnswersOfStage1(HealthRecords records, ReferralSteps referrals) {
        this.records = records;
        this.referrals = referrals;
    }

    @Override
    public void keep(String caseNumber, String text, String userId) {
        records.keep(caseNumber, HealthSource.stage1Meeting, text, userId);
    }

    @Override
    public void keepReason(String caseNumber, String text, String userId) {
        records.keep(caseNumber, HealthSource.adjustments, text, userId);
    }

    @Override
    public void referralDeclined(String caseNumber, String userId) {
        referrals.referralDeclined(caseNumber, userId);
    }
}
