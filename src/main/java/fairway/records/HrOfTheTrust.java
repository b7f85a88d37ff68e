package fairway.records;

import fairway.access.CurrentUser;
import fairway.access.Identities;
import fairway.access.People;
import fairway.access.Role;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** HR of the whole Trust: named so by the staff list, and with the role of HR. They answer for records of every division. */
@Component
public class HrOfTheTrust {

    private final CurrentUser user;
    private final People people;
    private final Identities identities;

    HrOfTheTrust(CurrentUser user, People people, Identities identities) {
        this.user = user;
        this.people = people;
        this.identities = identities;
    }

    /** Whether whoever is signed in is one of them. */
    public boolean isSignedIn() {
        return user.has(Role.HR) && user.userId().filter(this::is).isPresent();
    }

    boolean is(String userId) {
        return people.ofUser(userId).filter(person -> person.hrDivisions().contains("*")).isPresent()
                && identities.find(userId).filter(identity -> identity.has(Role.HR)).isPresent();
    }

    /** @throws AccessDeniedException for everybody else */
    void require() {
        if (!isSignedIn()) {
            throw new AccessDeniedException("This is for HR of the whole Trust.");
        }
    }
}
