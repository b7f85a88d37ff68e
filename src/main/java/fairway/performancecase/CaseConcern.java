package fairway.performancecase;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A further concern about the colleague of an open case, which the case took up. */
@Entity
@Table(name = "performance_case_concern")
public class CaseConcern {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String caseNumber;
    @Enumerated(EnumType.STRING)
    private ConcernKind kind;
    private String description;
    private String standard;
    private LocalDate raisedOn;
    private String raisedBy;

    protected CaseConcern() {
    }

    CaseConcern(String caseNumber, ConcernKind kind, String description, String standard, LocalDate raisedOn, String raisedBy) {
        this.caseNumber = caseNumber;
        this.kind = kind;
        this.description = description;
        this.standard = standard;
        this.raisedOn = raisedOn;
        this.raisedBy = raisedBy;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public ConcernKind kind() {
        return kind;
    }

    public String description() {
        return description;
    }

    public String standard() {
        return standard;
    }

    public LocalDate raisedOn() {
        return raisedOn;
    }

    /** User id of who raised it. */
    public String raisedBy() {
        return raisedBy;
    }
}
