package fairway.onetoone;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** One one-to-one of a line, from its booking until it was held, missed or cancelled. Times are London times. */
@Entity
public class OneToOne {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private long lineId;
    private LocalDateTime plannedStart;
    private int minutes;
    @Enumerated(EnumType.STRING)
    private OneToOneState state;
    private LocalDate recordedOn;

    protected OneToOne() {
    }

    /** @param plannedStart null while somebody is away without a known return */
    OneToOne(long lineId, LocalDateTime plannedStart, int minutes) {
        this.lineId = lineId;
        this.plannedStart = plannedStart;
        this.minutes = minutes;
        this.state = OneToOneState.planned;
    }

    public long id() {
        return id;
    }

    public long lineId() {
        return lineId;
    }

    /** When it is; empty while somebody is away without a known return. */
    public Optional<LocalDateTime> plannedStart() {
        return Optional.ofNullable(plannedStart);
    }

    public int minutes() {
        return minutes;
    }

    public OneToOneState state() {
        return state;
    }

    /** Day on which it was recorded; empty while it is planned, and when it was cancelled. */
    public Optional<LocalDate> recordedOn() {
        return Optional.ofNullable(recordedOn);
    }

    /** @param start null when it has no date for now */
    void moveTo(LocalDateTime start, int newMinutes) {
        requirePlanned();
        plannedStart = start;
        minutes = newMinutes;
    }

    void hold(LocalDate today) {
        requirePlanned();
        state = OneToOneState.held;
        recordedOn = today;
    }

    void miss(LocalDate today) {
        requirePlanned();
        state = OneToOneState.notAttended;
        recordedOn = today;
    }

    void cancel() {
        requirePlanned();
        state = OneToOneState.cancelled;
    }

    private void requirePlanned() {
        if (state != OneToOneState.planned) {
            throw new IllegalStateException("one-to-one " + id + " is " + state + ", not planned");
        }
    }
}
