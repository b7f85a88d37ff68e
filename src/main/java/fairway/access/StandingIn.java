package fairway.access;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** For whom somebody acts who has a case as the deputy of its manager. */
@Component
class StandingIn {

    private static final Pattern CASE_NUMBER = Pattern.compile("PC-[0-9]{4}-[0-9]{6,}");

    private final ObjectProvider<CaseParties> cases;
    private final ObjectProvider<People> people;

    StandingIn(ObjectProvider<CaseParties> cases, ObjectProvider<People> people) {
        this.cases = cases;
        this.people = people;
    }

    /**
     * The manager's user id, or {@code staff:} and their number where they have none.
     *
     * @param key names the case somewhere in it; may be null
     * @return null for everybody who acts for themselves, and where the key is about no case
     */
    String forWhom(String userId, String key) {
        Matcher number = CASE_NUMBER.matcher(key == null ? "" : key);
        if (userId == null || !number.find()) {
            return null;
        }
        return Optional.ofNullable(cases.getIfAvailable()).flatMap(all -> all.ofCase(number.group())).filter(parties -> isDeputy(userId, parties))
                .map(parties -> userOf(parties.manager())).orElse(null);
    }

    private boolean isDeputy(String userId, Parties parties) {
        return parties.deputy() != null && !parties.deputy().equals(parties.manager())
                && people.getObject().ofUser(userId).filter(member -> member.staffNumber().equals(parties.deputy())).isPresent();
    }

    private String userOf(String staffNumber) {
        return people.getObject().ofStaffNumber(staffNumber).map(People.Member::userId).orElse("staff:" + staffNumber);
    }
}
