package fairway.performancecase;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A pause of the case, e.g. for a grievance; its clocks stand still from the first day to the last, both included. */
@Embeddable
public class CasePause {

    @Column(name = "from_day")
    private LocalDate from;
    @Column(name = "to_day")
    private LocalDate to;
    @Column(name = "review_on")
    private LocalDate reviewOn;
    private String reason;

    protected CasePause() {
    }

    CasePause(LocalDate from, LocalDate to, LocalDate reviewOn, String reason) {
        this.from = from;
        this.to = to;
        this.reviewOn = reviewOn;
        this.reason = reason;
    }

    public LocalDate from() {
        return from;
    }

    /** Last day; null while the pause lasts. */
    public LocalDate to() {
        return to;
    }

    /** The day on which HR decides how it goes on. */
    public LocalDate reviewOn() {
        return reviewOn;
    }

    public String reason() {
        return reason;
    }

    boolean isOpen() {
        return to == null;
    }

    StandStill standStill() {
        return new StandStill(from, to);
    }
}
