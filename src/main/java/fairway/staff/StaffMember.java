package fairway.staff;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

/** A person of the staff list. People are known by their staff number; only some have a sign-in. Only an import changes them. */
@Entity
@Immutable
public class StaffMember {

    private static final Set<String> BANDS_OF_MANAGERS = Set.of("8a", "8b", "8c", "8d", "9", "VSM");

    @Id
    private String staffNumber;
    private String firstName;
    private String lastName;
    private String email;
    private String jobTitle;
    private String band;
    private String division;
    private String managerStaffNumber;
    private String userId;
    private boolean medicalOrDental;
    private String site;
    private LocalDate startedOn;
    private LocalDate leftOn;
    private String hrDivisions;
    private boolean listed;

    protected StaffMember() {
    }

    public String staffNumber() {
        return staffNumber;
    }

    public String firstName() {
        return firstName;
    }

    public String lastName() {
        return lastName;
    }

    public String fullName() {
        return firstName + " " + lastName;
    }

    /** Null where the person has no mailbox: what is written to them is printed and handed over. */
    public String email() {
        return email;
    }

    public String jobTitle() {
        return jobTitle;
    }

    /** Agenda for Change band (1 to 9 with 8a to 8d), {@code VSM} or {@code Medical}. */
    public String band() {
        return band;
    }

    public String division() {
        return division;
    }

    /** Staff number of the line manager; null if the list names none. */
    public String managerStaffNumber() {
        return managerStaffNumber;
    }

    /** User id of the sign-in; null if the person has none. */
    public String userId() {
        return userId;
    }

    public boolean hasSignIn() {
        return userId != null;
    }

    public boolean medicalOrDental() {
        return medicalOrDental;
    }

    public String site() {
        return site;
    }

    public LocalDate startedOn() {
        return startedOn;
    }

    /** Last day of employment; null if none is known. */
    public LocalDate leftOn() {
        return leftOn;
    }

    /** Whether the last day of employment lies before the given day. */
    public boolean hasLeft(LocalDate today) {
        return leftOn != null && leftOn.isBefore(today);
    }

    /** Whether the day is one of their employment, as far as the list knows it. */
    public boolean worksOn(LocalDate day) {
        return !startedOn.isAfter(day) && !hasLeft(day);
    }

    /** The divisions that this person advises on as HR; {@code *} stands for all; empty for everyone outside HR. */
    public List<String> hrDivisions() {
        return divisionsIn(hrDivisions);
    }

    /** The divisions in the text of the column {@code hr_divisions}: names with semicolons between them. */
    public static List<String> divisionsIn(String hrDivisions) {
        return Arrays.stream(hrDivisions.split(";")).map(String::strip).filter(d -> !d.isEmpty()).toList();
    }

    public boolean isHr() {
        return !hrDivisions.isBlank();
    }

    /** Whether this person advises on the division as HR. */
    public boolean advisesOn(String divisionName) {
        List<String> divisions = hrDivisions();
        return divisions.contains("*") || divisions.contains(divisionName);
    }

    /** Whether the latest staff list names this person: if not, their e-mail address and user id are free for somebody else. */
    public boolean listed() {
        return listed;
    }

    /** Band 8a and above, or VSM: a manager for the frequency of one-to-ones whether or not anyone reports to them (OTO-02). */
    boolean isInBandOfManagers() {
        return BANDS_OF_MANAGERS.contains(band);
    }
}
