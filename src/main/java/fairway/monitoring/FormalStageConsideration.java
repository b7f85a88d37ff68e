package fairway.monitoring;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** HR's decision, after an urgent or important target failed, whether the formal stage is brought forward or monitoring goes on (S1D-17). */
@Entity
@Table(name = "formal_stage_consideration")
public class FormalStageConsideration {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String caseNumber;
    private boolean bringForward;
    private String rationale;
    private String decidedBy;
    private Instant decidedAt;
    private LocalDate decidedOn;

    protected FormalStageConsideration() {
    }

    FormalStageConsideration(String caseNumber, boolean bringForward, String rationale, String by, Instant at, LocalDate on) {
        this.caseNumber = caseNumber;
        this.bringForward = bringForward;
        this.rationale = rationale;
        this.decidedBy = by;
        this.decidedAt = at;
        this.decidedOn = on;
    }

    public String caseNumber() {
        return caseNumber;
    }

    /** True for the formal stage now, which ends monitoring. */
    public boolean bringForward() {
        return bringForward;
    }

    public String rationale() {
        return rationale;
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
