package fairway.health;

import fairway.access.CaseAccess;
import fairway.correspondence.RestrictedReaders;
import org.springframework.stereotype.Component;

/** A referral as it was sent is read by who completes it with the colleague, the manager or their deputy, and by who reads the restricted part. */
@Component
class ReferralReaders implements RestrictedReaders {

    private final HealthRecords records;
    private final CaseAccess access;

    ReferralReaders(HealthRecords records, CaseAccess access) {
        this.records = records;
        this.access = access;
    }

    @Override
    public boolean mayReadReferrals(String caseNumber, String userId) {
        return access.relation(userId, caseNumber).ownsTheCase() || records.mayRead(caseNumber, userId);
    }
}
