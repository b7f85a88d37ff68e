package fairway.health;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;

/** A referral to Occupational Health: what was asked with the colleague's consent, and the advice that came back. */
@Entity
@Table(name = "referral")
class Referral {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private ReferralState state = ReferralState.agreed;

    private LocalDate agreedOn;

    @Convert(converter = RestrictedTextColumn.class)
    private RestrictedText reason;

    @Convert(converter = RestrictedTextColumn.class)
    private RestrictedText questions;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "referral_shared", joinColumns = @JoinColumn(name = "referral_id"))
    @OrderColumn(name = "position")
    @Column(name = "what")
    @Convert(converter = RestrictedTextColumn.class)
    private List<RestrictedText> shared = new ArrayList<>();

    private boolean seenByColleague;

    private boolean consentGiven;

    private LocalDate completedOn;
    private LocalDate sentOn;
    private LocalDate closedOn;
    private boolean consentWithdrawn;

    @Convert(converter = RestrictedTextColumn.class)
    private RestrictedText fitness;

    @Convert(converter = RestrictedTextColumn.class)
    private RestrictedText adjustments;

    @Convert(converter = RestrictedTextColumn.class)
    private RestrictedText restrictedNote;

    private Instant adviceAt;

    private String adviceBy;

    protected Referral() {
    }

    Referral(String caseNumber, LocalDate agreedOn) {
        this.caseNumber = caseNumber;
        this.agreedOn = agreedOn;
    }

    Long id() {
        return id;
    }

    String caseNumber() {
        return caseNumber;
    }

    ReferralState state() {
        return state;
    }

    LocalDate agreedOn() {
        return agreedOn;
    }

    LocalDate sentOn() {
        return sentOn;
    }
}
