package fairway.staff;

import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import fairway.access.People;

/** Answers {@code access} from the staff list. */
@Component
class StaffListPeople implements People {

    private final Staff staff;

    StaffListPeople(Staff staff) {
        this.staff = staff;
    }

    @Override
    public Optional<Member> ofUser(String userId) {
        return staff.byUser(userId).map(StaffListPeople::member);
    }

    @Override
    public boolean haveInOtherSpelling(String userId) {
        return staff.hasInOtherSpelling(userId);
    }

    @Override
    public Optional<Member> ofStaffNumber(String staffNumber) {
        return staff.find(staffNumber).map(StaffListPeople::member);
    }

    @Override
    public Set<String> hrAndAbove() {
        return staff.hrAndAbove();
    }

    @Override
    public Set<String> upwards(String staffNumber) {
        return staff.upwards(staffNumber);
    }

    private static Member member(StaffMember person) {
        return new Member(person.staffNumber(), person.userId(), person.managerStaffNumber(), Set.copyOf(person.hrDivisions()));
    }
}
