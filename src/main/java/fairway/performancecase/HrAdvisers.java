package fairway.performancecase;

import java.util.Optional;

import fairway.correspondence.HrOfCase;
import fairway.correspondence.Recipient;
import fairway.staff.Staff;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The HR advisers of the cases, as answers to what is sent reach them. */
@Component
@Transactional(readOnly = true)
class HrAdvisers implements HrOfCase {

    private final Cases cases;
    private final Staff staff;

    HrAdvisers(Cases cases, Staff staff) {
        this.cases = cases;
        this.staff = staff;
    }

    @Override
    public Optional<Recipient> adviser(String key) {
        return cases.find(key).flatMap(about -> cases.adviserOf(about.number())).flatMap(staff::findCurrent).map(CaseMail::recipient);
    }
}
