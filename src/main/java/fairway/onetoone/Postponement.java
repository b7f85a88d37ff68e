package fairway.onetoone;

import java.time.LocalDateTime;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** That a one-to-one was put off, and why. */
@Entity
class Postponement {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private long oneToOneId;
    private LocalDateTime movedFrom;
    private LocalDateTime movedTo;
    private String reason;

    protected Postponement() {
    }

    Postponement(OneToOne oneToOne, LocalDateTime movedTo, String reason) {
        this.oneToOneId = oneToOne.id();
        this.movedFrom = oneToOne.plannedStart().orElse(null);
        this.movedTo = movedTo;
        this.reason = reason;
    }
}
