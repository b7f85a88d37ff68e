package fairway.staff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** One manager–colleague pair, from the day it began until the colleague or the manager left or the manager changed. */
@Entity
public class Line {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String managerStaffNumber;
    private String colleagueStaffNumber;
    private LocalDate startedOn;
    private LocalDate endedOn;
    @Enumerated(EnumType.STRING)
    private DayOfWeek usualWeekday;
    private LocalTime usualTime;
    private int usualMinutes;
    private boolean additionalSupport;
    private boolean running;

    protected Line() {
    }

    /** Whether this is the business key of a line, and not of a case. */
    public static boolean isKey(String businessKey) {
        return businessKey != null && businessKey.matches("L-[0-9]{1,18}");
    }

    /** The id of a line by its business key. @throws IllegalArgumentException if it is no key of a line */
    public static long idOf(String businessKey) {
        if (!isKey(businessKey)) {
            throw new IllegalArgumentException("not the key of a line: " + businessKey);
        }
        return Long.parseLong(businessKey.substring(2));
    }

    public long id() {
        return id;
    }

    /** {@code L-<id>}: business key of the line's one-to-one cycle. */
    public String businessKey() {
        return "L-" + id;
    }

    public String managerStaffNumber() {
        return managerStaffNumber;
    }

    public String colleagueStaffNumber() {
        return colleagueStaffNumber;
    }

    public LocalDate startedOn() {
        return startedOn;
    }

    /** Day on which the line ended; null while it lasts. */
    public LocalDate endedOn() {
        return endedOn;
    }

    public boolean hasEnded() {
        return endedOn != null;
    }

    public Slot usualSlot() {
        return new Slot(usualWeekday, usualTime, usualMinutes);
    }

    public void useSlot(Slot slot) {
        if (slot.minutes() < Slot.SHORTEST || slot.minutes() > Slot.LONGEST) {
            throw new IllegalArgumentException("a one-to-one takes " + Slot.SHORTEST + " to " + Slot.LONGEST + " minutes, not " + slot.minutes());
        }
        usualWeekday = slot.weekday();
        usualTime = slot.time();
        usualMinutes = slot.minutes();
    }

    /** Whether one-to-ones are held more often because additional support is required (OTO-04). */
    public boolean additionalSupport() {
        return additionalSupport;
    }

    public void needAdditionalSupport(boolean needed) {
        additionalSupport = needed;
    }

    /** Whether its one-to-one cycle has been started; a line that lasts without one is stalled (OTO-01). */
    public boolean running() {
        return running;
    }

    public void markRunning(boolean isRunning) {
        running = isRunning;
    }
}
