package fairway.performancecase;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import fairway.access.CaseAccess;
import fairway.access.Identities;
import fairway.access.Parties;
import fairway.access.Role;
import fairway.form.Option;
import fairway.form.Refusals;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Checks the people whom a form of a case names to act in it, and offers those who could be named. */
@Component
public class PeopleNamed {

    private static final String WHO_GIVES_A_SIGN_IN = "The Trust's Fairway administrator can give them one.";

    private final Staff staff;
    private final ObjectProvider<Identities> identities;
    private final CaseAccess access;
    private final PartiesOfCases parties;

    PeopleNamed(Staff staff, ObjectProvider<Identities> identities, CaseAccess access, PartiesOfCases parties) {
        this.staff = staff;
        this.identities = identities;
        this.access = access;
        this.parties = parties;
    }

    /** Refuses somebody who does not exist or has left. */
    Optional<StaffMember> current(Refusals refusals, String field, String staffNumber) {
        Optional<StaffMember> person = staff.find(staffNumber);
        refusals.when(person.isEmpty(), field, "unknownPerson", "", "Nobody on the staff list has this number. Choose a person from the list.");
        refusals.when(person.isPresent() && !staff.isCurrent(person.get()), field, "hasLeft", "", "This person has left the Trust. Choose somebody else.");
        return person.filter(staff::isCurrent);
    }

    /** Refuses somebody who cannot be manager or deputy of the case. */
    public void toManage(Refusals refusals, String field, String staffNumber, PerformanceCase about) {
        Optional<StaffMember> person = toAct(refusals, field, staffNumber, about, Role.MANAGER);
        refusals.when(person.isPresent() && staffNumber.equals(about.adviser()), field, "isAdviser", "PM-01",
                "This person is the HR adviser on the case. Manager and HR adviser are two people.");
    }

    /** Refuses somebody who cannot be HR adviser on the case. */
    void toAdvise(Refusals refusals, String field, String staffNumber, PerformanceCase about) {
        Optional<StaffMember> person = toAct(refusals, field, staffNumber, about, Role.HR);
        refusals.when(person.isPresent() && !person.get().isHr(), field, "notHr", "PM-01", "The adviser must be somebody of HR. Choose a person from the list.");
        refusals.when(person.isPresent() && (staffNumber.equals(about.manager()) || staffNumber.equals(about.deputy())), field, "inConflict", "PM-01",
                "This person manages the case. Manager and HR adviser are two people.");
    }

    private Optional<StaffMember> toAct(Refusals refusals, String field, String staffNumber, PerformanceCase about, Role role) {
        Optional<StaffMember> person = current(refusals, field, staffNumber);
        if (person.isEmpty()) {
            return person;
        }
        StaffMember found = person.get();
        refusals.when(!found.hasSignIn(), field, "noSignIn", "", found.fullName() + " has no sign-in and could not act. " + WHO_GIVES_A_SIGN_IN);
        refusals.when(found.hasSignIn() && !hasRole(found, role), field, "noRole", "",
                "The sign-in of " + found.fullName() + " does not have the role it takes (" + role.title() + "). The Trust's Fairway administrator can give it.");
        refusals.when(found.staffNumber().equals(about.colleague()), field, "isColleague", "", "This is the colleague whom the case is about. Choose somebody else.");
        refusals.when(!found.staffNumber().equals(about.colleague()) && access.isInConflict(staffNumber, parties.of(about)), field, "inConflict", "PM-01",
                "This person is in conflict: they report to the colleague, or declared a conflict of interest. Choose somebody else.");
        return person;
    }

    /** Who could be named manager or deputy. */
    public List<Option> managers(PerformanceCase about) {
        return offered(staff.withSignIn().stream().filter(p -> hasRole(p, Role.MANAGER)).filter(p -> !p.staffNumber().equals(about.adviser())), about);
    }

    /** Who could be named HR adviser; those of the division first. */
    List<Option> advisers(PerformanceCase about) {
        return offered(staff.hrPeople().stream().filter(StaffMember::hasSignIn).filter(p -> hasRole(p, Role.HR))
                .filter(p -> !p.staffNumber().equals(about.manager()) && !p.staffNumber().equals(about.deputy()))
                .sorted(Comparator.comparing(p -> !p.advisesOn(about.division()))), about);
    }

    private List<Option> offered(Stream<StaffMember> people, PerformanceCase about) {
        Parties around = parties.of(about);
        return people.filter(p -> !access.isInConflict(p.staffNumber(), around)).map(PeopleNamed::option).toList();
    }

    /** A person as a form offers them. */
    static Option option(StaffMember person) {
        return new Option(person.staffNumber(), person.fullName() + ", " + person.jobTitle() + " (" + person.staffNumber() + ")");
    }

    private boolean hasRole(StaffMember person, Role role) {
        return identities.stream().flatMap(users -> users.find(person.userId()).stream()).allMatch(identity -> identity.has(role));
    }
}
