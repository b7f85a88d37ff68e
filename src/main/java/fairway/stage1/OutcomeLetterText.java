package fairway.stage1;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The outline of the discussion that goes into the outcome letter (S1A-01): drafted, approved by the manager, confirmed by HR if they attended, sent. */
@Entity
@Table(name = "stage1_letter")
public class OutcomeLetterText {

    @Id
    private String caseNumber;

    private String draft;
    private String discussion;
    private Instant approvedAt;
    private String approvedBy;
    private Instant confirmedAt;
    private String confirmedBy;
    @Column(name = "changes_asked")
    private String changes;
    private LocalDate sentOn;

    protected OutcomeLetterText() {
    }

    OutcomeLetterText(String caseNumber, String draft) {
        this.caseNumber = caseNumber;
        this.draft = draft;
    }

    void approve(String text, Instant at, String by) {
        requireUnsent("approved");
        discussion = text;
        approvedAt = at;
        approvedBy = by;
    }

    void confirm(Instant at, String by) {
        requireUnsent("confirmed");
        confirmedAt = at;
        confirmedBy = by;
        changes = null;
    }

    void askForChanges(String what) {
        requireUnsent("changed");
        changes = what;
        approvedAt = null;
        approvedBy = null;
    }

    void sent(LocalDate on) {
        if (approvedAt == null) {
            throw new IllegalStateException("the outcome letter of " + caseNumber + " cannot be sent: it is not approved");
        }
        sentOn = on;
    }

    private void requireUnsent(String verb) {
        if (sentOn != null) {
            throw new IllegalStateException("the outcome letter of " + caseNumber + " cannot be " + verb + ": it was sent");
        }
    }

    public String caseNumber() {
        return caseNumber;
    }

    /** What was generated from script and meeting record. */
    public String draft() {
        return draft;
    }

    /** The text as approved; null before. */
    public String discussion() {
        return discussion;
    }

    public Instant approvedAt() {
        return approvedAt;
    }

    public String approvedBy() {
        return approvedBy;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }

    public String confirmedBy() {
        return confirmedBy;
    }

    /** What HR asks to be changed; null when nothing is asked. */
    public String changes() {
        return changes;
    }

    /** The day of its sending; null before. */
    public LocalDate sentOn() {
        return sentOn;
    }
}
