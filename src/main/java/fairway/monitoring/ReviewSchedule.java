package fairway.monitoring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fairway.performancecase.CaseClock;
import fairway.performancecase.Cases;
import fairway.performancecase.Stage;
import fairway.stage1.ReviewDates;
import fairway.stage1.ReviewStretch;
import fairway.stage1.ReviewStretches;
import fairway.stage1.Stage1;
import fairway.trust.TrustSettings;
import fairway.trust.WorkingDays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When the reviews of a case are: by the frequency of the plan in force, on working days, absences and pauses not counted, never past the plan's
 * end (S1D-15, S1D-16). London dates throughout.
 */
@Component
@Transactional(readOnly = true)
class ReviewSchedule {

    private final Cases cases;
    private final Stage1 stage1;
    private final ReviewStretches stretches;
    private final ReviewDates dates;
    private final MonitoringReviews reviews;
    private final WorkingDays workingDays;
    private final TrustSettings trust;
    private final Clock clock;

    ReviewSchedule(Cases cases, Stage1 stage1, ReviewStretches stretches, ReviewDates dates, MonitoringReviews reviews, WorkingDays workingDays, TrustSettings trust, Clock clock) {
        this.cases = cases;
        this.stage1 = stage1;
        this.stretches = stretches;
        this.dates = dates;
        this.reviews = reviews;
        this.workingDays = workingDays;
        this.trust = trust;
        this.clock = clock;
    }

    /** The day on which the next review is due, in the past if it should have been; empty while a clock stands still for an unknown time. */
    Optional<LocalDate> next(String number) {
        Optional<MonitoringReview> due = due(number);
        if (due.isPresent()) {
            return firstRunning(due.get().day(), cases.clock(number));
        }
        LocalDate after = countedFrom(number);
        CaseClock stops = cases.clock(number);
        LocalDate agreed = agreed(number).after(agreedDayOf(number, after));
        LocalDate latest = dates.next(after, stage1.planOf(number).reviewEvery(), planEnd(number), stops);
        LocalDate next = agreed.isAfter(latest) ? latest : agreed;
        return stops.shift(after, next).isEmpty() ? Optional.empty() : Optional.of(next);
    }

    /** The reviews that are agreed as the plan stands now. */
    AgreedReviews agreed(String number) {
        return new AgreedReviews(stretches.now(number));
    }

    /** The reviews that lie ahead: the one that is due where it was moved, then those agreed. */
    List<LocalDate> ahead(String number) {
        LocalDate next = next(number).filter(day -> day.isAfter(today())).orElseGet(this::today);
        List<LocalDate> ahead = new ArrayList<>();
        if (next.isAfter(today())) {
            ahead.add(next);
        }
        agreed(number).days().stream().filter(day -> day.isAfter(next)).forEach(ahead::add);
        return ahead;
    }

    /** The review that a letter may announce: the next agreed one; null where none follows, because monitoring is over or its final review is due. */
    LocalDate announced(String number) {
        boolean over = cases.require(number).stage() != Stage.monitoring || cases.require(number).outcome() != null
                || due(number).map(MonitoringReview::kind).filter(MonitoringReview.Kind.finalReview::equals).isPresent();
        LocalDate next = agreed(number).after(today());
        return over || !next.isAfter(today()) ? null : next;
    }

    /** The reviews as calendars should have them: those that lie ahead, and today's where it is due today or was held today already. */
    List<LocalDate> inCalendars(String number) {
        List<LocalDate> days = new ArrayList<>(ahead(number));
        boolean heldToday = lastReview(number).map(MonitoringReview::heldOn).filter(today()::equals).isPresent();
        if (heldToday || next(number).filter(today()::equals).isPresent()) {
            days.add(0, today());
        }
        return days;
    }

    /** Whether no day is left for another review before the plan ends, so that a review is the final one. */
    boolean planEnded(String number) {
        return !today().isBefore(finalReview(number));
    }

    LocalDate finalReview(String number) {
        List<LocalDate> days = agreed(number).days();
        return days.get(days.size() - 1);
    }

    /** Last day of the plan as it stands now. */
    LocalDate planEnd(String number) {
        return stage1.planEndsOn(number);
    }

    /** The day of the review that is due, or today. */
    LocalDate dayOfDue(String number) {
        return due(number).map(MonitoringReview::day).map(day -> firstRunning(day, cases.clock(number)).orElse(day)).orElse(today());
    }

    /** The day itself, or the first working day after it on which nobody is away any more; empty while nobody knows. */
    private Optional<LocalDate> firstRunning(LocalDate day, CaseClock stops) {
        if (!stops.standsStillOn(day)) {
            return Optional.of(day);
        }
        return stops.shift(day.minusDays(1), day).map(back -> nextRunning(day, stops));
    }

