package fairway.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fairway.secrecy.SealedText;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;

/**
 * One review of the plan of a case (S1D-15, S1D-16): due on a day, perhaps moved, then held, with what was seen of every target.
 * The review at the end of the plan is of kind {@link Kind#finalReview} and has a result.
 */
@Entity
@DynamicUpdate
@Table(name = "monitoring_review")
public class MonitoringReview {

    /** A review on the way, or the one that decides. */
    public enum Kind { progress, finalReview }

    /** A review that is due and can be moved; one that was held; one that was overtaken by an end of the case or of the plan. */
    public enum State { due, held, lapsed }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String caseNumber;
    private int occurrence;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    @Enumerated(EnumType.STRING)
    private State state = State.due;
    private LocalDate dueOn;
    private LocalDate movedTo;
    private LocalDate heldOn;
    private Instant recordedAt;
    private String recordedBy;
    private String barriers;
    private String colleagueView;
    private boolean declinedToComment;
    private SealedText adjustmentsConsidered;
    private boolean detriment;
    private String detrimentReason;
    @Enumerated(EnumType.STRING)
    private FinalResult result;
    private String resultReason;

    @ElementCollection
    @CollectionTable(name = "review_target", joinColumns = @JoinColumn(name = "review_id"))
    private List<TargetResult> targets = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "review_support", joinColumns = @JoinColumn(name = "review_id"))
    private List<SupportResult> support = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "review_missed", joinColumns = @JoinColumn(name = "review_id"))
    @OrderColumn(name = "position")
    private List<MissedReview> missed = new ArrayList<>();

    protected MonitoringReview() {
    }

    MonitoringReview(String caseNumber, int occurrence, Kind kind, LocalDate dueOn) {
        this.caseNumber = caseNumber;
        this.occurrence = occurrence;
        this.kind = kind;
        this.dueOn = dueOn;
    }

    /** Records that it took place, with what was seen. */
    void hold(LocalDate on, ReviewFindings findings, Instant at, String by) {
        mustBeDue("held");
        this.state = State.held;
        this.heldOn = on;
        this.recordedAt = at;
        this.recordedBy = by;
        this.targets.addAll(findings.targets());
        this.support.addAll(findings.support());
        this.barriers = findings.barriers();
        this.colleagueView = findings.colleagueView();
        this.declinedToComment = findings.declinedToComment();
        this.adjustmentsConsidered = findings.adjustmentsConsidered();
    }

    /** Records that an urgent or important target failed with risk of serious detriment to the service (S1D-17). */
    void riskOfDetriment(String reason) {
        if (state != State.held || kind != Kind.progress) {
            throw new IllegalStateException("review " + id + " is " + kind + ", " + state);
        }
        this.detriment = true;
        this.detrimentReason = reason;
    }

    /** Gives a final review its result. */
    void conclude(FinalResult as, String reason) {
        if (state != State.held || kind != Kind.finalReview) {
            throw new IllegalStateException("review " + id + " is " + kind + ", " + state);
        }
        this.result = as;
        this.resultReason = reason;
    }

    /** Records that it did not take place; with a new day it is due then, without one HR decides first. */
    void miss(MissedReview how) {
        mustBeDue("moved");
        missed.add(how);
        this.movedTo = how.movedTo();
    }

    /** Gives it a new day after HR decided on the non-attendance, or after an absence. */
    void moveTo(LocalDate day) {
        mustBeDue("moved");
        this.movedTo = day;
    }

    /** Ends it without being held, because the case or this stretch of the plan ended before. */
    void lapse() {
        mustBeDue("lapsed");
        this.state = State.lapsed;
    }

    private void mustBeDue(String to) {
        if (state != State.due) {
            throw new IllegalStateException("review " + id + " cannot be " + to + ": it is " + state);
        }
    }

    /** Whether the colleague was not there once already, sickness and an unavailable companion not counted. */
    boolean missedBefore() {
        return missed.stream().anyMatch(MissedReview::counts);
    }

    /** The day on which it is to be held, as it stands now. */
    public LocalDate day() {
        return movedTo != null ? movedTo : dueOn;
    }

    public boolean isDue() {
        return state == State.due;
    }

    public boolean isHeld() {
        return state == State.held;
    }

    public Long id() {
        return id;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public int occurrence() {
        return occurrence;
    }

    public Kind kind() {
        return kind;
    }

    public State state() {
        return state;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public LocalDate heldOn() {
        return heldOn;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public String barriers() {
        return barriers;
    }

    public String colleagueView() {
        return colleagueView;
    }

    public boolean declinedToComment() {
        return declinedToComment;
    }

    SealedText adjustmentsConsidered() {
        return adjustmentsConsidered;
    }

    public boolean detriment() {
        return detriment;
    }

    public String detrimentReason() {
        return detrimentReason;
    }

    public FinalResult result() {
        return result;
    }

    public String resultReason() {
        return resultReason;
    }

    public List<TargetResult> targets() {
        return List.copyOf(targets);
    }

    public List<SupportResult> support() {
        return List.copyOf(support);
    }

    public List<MissedReview> missed() {
        return List.copyOf(missed);
    }
}
