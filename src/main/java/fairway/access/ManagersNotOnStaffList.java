package fairway.access;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Users in the managers' group whom nobody on the staff list signs in as: they cannot sign in until one of the two is put right. HR reads them on
 * the page of the staff list, operations in the log.
 */
@Component
public class ManagersNotOnStaffList {

    private static final Logger LOG = LoggerFactory.getLogger(ManagersNotOnStaffList.class);

    private final Identities identities;
    private final People people;

    ManagersNotOnStaffList(Identities identities, People people) {
        this.identities = identities;
        this.people = people;
    }

    /** Their user ids, sorted. */
    public List<String> userIds() {
        return identities.members(Role.MANAGER).stream().filter(user -> people.ofUser(user).isEmpty()).sorted().toList();
    }

    @EventListener(ApplicationReadyEvent.class)
    void report() {
        List<String> found = userIds();
        if (!found.isEmpty()) {
            LOG.warn("In the managers' group, but not on the staff list; they cannot sign in: {}", String.join(", ", found));
        }
    }
}
