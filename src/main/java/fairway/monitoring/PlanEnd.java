package fairway.monitoring;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A new end of the plan: an extension that the reviewer asked for and HR decides, or an end that came with a decision of HR. */
@Entity
@Table(name = "plan_end")
public class PlanEnd {

    /** An extension asked for at the final review; an omission of the Trust that HR wants made good first. */
    public enum Cause { extension, omission }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String caseNumber;
    @Enumerated(EnumType.STRING)
    private Cause cause;
    private LocalDate endsBefore;
    private LocalDate endsOn;
    private String reason;
    private String askedBy;
    private Instant askedAt;
    private LocalDate askedOn;
    private Boolean agreed;
    private String hrComment;
    private String decidedBy;
    private Instant decidedAt;
    private LocalDate decidedOn;

    protected PlanEnd() {
    }

    private PlanEnd(String caseNumber, Cause cause, LocalDate endsBefore, LocalDate endsOn, String reason, String by, Instant at, LocalDate on) {
        this.caseNumber = caseNumber;
        this.cause = cause;
        this.endsBefore = endsBefore;
        this.endsOn = endsOn;
        this.reason = reason;
        this.askedBy = by;
        this.askedAt = at;
        this.askedOn = on;
    }

    static PlanEnd extensionAskedFor(String caseNumber, LocalDate endsBefore, LocalDate endsOn, String reason, String by, Instant at, LocalDate on) {
        return new PlanEnd(caseNumber, Cause.extension, endsBefore, endsOn, reason, by, at, on);
    }

    /** Monitoring goes on past its end, because HR wants an omission made good first: no second decision is needed. */
    static PlanEnd movedAlong(String caseNumber, LocalDate endsBefore, LocalDate endsOn, String reason, String by, Instant at, LocalDate on) {
        PlanEnd end = new PlanEnd(caseNumber, Cause.omission, endsBefore, endsOn, reason, by, at, on);
        end.decide(true, reason, by, at, on);
        return end;
    }

    void decide(boolean asAgreed, String comment, String by, Instant at, LocalDate on) {
        if (agreed != null) {
            throw new IllegalStateException("plan end " + id + " is decided: " + agreed);
        }
        this.agreed = asAgreed;
        this.hrComment = comment;
        this.decidedBy = by;
        this.decidedAt = at;
        this.decidedOn = on;
    }

    public boolean undecided() {
        return agreed == null;
    }

    public boolean isAgreed() {
        return Boolean.TRUE.equals(agreed);
    }

    public Long id() {
        return id;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public Cause cause() {
        return cause;
    }

    public LocalDate endsBefore() {
        return endsBefore;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    public String reason() {
        return reason;
    }

    public String askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public LocalDate askedOn() {
        return askedOn;
    }

    public String hrComment() {
        return hrComment;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public LocalDate decidedOn() {
        return decidedOn;
    }
}
