package fairway.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works at the Trust. "Current" means named by the latest staff list and not past the last day of employment. */
@Service
@Transactional(readOnly = true)
public class Staff {

    private final StaffMemberRepository members;
    private final Clock clock;

    Staff(StaffMemberRepository members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    /** The person with this staff number, leavers included. @throws IllegalArgumentException if there never was one */
    public StaffMember require(String staffNumber) {
        return find(staffNumber).orElseThrow(() -> new IllegalArgumentException("no staff member " + staffNumber));
    }

    /** The person with this staff number, leavers included. */
    public Optional<StaffMember> find(String staffNumber) {
        return staffNumber == null ? Optional.empty() : members.findById(staffNumber);
    }

    /** The person with this staff number unless they have left. */
    public Optional<StaffMember> findCurrent(String staffNumber) {
        return find(staffNumber).filter(this::isCurrent);
    }

    /** People by staff number, leavers included; numbers that never existed are left out. */
    public Map<String, StaffMember> byStaffNumber(Collection<String> staffNumbers) {
        return InParts.of(staffNumbers, members::findAllByStaffNumberIn).stream().collect(Collectors.toMap(StaffMember::staffNumber, Function.identity()));
    }

    /** Staff numbers of the line managers of these people. */
    public Set<String> managersOf(Collection<String> staffNumbers) {
        return Set.copyOf(InParts.of(staffNumbers, members::findManagersOf));
    }

    /** The current person who signs in as this user. */
    public Optional<StaffMember> byUser(String userId) {
        return userId == null ? Optional.empty() : members.findCurrentByUserId(userId, today());
    }

    /** Whether the list names somebody with this user id, but for capital and small letters. */
    public boolean hasInOtherSpelling(String userId) {
        return members.existsInOtherSpelling(userId);
    }

    /** Everybody whom the list names or named with one of these user ids; several to one where it was given to somebody else. */
    public List<StaffMember> everSignedInAs(Collection<String> userIds) {
        return members.findByUserIdIn(userIds);
    }

    public boolean isCurrent(StaffMember member) {
        return !member.hasLeft(today());
    }

    /** Current people whose line manager this is, by name. */
    public List<StaffMember> reportsOf(String managerStaffNumber) {
        return members.findCurrentReports(managerStaffNumber, today());
    }

    /** Whether the policy's "managers upwards" holds: current reports, or band 8a and above, or VSM (OTO-02). */
    public boolean isManagerOrAbove(StaffMember member) {
        return member.isInBandOfManagers() || members.hasCurrentReports(member.staffNumber(), today());
    }

    /** Current people who can sign in, by name. */
    public List<StaffMember> withSignIn() {
        return members.findCurrentWithSignIn(today());
    }

    /** Current people who advise on divisions as HR, by name; whether they have a sign-in or not. */
    public List<StaffMember> hrPeople() {
        return members.findCurrentHrPeople(today());
    }

    /** Staff numbers of those people and of everybody above them. */
    public Set<String> hrAndAbove() {
        return members.findHrAndAbove(today());
    }

    /** Staff numbers of the person and of everybody above them. */
    public Set<String> upwards(String staffNumber) {
        return members.findUpwards(staffNumber);
    }

    /** People of the latest staff list whose name, staff number, e-mail, job title or division holds the words, by name. */
    public List<StaffMember> search(String words, int atMost) {
        return members.search(pattern(words), Limit.of(atMost));
    }

    /** People who are or ever were on the staff list and whose name, staff number or e-mail holds the words, or whose user id they are; who is on it now comes first. */
    public List<StaffMember> searchEverybody(String words, int atMost) {
        return members.searchEverybody(pattern(words), words.strip().toLowerCase(Locale.UK), Limit.of(atMost));
    }

    private static String pattern(String words) {
        String escaped = words == null ? "" : words.strip().toLowerCase(Locale.UK).replaceAll("([%_\\\\])", "\\\\$1");
        return "%" + escaped + "%";
    }

    /** Everybody who is or was on the staff list. */
    public List<StaffMember> everybody() {
        return members.findAll();
    }

    public long countCurrent() {
        return members.countCurrent(today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
