package fairway.performancecase;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.persistence.Embeddable;

/** A declared conflict of interest: from then on the case is shut to this user, and to the same person under another sign-in. */
@Embeddable
public class Conflict {

    private String userId;
    private String staffNumber;
    private String why;
    private LocalDate declaredOn;
    private String declaredBy;

    protected Conflict() {
    }

    /** @param staffNumber who the user is; null for somebody who is not on the staff list */
    Conflict(String userId, String staffNumber, String why, LocalDate declaredOn, String declaredBy) {
        this.userId = userId;
        this.staffNumber = staffNumber;
        this.why = why;
        this.declaredOn = declaredOn;
        this.declaredBy = declaredBy;
    }

    public String userId() {
        return userId;
    }

    /** Null for somebody who is not on the staff list. */
    public String staffNumber() {
        return staffNumber;
    }

    public String why() {
        return why;
    }

    public LocalDate declaredOn() {
        return declaredOn;
    }

    /** User id of who declared it: themselves, or HR for them. */
    public String declaredBy() {
        return declaredBy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Conflict conflict && userId.equals(conflict.userId) && declaredOn.equals(conflict.declaredOn)
                && declaredBy.equals(conflict.declaredBy) && why.equals(conflict.why);
    }

    @Override
    public int hashCode() {
        return Objects.hash(userId, declaredOn);
    }
}
