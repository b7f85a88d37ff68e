package fairway.stage1;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;

/**
 * The Improvement Action Plan (Toolkit A, S1D-13 … S1D-15) in one of its versions. A version that was agreed is never changed in substance:
 * a revision or an extension is the next version, and the former ones are kept.
 */
@Entity
@Table(name = "improvement_action_plan")
public class ImprovementActionPlan {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseNumber;

    private int version;

    @Enumerated(EnumType.STRING)
    private PlanState state = PlanState.proposed;

    private LocalDate startsOn;

    private LocalDate endsOn;

    private String timeframeReason;

    @Convert(converter = PeriodColumn.class)
    private Period reviewEvery;

    private String reviewer;

    private boolean colleagueAgrees;

    private String colleagueReason;

    private boolean declinedToComment;

    private String revisionReason;

    private String colleagueView;

    @Column(name = "hr_comment")
    private String hrComment;

    private String writtenBy;

    private Instant writtenAt;

    private LocalDate inForceFrom;

    private LocalDate sentOn;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.EAGER)
    @JoinColumn(name = "plan_id", nullable = false)
    @OrderColumn(name = "position")
    private List<Target> targets = new ArrayList<>();

    protected ImprovementActionPlan() {
    }

    ImprovementActionPlan(String caseNumber, int version, LocalDate startsOn, LocalDate endsOn, Period reviewEvery, String reviewer, List<Target> targets,
            String writtenBy, Instant writtenAt) {
        this.caseNumber = caseNumber;
        this.version = version;
        this.startsOn = startsOn;
        this.endsOn = endsOn;
        this.reviewEvery = reviewEvery;
        this.reviewer = reviewer;
        this.targets = new ArrayList<>(targets);
        this.writtenBy = writtenBy;
        this.writtenAt = writtenAt;
    }

    /** The next version with another end, e.g. an extension; targets, reviewer and frequency are taken over. */
    ImprovementActionPlan next(int nextVersion, LocalDate newEnd, List<Target> newTargets, String reason, String by, Instant at) {
        ImprovementActionPlan next = new ImprovementActionPlan(caseNumber, nextVersion, startsOn, newEnd, reviewEvery, reviewer, newTargets, by, at);
        next.timeframeReason = reason;
        next.revisionReason = reason;
        next.colleagueAgrees = colleagueAgrees;
        next.colleagueReason = colleagueReason;
        next.declinedToComment = declinedToComment;
        return next;
    }

    void agreement(boolean agrees, String reason, boolean declined) {
        colleagueAgrees = agrees;
        colleagueReason = reason;
        declinedToComment = declined;
    }

    void reasons(String timeframe, String view) {
        timeframeReason = timeframe;
        colleagueView = view;
    }

    void putInForce(LocalDate on, String comment) {
        if (state != PlanState.proposed) {
            throw new IllegalStateException("plan " + id + " cannot come into force: it is " + state);
        }
        state = PlanState.inForce;
        inForceFrom = on;
        hrComment = comment;
    }

    void refuse(String comment) {
        if (state != PlanState.proposed) {
            throw new IllegalStateException("plan " + id + " cannot be refused: it is " + state);
        }
        state = PlanState.refused;
        hrComment = comment;
    }

    void supersede() {
        state = PlanState.superseded;
    }

    void sent(LocalDate on) {
        sentOn = on;
    }

    public Long id() {
        return id;
    }

    public String caseNumber() {
        return caseNumber;
    }

    /** Counted from 1 within the case. */
    public int version() {
        return version;
    }

    public PlanState state() {
        return state;
    }

    /** Day of the Stage 1 meeting, from which the timeframe counts. */
    public LocalDate startsOn() {
        return startsOn;
    }

    /** Last day as agreed, before absences and pauses move it on: {@link Stage1#planEndsOn} says where it stands. */
    public LocalDate endsOn() {
        return endsOn;
    }

    /** Why it is shorter or longer than the policy's normal timeframe; null where it is not. */
    public String timeframeReason() {
        return timeframeReason;
    }

    /** From a day to a month. */
    public Period reviewEvery() {
        return reviewEvery;
    }

    /** Staff number of whoever holds the progress reviews. */
    public String reviewer() {
        return reviewer;
    }

    public boolean colleagueAgrees() {
        return colleagueAgrees;
    }

    /** Why the colleague does not agree, in their words; may be null. */
    public String colleagueReason() {
        return colleagueReason;
    }

    public boolean declinedToComment() {
        return declinedToComment;
    }

    /** Why this version was written; null in the first. */
    public String revisionReason() {
        return revisionReason;
    }

    /** What the colleague said of the revision; may be null. */
    public String colleagueView() {
        return colleagueView;
    }

    /** What HR said of the timeframe; may be null. */
    public String hrComment() {
        return hrComment;
    }

    /** User id of whoever wrote this version. */
    public String writtenBy() {
        return writtenBy;
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    /** The day on which it came into force; null while it never was. Absences and pauses after it move its dates on. */
    public LocalDate inForceFrom() {
        return inForceFrom;
    }

    /** The day on which the colleague was sent this version; null before. */
    public LocalDate sentOn() {
        return sentOn;
    }

    public List<Target> targets() {
        return List.copyOf(targets);
    }

    public PlanTimeframe timeframe() {
        return PlanTimeframe.of(startsOn, endsOn);
    }
}