    /** The n-th working day after the review that is due on which nobody is away. */
    LocalDate afterDue(String number, int days) {
        CaseClock stops = cases.clock(number);
        LocalDate day = dayOfDue(number);
        for (int left = days; left > 0; left--) {
            day = nextRunning(day, stops);
        }
        return day;
    }

    private LocalDate nextRunning(LocalDate after, CaseClock stops) {
        LocalDate day = workingDays.onOrAfter(after.plusDays(1));
        while (stops.standsStillOn(day) && stops.shift(day.minusDays(1), day).isPresent()) {
            day = workingDays.onOrAfter(day.plusDays(1));
        }
        return day;
    }

    /** The last day to which the review that is due can be moved: one frequency on, or the next 5 working days (Trust setting) where that has passed; never past the plan's end. */
    LocalDate latestMove(String number) {
        CaseClock stops = cases.clock(number);
        LocalDate day = dayOfDue(number);
        LocalDate withinFrequency = day.plus(stage1.planOf(number).reviewEvery());
        LocalDate latest = stops.shift(day, withinFrequency).orElse(withinFrequency);
        LocalDate soon = workingDays.plus(today(), trust.taskDays());
        latest = latest.isBefore(soon) ? soon : latest;
        LocalDate end = planEnd(number);
        return end.isAfter(today()) && end.isBefore(latest) ? end : latest;
    }

    /** The same for the next review, whether it is due or still to come. */
    LocalDate latestMoveOfNext(String number) {
        if (due(number).isPresent()) {
            return latestMove(number);
        }
        LocalDate latest = next(number).orElseGet(this::today).plus(stage1.planOf(number).reviewEvery());
        return latest.isAfter(planEnd(number)) ? planEnd(number) : latest;
    }

    /** The day for a review whose new day nobody named: within 5 working days (Trust setting), never past the plan's end. */
    LocalDate newDay(String number) {
        LocalDate soon = workingDays.plus(today(), trust.taskDays());
        LocalDate latest = latestMove(number);
        LocalDate day = soon.isAfter(latest) ? workingDays.onOrBefore(latest) : soon;
        return day.isAfter(today()) ? day : workingDays.onOrAfter(today().plusDays(1));
    }

    /** The day before which the review that is due cannot have been held: that of the review before it, or of the plan. */
    LocalDate notBefore(String number) {
        return lastReview(number).map(MonitoringReview::heldOn).orElseGet(() -> firstInForce(number));
    }

    /** The day after which the next review is looked for: that of the last one, or that from which the plan goes on after a final review. */
    private LocalDate countedFrom(String number) {
        Optional<MonitoringReview> last = lastReview(number);
        if (last.isEmpty()) {
            return firstInForce(number);
        }
        LocalDate held = last.get().heldOn();
        LocalDate inForce = stage1.planOf(number).inForceFrom();
        return last.get().kind() == MonitoringReview.Kind.finalReview && inForce.isAfter(held) ? inForce : held;
    }

    /** The agreed day that the last review stood for, where it was held before that day. */
    private LocalDate agreedDayOf(String number, LocalDate after) {
        return lastReview(number).map(MonitoringReview::dueOn).filter(due -> due.isAfter(after)).orElse(after);
    }

    private Optional<MonitoringReview> lastReview(String number) {
        return reviews.findByCaseNumberOrderByOccurrence(number).stream().filter(MonitoringReview::isHeld).reduce((former, later) -> later);
    }

    private LocalDate firstInForce(String number) {
        return stretches.of(number).get(0).from();
    }

    Optional<MonitoringReview> due(String number) {
        return reviews.findByCaseNumberOrderByOccurrence(number).stream().filter(MonitoringReview::isDue).findFirst();
    }

    /** Agreed reviews which passed without one being held, or offered and missed by the colleague. */
    List<LocalDate> notHeld(String number) {
        List<MonitoringReview> all = reviews.findByCaseNumberOrderByOccurrence(number);
        List<LocalDate> taken = new ArrayList<>();
        for (MonitoringReview review : all) {
            if (review.isHeld()) {
                taken.add(review.heldOn().isBefore(review.dueOn()) ? review.dueOn() : review.heldOn());
            }
            review.missed().stream().filter(MissedReview::counts).map(MissedReview::day).forEach(taken::add);
        }
        List<LocalDate> notHeld = new ArrayList<>();
        for (ReviewStretch stretch : stretches.of(number)) {
            LocalDate concluded = all.stream()
                    .filter(review -> review.isHeld() && review.kind() == MonitoringReview.Kind.finalReview && !review.heldOn().isBefore(stretch.from()))
                    .map(MonitoringReview::heldOn).findFirst().orElse(LocalDate.MAX);
            new AgreedReviews(stretch.days()).notHeld(taken, today()).stream().filter(day -> day.isBefore(concluded)).forEach(notHeld::add);
        }
        return notHeld;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
