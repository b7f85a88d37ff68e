package fairway.access;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/**
 * The one policy of who sees and does what on a case or a line. A manager has the cases and lines they own now, HR those they advise on or
 * their division's. Nobody who is the colleague, stands below the colleague in the staff list or has a declared conflict of interest sees
 * anything, whatever else they are: HR, process owners, operations and administrators included.
 */
@Service
public class CaseAccess {

    private final Identities identities;
    private final People people;
    private final ObjectProvider<CaseParties> cases;
    private final ObjectProvider<LineParties> lines;

    public CaseAccess(Identities identities, People people, ObjectProvider<CaseParties> cases, ObjectProvider<LineParties> lines) {
        this.identities = identities;
        this.people = people;
        this.cases = cases;
        this.lines = lines;
    }

    /** Whether the case file may be read. False, too, when there is no such case or user. */
    public boolean maySee(String userId, String caseNumber) {
        return relation(userId, caseNumber).seesTheCase();
    }

    /** Whether the user may act on the case: its manager or deputy, its HR adviser, HR of its division. Each action narrows this down. */
    public boolean mayAct(String userId, String caseNumber) {
        return maySee(userId, caseNumber);
    }

    /** Whether HR's restricted part (health, protected factors) may be read: HR of the case only. */
    public boolean maySeeRestricted(String userId, String caseNumber) {
        return relation(userId, caseNumber).isHr();
    }

    /** Whether the user has any part in the case: those who see it, and those who only have a step of their own in it. */
    public boolean takesPart(String userId, String caseNumber) {
        Relation relation = relation(userId, caseNumber);
        return relation.seesTheCase() || relation == Relation.TAKING_PART;
    }

    /** Whether the page of a line may be read: by its manager. The colleague's own line is not theirs to open here. */
    public boolean maySeeLine(String userId, String lineId) {
        Optional<LineParties.Line> line = Optional.ofNullable(lines.getIfAvailable()).flatMap(l -> l.ofLine(lineId));
        return line.isPresent() && identity(userId).filter(i -> i.has(Role.MANAGER)).isPresent()
                && people.ofUser(userId).filter(m -> m.staffNumber().equals(line.get().manager())).isPresent();
    }

    /** @throws AccessDeniedException when the case file may not be read; the message names no case that might not exist */
    public void requireSee(String userId, String caseNumber) {
        if (!maySee(userId, caseNumber)) {
            throw new AccessDeniedException("This case is not one of yours.");
        }
    }

    /** @throws AccessDeniedException when the user may not act on the case */
    public void requireAct(String userId, String caseNumber) {
        if (!mayAct(userId, caseNumber)) {
            throw new AccessDeniedException("This case is not one of yours.");
        }
    }

    /** @throws AccessDeniedException when the line is not the user's */
    public void requireSeeLine(String userId, String lineId) {
        if (!maySeeLine(userId, lineId)) {
            throw new AccessDeniedException("This line is not one of yours.");
        }
    }

    /** How the user stands to the case now. */
    public Relation relation(String userId, String caseNumber) {
        return Optional.ofNullable(cases.getIfAvailable()).flatMap(c -> c.ofCase(caseNumber))
                .map(parties -> relation(userId, parties)).orElse(Relation.NONE);
    }

    /** As {@link #relation(String, String)}, for parties that were read already. */
    public Relation relation(String userId, Parties parties) {
        Optional<People.Member> member = people.ofUser(userId);
        if (isInConflict(userId, member, parties)) {
            return Relation.IN_CONFLICT;
        }
        Optional<Identity> identity = identity(userId);
        if (member.isEmpty() || identity.isEmpty()) {
            return Relation.NONE;
        }
        String staffNumber = member.get().staffNumber();
        if (identity.get().has(Role.MANAGER) && staffNumber.equals(parties.manager())) {
            return Relation.MANAGER;
        }
        if (identity.get().has(Role.MANAGER) && staffNumber.equals(parties.deputy())) {
            return Relation.DEPUTY;
        }
        if (identity.get().has(Role.HR) && staffNumber.equals(parties.adviser())) {
            return Relation.ADVISER;
        }
        if (identity.get().has(Role.HR) && member.get().isHrOf(parties.division())) {
            return Relation.DIVISION_HR;
        }
        return parties.takingPart().contains(staffNumber) ? Relation.TAKING_PART : Relation.NONE;
    }

    /** Whether this person (staff number) may be given a part in the case at all: not the colleague, nobody below them, no declared conflict. */
    public boolean isInConflict(String staffNumber, Parties parties) {
        return people.ofStaffNumber(staffNumber)
                .map(member -> isInConflict(member.userId(), Optional.of(member), parties))
                .orElse(false);
    }

    private boolean isInConflict(String userId, Optional<People.Member> member, Parties parties) {
        if (userId != null && parties.conflicted().contains(userId)) {
            return true;
        }
        Set<String> seen = new HashSet<>();
        Optional<People.Member> at = member;
        while (at.isPresent() && seen.add(at.get().staffNumber())) {
            if (at.get().staffNumber().equals(parties.colleague())) {
                return true;
            }
            String above = at.get().manager();
            at = above == null ? Optional.empty() : people.ofStaffNumber(above);
        }
        return false;
    }

    /** Numbers of all cases, ended ones too, that are shut to this user by a conflict. */
    public Set<String> conflictedCases(String userId) {
        Set<String> upwards = new LinkedHashSet<>();
        Optional<People.Member> at = people.ofUser(userId);
        while (at.isPresent() && upwards.add(at.get().staffNumber())) {
            String above = at.get().manager();
            at = above == null ? Optional.empty() : people.ofStaffNumber(above);
        }
        Set<String> numbers = new HashSet<>();
        cases.ifAvailable(all -> {
            all.aboutAnyOf(upwards).forEach(parties -> numbers.add(parties.caseNumber()));
            all.withDeclaredConflict().stream().filter(parties -> parties.conflicted().contains(userId)).forEach(parties -> numbers.add(parties.caseNumber()));
        });
        return numbers;
    }

    private Optional<Identity> identity(String userId) {
        return userId == null ? Optional.empty() : identities.find(userId);
    }
}
