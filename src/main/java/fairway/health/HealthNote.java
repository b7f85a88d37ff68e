package fairway.health;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Something about health that was told in a case. */
@Entity
@Table(name = "health_note")
class HealthNote {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private HealthSource source;

    @Convert(converter = RestrictedTextColumn.class)
    @Column(name = "note")
    private RestrictedText text;

    private String writtenBy;

    private Instant writtenAt;

    protected HealthNote() {
    }

    HealthNote(String caseNumber, HealthSource source, RestrictedText text, String writtenBy, Instant writtenAt) {
        this.caseNumber = caseNumber;
        this.source = source;
        this.text = text;
        this.writtenBy = writtenBy;
        this.writtenAt = writtenAt;
    }

    RestrictedNote revealed() {
        return new RestrictedNote(source, RestrictedText.reveal(text), writtenBy, writtenAt);
    }
}
