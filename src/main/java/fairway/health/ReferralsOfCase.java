package fairway.health;

import java.util.List;

import fairway.performancecase.OpenMatters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An open referral outlives its case: HR and the colleague are told that it goes on, without a word of what it says. */
@Component
class ReferralsOfCase implements OpenMatters {

    private final HealthRecords records;

    ReferralsOfCase(HealthRecords records) {
        this.records = records;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Matter> of(String caseNumber) {
        return records.referralsOf(caseNumber).stream().filter(referral -> referral.state().isOpen())
                .map(referral -> new Matter("A referral to Occupational Health, " + referral.state().label() + ": it goes on",
                        "Your referral to Occupational Health goes on.")).toList();
    }
}
