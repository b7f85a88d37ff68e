package fairway.correspondence;

import java.time.LocalDateTime;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.Immutable;

/** What the colleague wrote about a letter, word for word: on their page, or on paper, where somebody records it for them. */
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
    private String recordedBy;
    private LocalDateTime recordedAt;

    protected ColleagueComment() {
    }

    ColleagueComment(Delivery delivery, String text, LocalDateTime madeAt, boolean late, boolean afterEnd) {
        this.delivery = delivery;
        this.text = text;
        this.madeAt = madeAt;
        this.late = late;
        this.afterEnd = afterEnd;
    }

    /** Given on paper. @param by user id of who records it */
    ColleagueComment(Delivery delivery, String text, LocalDateTime madeAt, boolean late, boolean afterEnd, String by, LocalDateTime recordedAt) {
        this(delivery, text, madeAt, late, afterEnd);
        this.recordedBy = by;
        this.recordedAt = recordedAt;
    }

    ColleagueWords words() {
        return new ColleagueWords(id, delivery.id(), delivery.kind(), text, madeAt, late, afterEnd, recordedBy);
    }
}
