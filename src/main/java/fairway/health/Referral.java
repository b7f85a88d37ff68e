package fairway.health;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fairway.secrecy.Seal;
import fairway.secrecy.SealedColumn;
import fairway.secrecy.SealedText;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
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
import org.hibernate.annotations.DynamicUpdate;

/** A referral to Occupational Health: what was asked with the colleague's consent, and the advice that came back; every text is sealed. */
@Entity
@DynamicUpdate
@Table(name = "referral")
class Referral {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private ReferralState state = ReferralState.agreed;

    private LocalDate agreedOn;

    private SealedText reason;

    private SealedText questions;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "referral_shared", joinColumns = @JoinColumn(name = "referral_id"))
    @OrderColumn(name = "position")
    @Column(name = "what")
    private List<SealedText> shared = new ArrayList<>();

    private boolean seenByColleague;

    private boolean consentGiven;

    private LocalDate completedOn;
    private LocalDate sentOn;
    private LocalDate lastHeardOn;
    private LocalDate appointmentOn;
    private LocalDate closedOn;
    private boolean consentWithdrawn;

    private SealedText fitness;

    private SealedText adjustments;

    private SealedText restrictedNote;

    private Instant adviceAt;

    private String adviceBy;

    protected Referral() {
    }

    private Referral(String caseNumber, ReferralState state, LocalDate on) {
        this.caseNumber = caseNumber;
        this.state = state;
        this.agreedOn = on;
    }

    /** Somebody begins it; the colleague agrees, or not, when it is completed with them. */
    static Referral discussed(String caseNumber, LocalDate on) {
        return new Referral(caseNumber, ReferralState.discussed, on);
    }

    /** The colleague has agreed to be referred. */
    static Referral agreed(String caseNumber, LocalDate on) {
        return new Referral(caseNumber, ReferralState.agreed, on);
    }

    /** The colleague was offered it and did not want it. */
    static Referral declined(String caseNumber, LocalDate on) {
        Referral referral = new Referral(caseNumber, ReferralState.declined, on);
        referral.closedOn = on;
        return referral;
    }

    /** What manager and colleague wrote together; with consent it is ready to be sent. */
    void complete(SealedText why, SealedText asked, List<SealedText> mayBeShared, boolean seen, boolean consent, LocalDate on) {
        mustBe("completed", ReferralState.discussed, ReferralState.agreed);
        reason = why;
        questions = asked;
        shared = new ArrayList<>(mayBeShared);
        seenByColleague = seen;
        consentGiven = consent;
        completedOn = on;
        state = consent ? ReferralState.agreed : ReferralState.declined;
        closedOn = consent ? null : on;
    }

    void sent(LocalDate on) {
        mustBe("sent", ReferralState.agreed);
        if (!consentGiven) {
            throw new IllegalStateException("referral " + id + " cannot be sent: the colleague has not consented");
        }
        state = ReferralState.sent;
        sentOn = on;
    }

    /** @param appointment its day; null where it is not known */
    void appointmentMade(LocalDate on, LocalDate appointment) {
        mustBe("given an appointment", ReferralState.sent, ReferralState.appointment);
        lastHeardOn = on;
        appointmentOn = appointment;
        state = ReferralState.appointment;
    }

    /** Keeps what came from Occupational Health, whatever state it comes with. */
    void keep(SealedText newFitness, SealedText newAdjustments, SealedText note, Instant at, String by) {
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
        mustBe("withdrawn", ReferralState.discussed, ReferralState.agreed, ReferralState.sent, ReferralState.appointment);
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

    RestrictedAdvice advice(Seal seal) {
        return new RestrictedAdvice(id, seal.open(SealedColumn.REFERRAL_FITNESS, caseNumber, fitness), adjustments(seal),
                seal.open(SealedColumn.REFERRAL_RESTRICTED_NOTE, caseNumber, restrictedNote), adviceBy, adviceAt);
    }

    ReferralStanding standing() {
        return new ReferralStanding(id, state, agreedOn, sentOn, closedOn, consentWithdrawn, appointmentOn);
    }

    String reason(Seal seal) {
        return seal.open(SealedColumn.REFERRAL_REASON, caseNumber, reason);
    }

    String questions(Seal seal) {
        return seal.open(SealedColumn.REFERRAL_QUESTIONS, caseNumber, questions);
    }

    List<String> shared(Seal seal) {
        return shared.stream().map(what -> seal.open(SealedColumn.REFERRAL_SHARED, caseNumber, what)).toList();
    }

    boolean seenByColleague() {
        return seenByColleague;
    }

    LocalDate completedOn() {
        return completedOn;
    }

    /** Null without any. */
    String adjustments(Seal seal) {
        return seal.open(SealedColumn.REFERRAL_ADJUSTMENTS, caseNumber, adjustments);
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

    /** The day from which waiting for the advice counts: that of the appointment, or where it is not known that on which it was made; before that the day on which the referral was sent. */
    LocalDate waitingSince() {
        return appointmentOn != null ? appointmentOn : lastHeardOn == null ? sentOn : lastHeardOn;
    }
}
