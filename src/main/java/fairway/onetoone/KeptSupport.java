package fairway.onetoone;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row of a {@link SupportRecord}. */
@Entity
@Table(name = "support_record")
class KeptSupport {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private long noteId;
    private String colleague;
    private LocalDate givenOn;
    @Enumerated(EnumType.STRING)
    private SupportKind kind;
    private String what;
    private boolean declined;

    protected KeptSupport() {
    }

    KeptSupport(Note note, SupportKind kind, String what, boolean declined) {
        this.noteId = note.id();
        this.colleague = note.colleague();
        this.givenOn = note.heldOn();
        this.kind = kind;
        this.what = what;
        this.declined = declined;
    }
}
