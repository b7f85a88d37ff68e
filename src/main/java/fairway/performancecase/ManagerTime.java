package fairway.performancecase;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** From which day somebody managed the case; until the next one did. */
@Embeddable
public class ManagerTime {

    private String staffNumber;
    @Column(name = "from_day")
    private LocalDate from;

    protected ManagerTime() {
    }

    ManagerTime(String staffNumber, LocalDate from) {
        this.staffNumber = staffNumber;
        this.from = from;
    }

    public String staffNumber() {
        return staffNumber;
    }

    public LocalDate from() {
        return from;
    }
}
