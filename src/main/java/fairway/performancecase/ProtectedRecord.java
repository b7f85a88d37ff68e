package fairway.performancecase;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What HR recorded about protected factors when a course of action was confirmed. Restricted to HR of the case. */
@Entity
@Table(name = "performance_case_protected")
public class ProtectedRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String caseNumber;
    @Enumerated(EnumType.STRING)
    private ProtectedFactors factors;
    private String note;
    private LocalDate recordedOn;
    private String recordedBy;

    protected ProtectedRecord() {
    }

    ProtectedRecord(String caseNumber, ProtectedFactors factors, String note, LocalDate recordedOn, String recordedBy) {
        this.caseNumber = caseNumber;
        this.factors = factors;
        this.note = note;
        this.recordedOn = recordedOn;
        this.recordedBy = recordedBy;
    }

    public ProtectedFactors factors() {
        return factors;
    }

    public String note() {
        return note;
    }

    public LocalDate recordedOn() {
        return recordedOn;
    }

    /** User id of the HR person. */
    public String recordedBy() {
        return recordedBy;
    }
}
