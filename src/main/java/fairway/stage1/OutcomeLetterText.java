package fairway.stage1;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
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

    @ElementCollection
    @CollectionTable(name = "stage1_letter_document", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<ApprovedDocument> documents = new ArrayList<>();
    private LocalDate commentsUntil;
    private Integer planVersion;

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

    /** Keeps what was approved, in place of what was approved before and never sent. */
    void keep(List<ApprovedDocument> approved, LocalDate lastDayForComments, int version) {
        requireUnsent("made");
        documents.clear();
        documents.addAll(approved);
        commentsUntil = lastDayForComments;
        planVersion = version;
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

    /** The letter, the plan and the policy as they were approved, in the order in which they go; empty before. */
    public List<ApprovedDocument> documents() {
        return List.copyOf(documents);
    }

    /** The last day for comments that the approved letter names; null before. */
    public LocalDate commentsUntil() {
        return commentsUntil;
    }

    /** Version of the plan that goes with the approved letter; null before. */
    Integer planVersion() {
        return planVersion;
    }

    /** The day of its sending; null before. */
    public LocalDate sentOn() {
        return sentOn;
    }
}
