package fairway.stage1;

import java.util.List;
import java.util.Optional;

import fairway.access.CaseAccess;
import fairway.access.CaseParties;
import fairway.access.Parties;
import fairway.form.Option;
import fairway.form.Refusals;
import fairway.performancecase.PerformanceCase;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import org.springframework.stereotype.Component;

/** Checks the people whom a form gives a step of their own in a case (reviewer, whoever arranges support), and offers those who could be named. */
@Component
public class PeopleTakingPart {

    private final Staff staff;
    private final CaseAccess access;
    private final CaseParties cases;

    PeopleTakingPart(Staff staff, CaseAccess access, CaseParties cases) {
        this.staff = staff;
        this.access = access;
        this.cases = cases;
    }

    /**
     * Refuses somebody who does not exist, has left, cannot sign in, is the colleague or stands in conflict.
     *
     * @param clause clause that keeps the colleague from it; empty where none does
     */
    public Optional<StaffMember> check(Refusals refusals, String field, String staffNumber, PerformanceCase about, String clause) {
        Optional<StaffMember> found = staff.find(staffNumber);
        if (found.isEmpty()) {
            refusals.when(true, field, "unknownPerson", "", "Nobody on the staff list has this number. Choose a person from the list.");
            return found;
        }
        StaffMember person = found.get();
        boolean isColleague = staffNumber.equals(about.colleague());
        refusals.when(!staff.isCurrent(person), field, "hasLeft", "", "This person has left the Trust. Choose somebody else.");
        refusals.when(isColleague, field, "isColleague", clause, "This is the colleague whom the case is about. Choose somebody else.");
        refusals.when(!isColleague && staff.isCurrent(person) && !person.hasSignIn(), field, "noSignIn", "",
                person.fullName() + " has no sign-in and could not act. The Trust's Fairway administrator can give them one; or choose somebody else.");
        refusals.when(!isColleague && access.isInConflict(staffNumber, parties(about)), field, "inConflict", "",
                "This person reports to the colleague or has declared a conflict. Choose somebody else.");
        return found;
    }

    /** Who could be named, by name. */
    public List<Option> options(PerformanceCase about) {
        Parties around = parties(about);
        return staff.withSignIn().stream().filter(person -> !access.isInConflict(person.staffNumber(), around))
                .map(person -> new Option(person.staffNumber(), person.fullName() + ", " + person.jobTitle() + " (" + person.staffNumber() + ")")).toList();
    }

    private Parties parties(PerformanceCase about) {
        return cases.ofCase(about.number()).orElseThrow(() -> new IllegalStateException("no parties of " + about.number()));
    }
}
