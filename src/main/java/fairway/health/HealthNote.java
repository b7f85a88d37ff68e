package fairway.health;

import java.time.Instant;

import fairway.secrecy.Seal;
import fairway.secrecy.SealedColumn;
import fairway.secrecy.SealedText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Something about health that was told in a case, sealed. */
@Entity
@Table(name = "health_note")
class HealthNote {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private HealthSource source;

    @Column(name = "note")
    private SealedText text;

    private String writtenBy;

    private Instant writtenAt;

    protected HealthNote() {
    }

    HealthNote(String caseNumber, HealthSource source, SealedText text, String writtenBy, Instant writtenAt) {
        this.caseNumber = caseNumber;
        this.source = source;
        this.text = text;
        this.writtenBy = writtenBy;
        this.writtenAt = writtenAt;
    }

    RestrictedNote opened(Seal seal) {
        return new RestrictedNote(source, seal.open(SealedColumn.HEALTH_NOTE, caseNumber, text), writtenBy, writtenAt);
    }
}
