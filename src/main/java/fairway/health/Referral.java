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
    private LocalDate lastHeardOn;
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

    /** What manager and colleague wrote together; with consent it is ready to be sent. */
    void complete(RestrictedText why, RestrictedText asked, List<RestrictedText> mayBeShared, boolean seen, boolean consent, LocalDate on) {
        mustBe("completed", ReferralState.agreed);
        reason = why;
        questions = asked;
        shared = new ArrayList<>(mayBeShared);
        seenByColleague = seen;
        consentGiven = consent;
        completedOn = on;
        if (!consent) {
            state = ReferralState.declined;
            closedOn = on;
        }
    }

    void sent(LocalDate on) {
        mustBe("sent", ReferralState.agreed);
        if (!consentGiven) {
            throw new IllegalStateException("referral " + id + " cannot be sent: the colleague has not consented");
        }
        state = ReferralState.sent;
        sentOn = on;
    }

    void appointmentMade(LocalDate on) {
        mustBe("given an appointment", ReferralState.sent, ReferralState.appointment);
        lastHeardOn = on;
        state = ReferralState.appointment;
    }

    /** Keeps what came from Occupational Health, whatever state it comes with. */
    void keep(RestrictedText newFitness, RestrictedText newAdjustments, RestrictedText note, Instant at, String by) {
        fitness = newFitness == null ? fitness : newFitness;
        adjustments = newAdjustments == null ? adjustments : newAdjustments;
        restrictedNote = note == null ? restrictedNote : note;
        adviceAt = at;
        adviceBy = by;
    }

    void adviceReceived(LocalDate on) {
        mustBe("advised on", ReferralState.sent, ReferralState.appointment);
        state = ReferralState.adviceReceived;
        closedOn = on;
    }

    void withdraw(LocalDate on, boolean byTheColleague) {
        mustBe("withdrawn", ReferralState.agreed, ReferralState.sent, ReferralState.appointment);
        state = ReferralState.withdrawn;
        closedOn = on;
        consentWithdrawn = byTheColleague;
    }

    private void mustBe(String verb, ReferralState... possible) {
        if (!List.of(possible).contains(state)) {
            throw new IllegalStateException("referral " + id + " cannot be " + verb + ": it is " + state);
        }
    }

    boolean isOpen() {
        return state.isOpen();
    }

    boolean hasAdvice() {
        return adviceAt != null && (fitness != null || adjustments != null || restrictedNote != null);
    }

    RestrictedAdvice advice() {
        return new RestrictedAdvice(id, RestrictedText.reveal(fitness), RestrictedText.reveal(adjustments), RestrictedText.reveal(restrictedNote), adviceBy, adviceAt);
    }

    ReferralStanding standing() {
        return new ReferralStanding(id, state, agreedOn, sentOn, closedOn, consentWithdrawn);
    }

    String reason() {
        return RestrictedText.reveal(reason);
    }

    String questions() {
        return RestrictedText.reveal(questions);
    }

    List<String> shared() {
        return shared.stream().map(RestrictedText::reveal).toList();
    }

    boolean seenByColleague() {
        return seenByColleague;
    }

    LocalDate completedOn() {
        return completedOn;
    }

    String adjustments() {
        return RestrictedText.reveal(adjustments);
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

    /** The day from which waiting for the advice counts: it was sent, or an appointment was made. */
    LocalDate waitingSince() {
        return lastHeardOn == null ? sentOn : lastHeardOn;
    }
}
