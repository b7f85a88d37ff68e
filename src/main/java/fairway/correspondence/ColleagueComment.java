package fairway.correspondence;

import java.time.LocalDateTime;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.Immutable;

/** What the colleague wrote about a letter, word for word. */
@Entity
@Immutable
class ColleagueComment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @ManyToOne(optional = false)
    private Delivery delivery;
    private String text;
    private LocalDateTime madeAt;
    private boolean late;
    private boolean afterEnd;

    protected ColleagueComment() {
    }

    ColleagueComment(Delivery delivery, String text, LocalDateTime madeAt, boolean late, boolean afterEnd) {
        this.delivery = delivery;
        this.text = text;
        this.madeAt = madeAt;
        this.late = late;
        this.afterEnd = afterEnd;
    }

    ColleagueWords words() {
        return new ColleagueWords(id, delivery.id(), delivery.kind(), text, madeAt, late, afterEnd);
    }
}
