package fairway.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;

/** HR's account of what the Trust still owes the colleague, and whether the step may be taken all the same. It covers what was outstanding then, not what comes later. */
@Entity
@Table(name = "omission_explanation")
public class OmissionExplanation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String caseNumber;
    private String rationale;
    private boolean goAhead;
    private String explainedBy;
    private Instant explainedAt;
    private LocalDate explainedOn;

    @ElementCollection
    @CollectionTable(name = "omission_explained", joinColumns = @JoinColumn(name = "explanation_id"))
    @OrderColumn(name = "position")
    private List<Outstanding.Explained> items = new ArrayList<>();

    protected OmissionExplanation() {
    }

    OmissionExplanation(String caseNumber, String rationale, boolean goAhead, List<Outstanding> outstanding, String by, Instant at, LocalDate on) {
        this.caseNumber = caseNumber;
        this.rationale = rationale;
        this.goAhead = goAhead;
        this.explainedBy = by;
        this.explainedAt = at;
        this.explainedOn = on;
        outstanding.forEach(o -> items.add(new Outstanding.Explained(o.kind(), o.reference())));
    }

    boolean covers(Outstanding outstanding) {
        return goAhead && items.stream().anyMatch(outstanding::sameAs);
    }

    public String caseNumber() {
        return caseNumber;
    }

    public String rationale() {
        return rationale;
    }

    public boolean goAhead() {
        return goAhead;
    }

    public String explainedBy() {
        return explainedBy;
    }

    public Instant explainedAt() {
        return explainedAt;
    }

    public LocalDate explainedOn() {
        return explainedOn;
    }
}
