package fairway.stage1;

import java.time.Clock;
import java.time.LocalDate;

import fairway.correspondence.LetterHead;
import fairway.correspondence.Named;
import fairway.performancecase.Cases;
import fairway.performancecase.PerformanceCase;
import fairway.staff.Staff;
import fairway.staff.StaffMember;
import org.springframework.stereotype.Component;

/** Who stands in the letters of a case, and as what. */
@Component
public class CaseLetters {

    private final Cases cases;
    private final Staff staff;
    private final Clock clock;

    CaseLetters(Cases cases, Staff staff, Clock clock) {
        this.cases = cases;
        this.staff = staff;
        this.clock = clock;
    }

    /** A letter of today from whoever acts as manager to the colleague. */
    public LetterHead toColleague(PerformanceCase about) {
        return new LetterHead(about.number(), LocalDate.now(clock), named(about.colleague()), named(manager(about)));
    }

    /** A paper of today that is the manager's own. */
    LetterHead toManager(PerformanceCase about) {
        return new LetterHead(about.number(), LocalDate.now(clock), named(manager(about)), named(manager(about)));
    }

    /** Name and job title. */
    public Named named(String staffNumber) {
        StaffMember member = staff.require(staffNumber);
        return new Named(member.fullName(), member.jobTitle());
    }

    /** The name alone. */
    String name(String staffNumber) {
        return staff.require(staffNumber).fullName();
    }

    private String manager(PerformanceCase about) {
        return cases.ownerOf(about.number()).orElse(about.manager());
    }
}
