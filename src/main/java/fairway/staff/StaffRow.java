package fairway.staff;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One person as a staff list names them. Empty columns are null, but for {@code hrDivisions}.
 *
 * @param line line of the file; 0 for a person as Fairway knows them now
 */
record StaffRow(long line, String staffNumber, String firstName, String lastName, String email, String jobTitle, String band, String division,
        String managerStaffNumber, String userId, boolean medicalOrDental, String site, LocalDate startedOn, LocalDate leftOn, String hrDivisions) {

    static StaffRow of(StaffMember member) {
        return new StaffRow(0, member.staffNumber(), member.firstName(), member.lastName(), member.email(), member.jobTitle(), member.band(),
                member.division(), member.managerStaffNumber(), member.userId(), member.medicalOrDental(), member.site(), member.startedOn(),
                member.leftOn(), String.join(";", member.hrDivisions()));
    }

    String fullName() {
        return firstName + " " + lastName;
    }

    List<String> hrDivisionList() {
        return Arrays.stream(hrDivisions.split(";")).map(String::strip).filter(d -> !d.isEmpty()).toList();
    }

    boolean hasLeft(LocalDate today) {
        return leftOn != null && leftOn.isBefore(today);
    }

    /** Whether all that both say is the same, wherever it stands. */
    boolean saysTheSameAs(StaffRow other) {
        return Objects.equals(atLine(0), other.atLine(0));
    }

    private StaffRow atLine(long number) {
        return new StaffRow(number, staffNumber, firstName, lastName, email, jobTitle, band, division, managerStaffNumber, userId, medicalOrDental,
                site, startedOn, leftOn, hrDivisions);
    }
}
