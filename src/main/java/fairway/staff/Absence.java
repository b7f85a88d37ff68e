package fairway.staff;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A time in which a person is away, both days included. Its reason is not kept. */
@Entity
public class Absence {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String staffNumber;
    private LocalDate firstDay;
    private LocalDate lastDay;

    protected Absence() {
    }

    Absence(String staffNumber, LocalDate firstDay, LocalDate lastDay) {
        this.staffNumber = staffNumber;
        this.firstDay = firstDay;
        endOn(lastDay);
    }

    public String staffNumber() {
        return staffNumber;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    /** Last day away; null while the return is not known. */
    public LocalDate lastDay() {
        return lastDay;
    }

    boolean isOpen() {
        return lastDay == null;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(firstDay) && (lastDay == null || !day.isAfter(lastDay));
    }

    final void endOn(LocalDate day) {
        if (day != null && day.isBefore(firstDay)) {
            throw new IllegalArgumentException("an absence cannot end before it begins");
        }
        lastDay = day;
    }
}
