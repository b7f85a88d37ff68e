package fairway.stage1;

import java.time.LocalDate;

import fairway.secrecy.Seal;
import fairway.secrecy.SealedColumn;
import fairway.secrecy.SealedText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;

/**
 * Support or a reasonable adjustment that was promised, with the person who arranges it and the day by which (S1D-08, S1D-12, S1A-05).
 * What stays open past its day is the employer's own omission. An adjustment that letters do not name is kept apart: its texts are sealed, and read
 * through fairway.health alone.
 */
@Entity
@DynamicUpdate
@Table(name = "support_item")
public class SupportItem {

    private static final String KEPT_APART = "kept apart";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseNumber;

    private boolean adjustment;

    @Enumerated(EnumType.STRING)
    private SupportKind kind;

    private String what;

    private SealedText sealedWhat;

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
    private SealedText sealedDetail;
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

    /** A reasonable adjustment that the colleague wants to be named in letter and plan. */
    static SupportItem adjustment(String caseNumber, String what, String arrangedBy, LocalDate by, LocalDate promisedOn) {
        return new SupportItem(caseNumber, true, SupportKind.other, what, arrangedBy, by, true, promisedOn);
    }

    /** A reasonable adjustment that is kept apart. */
    static SupportItem adjustmentKeptApart(String caseNumber, String what, String arrangedBy, LocalDate by, LocalDate promisedOn, Seal seal) {
        SupportItem item = new SupportItem(caseNumber, true, SupportKind.other, null, arrangedBy, by, false, promisedOn);
        item.sealedWhat = seal.seal(SealedColumn.ADJUSTMENT, caseNumber, what);
        return item;
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

    /** What was promised; of an adjustment that is kept apart only that it is one. */
    public String what() {
        return isKeptApart() ? KEPT_APART : what;
    }

    /** Whether its texts are for the manager and the HR adviser alone. */
    public boolean isKeptApart() {
        return sealedWhat != null;
    }

    /** What was promised, also of an adjustment that is kept apart. */
    String opened(Seal seal) {
        return isKeptApart() ? seal.open(SealedColumn.ADJUSTMENT, caseNumber, sealedWhat) : what;
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
        return isKeptApart() ? "Adjustment, " + KEPT_APART : (adjustment ? "Adjustment" : kind.label()) + ": " + what;
    }

    void arrange(String detail, LocalDate arrangedFor, LocalDate on, Seal seal) {
        requireOpen("arranged");
        this.state = SupportState.arranged;
        keep(detail, seal);
        this.arrangedFor = arrangedFor;
        this.arrangedOn = on;
    }

    /** It will not be arranged: why is kept, and the promise stays open for the next review to answer. */
    void notArranged(String detail, Seal seal) {
        requireOpen("left unarranged");
        keep(detail, seal);
    }

    /** What is said of a promise that was arranged or answered meanwhile is kept beside what was said before; how it was answered stands. */
    void annotate(String more, Seal seal) {
        if (state == SupportState.toArrange) {
            throw new IllegalStateException("support " + id + " is still to be arranged");
        }
        String before = isKeptApart() ? seal.open(SealedColumn.ADJUSTMENT_DETAIL, caseNumber, sealedDetail) : detail;
        keep(before == null ? more : before + "\n\n" + more, seal);
    }

    private void keep(String newDetail, Seal seal) {
        if (isKeptApart()) {
            sealedDetail = seal.seal(SealedColumn.ADJUSTMENT_DETAIL, caseNumber, newDetail);
        } else {
            detail = newDetail;
        }
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
