package fairway.stage1;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import fairway.form.Refusals;
import fairway.onetoone.OneToOnes;
import fairway.performancecase.PerformanceCase;
import fairway.trust.TrustSettings;
import fairway.trust.WorkingDays;
import org.springframework.stereotype.Component;

/** When a Stage 1 meeting may be: still to come, not where the one-to-one would normally be (PM-06), at usual hours (Trust setting). */
@Component
public class MeetingTimes {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final OneToOnes oneToOnes;
    private final WorkingDays workingDays;
    private final TrustSettings trust;
    private final Clock clock;

    MeetingTimes(OneToOnes oneToOnes, WorkingDays workingDays, TrustSettings trust, Clock clock) {
        this.oneToOnes = oneToOnes;
        this.workingDays = workingDays;
        this.trust = trust;
        this.clock = clock;
    }

    /** Collects what stands against a meeting at that time. */
    void check(Refusals refusals, String field, LocalDateTime start, int minutes, boolean colleagueWorksThen, PerformanceCase about) {
        refusals.when(start.isBefore(LocalDateTime.now(clock)), field, "notInPast", "PM-05", "This time has passed. Choose a time that is still to come.");
        oneToOnes.clashesWithOneToOne(about.manager(), about.colleague(), start, minutes)
                .ifPresent(clash -> refusals.when(true, field, "oneToOneSlot", "PM-06",
                        "The meeting must not be when you would normally have your one-to-one. " + clash.text()));
        refusals.when(!colleagueWorksThen && !isUsual(start, minutes), field, "usualHours", "T",
                "Meetings are held from Monday to Friday between " + HOUR.format(trust.meetingsFrom()) + " and " + HOUR.format(trust.meetingsUntil())
                        + ", bank holidays excepted (Trust setting). Choose such a time, or confirm that the colleague works then.");
    }

    /** Collects what stands against a time that the colleague proposes as {@code start}, in words to them. */
    public void checkProposal(Refusals refusals, LocalDateTime start, int minutes, boolean atAnyHour) {
        refusals.when(!start.isAfter(LocalDateTime.now(clock)), "start", "notInPast", "PM-05", "This time has passed. Choose one that is still to come.");
        refusals.when(!atAnyHour && !isUsual(start, minutes), "start", "usualHours", "T", "Meetings are held from Monday to Friday between "
                + HOUR.format(trust.meetingsFrom()) + " and " + HOUR.format(trust.meetingsUntil()) + ", bank holidays excepted (Trust setting). Choose such a time.");
    }

    private boolean isUsual(LocalDateTime start, int minutes) {
        LocalDateTime end = start.plusMinutes(minutes);
        return workingDays.isWorkingDay(start.toLocalDate()) && end.toLocalDate().equals(start.toLocalDate())
                && !start.toLocalTime().isBefore(trust.meetingsFrom()) && !end.toLocalTime().isAfter(trust.meetingsUntil());
    }
}
