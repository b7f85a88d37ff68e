package fairway.access;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    private final ObjectProvider<AllCases> all;

    public CaseAccess(Identities identities, People people, ObjectProvider<CaseParties> cases, ObjectProvider<LineParties> lines, ObjectProvider<AllCases> all) {
        this.identities = identities;
        this.people = people;
        this.cases = cases;
        this.lines = lines;
        this.all = all;
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

    /**
     * Whether a step of this case or line may be the user's, whoever it was given to: a part that somebody had, or a role, is theirs no longer. What is
     * left to do for a line that has ended stays with the manager who had it, and steps that are about neither have rules of their own.
     */
    public boolean mayHaveSteps(String userId, String businessKey) {
        if (businessKey == null) {
            return true;
        }
        if (businessKey.startsWith("PC-")) {
            return takesPart(userId, businessKey);
        }
        return !businessKey.startsWith("L-") || identity(userId).filter(i -> i.has(Role.MANAGER)).isPresent() && hasPartInLine(userId, businessKey);
    }

    private boolean hasPartInLine(String userId, String businessKey) {
        return maySeeLine(userId, businessKey) || Optional.ofNullable(lines.getIfAvailable()).flatMap(l -> l.ofLine(businessKey)).isEmpty();
    }

    /** Whether the page of a line may be read: by its manager. The colleague's own line is not theirs to open here. */
    public boolean maySeeLine(String userId, String lineId) {
        Optional<LineParties.Line> line = Optional.ofNullable(lines.getIfAvailable()).flatMap(l -> l.ofLine(lineId));
        return line.isPresent() && identity(userId).filter(i -> i.has(Role.MANAGER)).isPresent()
                && people.ofUser(userId).filter(m -> m.staffNumber().equals(line.get().manager())).isPresent();
    }

    /** Whether notes of a line may be read: by its manager, and once it has ended by whoever manages the colleague now. */
    public boolean maySeeNotes(String userId, String lineId) {
        return maySeeLine(userId, lineId) || Optional.ofNullable(lines.getIfAvailable()).flatMap(l -> l.after(lineId)).filter(next -> maySeeLine(userId, next.lineId())).isPresent();
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
        return asking(userId).relationTo(parties);
    }

    /** Whether this person (staff number) may be given a part in the case at all: not the colleague, nobody below them, no declared conflict. */
    public boolean isInConflict(String staffNumber, Parties parties) {
        return people.ofStaffNumber(staffNumber).map(member -> new Asking(member.userId(), member).isInConflictWith(parties)).orElse(false);
    }

    /** Numbers of all cases, ended ones too, that are shut to this user by a conflict. */
    public Set<String> conflictedCases(String userId) {
        return shutTo(userId).stream().filter(key -> key.startsWith("PC-")).collect(Collectors.toSet());
    }

    /** Business keys of everything that is shut to this user by a conflict: cases and access requests, ended ones too. */
    public Set<String> shutTo(String userId) {
        return userId == null ? Set.of() : Optional.ofNullable(all.getIfAvailable()).map(cases -> cases.shutTo(userId)).orElse(Set.of());
    }

    /** Ids of all lines, ended ones too, that are about this user or about somebody above them. */
    public Set<String> conflictedLines(String userId) {
        Set<String> upwards = asking(userId).upwards();
        return upwards.isEmpty() ? Set.of() : Optional.ofNullable(lines.getIfAvailable()).map(all -> all.aboutAnyOf(upwards)).orElse(Set.of());
    }

    /** The user as all cases are asked about them: read once, however many cases there are. */
    Asking asking(String userId) {
        return new Asking(userId, people.ofUser(userId).orElse(null));
    }

    /** Somebody who asks, as the staff list and their sign-in have them now; {@code member} is null for those who are not on the staff list. */
    final class Asking {

        private final String userId;
        private final People.Member member;
        private final Set<String> upwards;
        private Optional<Identity> identity;

        private Asking(String userId, People.Member member) {
            this.userId = userId;
            this.member = member;
            this.upwards = member == null ? Set.of() : people.upwards(member.staffNumber());
        }

        /** Staff numbers of the person and of everybody above them. */
        private Set<String> upwards() {
            return upwards;
        }

        boolean isInConflictWith(Parties parties) {
            return userId != null && parties.conflicted().contains(userId) || member != null && parties.conflictedPeople().contains(member.staffNumber())
                    || upwards.contains(parties.colleague());
        }

        Relation relationTo(Parties parties) {
            if (isInConflictWith(parties)) {
                return Relation.IN_CONFLICT;
            }
            if (member == null) {
                return Relation.NONE;
            }
            if (has(Role.MANAGER) && member.staffNumber().equals(parties.manager())) {
                return Relation.MANAGER;
            }
            if (has(Role.MANAGER) && member.staffNumber().equals(parties.deputy())) {
                return Relation.DEPUTY;
            }
            if (has(Role.HR) && member.staffNumber().equals(parties.adviser())) {
                return Relation.ADVISER;
            }
            if (has(Role.HR) && member.isHrOf(parties.division())) {
                return Relation.DIVISION_HR;
            }
            return identity().isPresent() && parties.takingPart().contains(member.staffNumber()) ? Relation.TAKING_PART : Relation.NONE;
        }

        private boolean has(Role role) {
            return identity().filter(i -> i.has(role)).isPresent();
        }

        private Optional<Identity> identity() {
            if (identity == null) {
                identity = CaseAccess.this.identity(userId);
            }
            return identity;
        }
    }

    private Optional<Identity> identity(String userId) {
        return userId == null ? Optional.empty() : identities.find(userId);
    }
}
