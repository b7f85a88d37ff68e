package fairway.staff;

/** An absence of this person was recorded, ended or corrected; published in the transaction that did it. */
public record AbsenceChanged(String staffNumber) {
}
