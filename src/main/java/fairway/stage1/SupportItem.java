package fairway.stage1;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * Support or a reasonable adjustment that was promised, with the person who arranges it and the day by which (S1D-08, S1D-12, S1A-05).
 * What stays open past its day is the employer's own omission.
 */
@Entity
@Table(name = "support_item")
public class SupportItem {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseNumber;

    private boolean adjustment;

    @Enumerated(EnumType.STRING)
    private SupportKind kind;

    private String what;

    private String arrangedBy;

    @Column(name = "due_on")
    private LocalDate by;

    private boolean inLetter;

    @Enumerated(EnumType.STRING)
    private SupportState state = SupportState.toArrange;

    private LocalDate promisedOn;
    private LocalDate arrangedOn;
    private LocalDate arrangedFor;
    private String detail;
    private LocalDate deliveredOn;
    private LocalDate declinedOn;
    private LocalDate closedOn;

    protected SupportItem() {
    }

    private SupportItem(String caseNumber, boolean adjustment, SupportKind kind, String what, String arrangedBy, LocalDate by, boolean inLetter,
            LocalDate promisedOn) {
        this.caseNumber = caseNumber;
        this.adjustment = adjustment;
        this.kind = kind;
        this.what = what;
        this.arrangedBy = arrangedBy;
        this.by = by;
        this.inLetter = inLetter;
        this.promisedOn = promisedOn;
    }

    /** Training, shadowing, mentoring … that was agreed; always named in letter and plan. */
    static SupportItem support(String caseNumber, SupportKind kind, String what, String arrangedBy, LocalDate by, LocalDate promisedOn) {
        return new SupportItem(caseNumber, false, kind, what, arrangedBy, by, true, promisedOn);
    }

    /** A reasonable adjustment; named in letter and plan only where the colleague wants it there. */
    static SupportItem adjustment(String caseNumber, String what, String arrangedBy, LocalDate by, boolean inLetter, LocalDate promisedOn) {
        return new SupportItem(caseNumber, true, SupportKind.other, what, arrangedBy, by, inLetter, promisedOn);
    }

    public Long id() {
        return id;
    }

    public String caseNumber() {
        return caseNumber;
    }

    /** Whether this is a reasonable adjustment rather than support. */
    public boolean adjustment() {
        return adjustment;
    }

    public SupportKind kind() {
        return kind;
    }

    public String what() {
        return what;
    }

    /** Staff number of whoever took it on. */
    public String arrangedBy() {
        return arrangedBy;
    }

    /** The day by which it is to be arranged, as promised; absences and pauses move it on: {@link Stage1#supportDueOn}. */
    public LocalDate by() {
        return by;
    }

    /** Whether letters, plans and notes may name it. */
    public boolean inLetter() {
        return inLetter;
    }

    public SupportState state() {
        return state;
    }

    public LocalDate promisedOn() {
        return promisedOn;
    }

    public LocalDate arrangedOn() {
        return arrangedOn;
    }

    /** The day for which it was arranged, e.g. of the training; may be unknown. */
    public LocalDate arrangedFor() {
        return arrangedFor;
    }

    public String detail() {
        return detail;
    }

    public LocalDate deliveredOn() {
        return deliveredOn;
    }

    public LocalDate declinedOn() {
        return declinedOn;
    }

    public LocalDate closedOn() {
        return closedOn;
    }

    /** What a person reads in lists. */
    public String label() {
        return (adjustment ? "Adjustment" : kind.label()) + ": " + what;
    }

    void arrange(String detail, LocalDate arrangedFor, LocalDate on) {
        requireOpen("arranged");
        this.state = SupportState.arranged;
        this.detail = detail;
        this.arrangedFor = arrangedFor;
        this.arrangedOn = on;
    }

    /** It will not be arranged: why is kept, and the promise stays open for the next review to answer. */
    void notArranged(String detail) {
        requireOpen("left unarranged");
        this.detail = detail;
    }

    void deliver(LocalDate on) {
        if (state == SupportState.delivered) {
            return;
        }
        requireOpen("delivered");
        state = SupportState.delivered;
        deliveredOn = on;
    }

    void decline(LocalDate on) {
        if (state == SupportState.declined) {
            return;
        }
        requireOpen("declined");
        state = SupportState.declined;
        declinedOn = on;
    }

    void close(LocalDate on) {
        if (state.isOpen()) {
            state = SupportState.closed;
            closedOn = on;
        }
    }

    private void requireOpen(String verb) {
        if (!state.isOpen()) {
            throw new IllegalStateException("support " + id + " cannot be " + verb + ": it is " + state);
        }
    }
}
