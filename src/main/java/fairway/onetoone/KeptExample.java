package fairway.onetoone;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row of an {@link Example}. */
@Entity
@Table(name = "example")
class KeptExample {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private long noteId;
    private String colleague;
    private LocalDate observedOn;
    @Enumerated(EnumType.STRING)
    private ExampleKind kind;
    private String expected;
    private String happened;
    private String cause;
    private boolean raised;

    protected KeptExample() {
    }

    KeptExample(Note note, LocalDate observedOn, ExampleKind kind, String expected, String happened, String cause, boolean raised) {
        this.noteId = note.id();
        this.colleague = note.colleague();
        this.observedOn = observedOn;
        this.kind = kind;
        this.expected = expected;
        this.happened = happened;
        this.cause = cause;
        this.raised = raised;
    }
}
