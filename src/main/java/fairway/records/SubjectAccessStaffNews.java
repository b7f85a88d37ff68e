package fairway.records;

import fairway.staff.StaffChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever answers a request may leave: it goes on without them, for the month does too. */
@Component
@Transactional
class SubjectAccessStaffNews {

    private final SubjectAccess requests;

    SubjectAccessStaffNews(SubjectAccess requests) {
        this.requests = requests;
    }

    @EventListener(StaffChanged.class)
    void staffChanged() {
        requests.ownersChanged();
    }
}
