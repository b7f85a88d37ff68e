package fairway.performancecase;

import java.time.LocalDate;

import fairway.secrecy.Seal;
import fairway.secrecy.SealedColumn;
import fairway.secrecy.SealedText;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What HR recorded about protected factors when a course of action was confirmed, sealed. Restricted to HR of the case. */
@Entity
@Table(name = "performance_case_protected")
class ProtectedRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String caseNumber;
    private SealedText factors;
    private SealedText note;
    private LocalDate recordedOn;
    private String recordedBy;

    protected ProtectedRecord() {
    }

    ProtectedRecord(String caseNumber, ProtectedFactors factors, String note, LocalDate recordedOn, String recordedBy, Seal seal) {
        this.caseNumber = caseNumber;
        this.factors = seal.seal(SealedColumn.PROTECTED_FACTORS, caseNumber, factors.name());
        this.note = seal.seal(SealedColumn.PROTECTED_NOTE, caseNumber, note);
        this.recordedOn = recordedOn;
        this.recordedBy = recordedBy;
    }

    ProtectedFact opened(Seal seal) {
        return new ProtectedFact(ProtectedFactors.valueOf(seal.open(SealedColumn.PROTECTED_FACTORS, caseNumber, factors)),
                seal.open(SealedColumn.PROTECTED_NOTE, caseNumber, note), recordedOn, recordedBy);
    }
}
