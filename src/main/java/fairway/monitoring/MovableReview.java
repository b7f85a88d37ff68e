package fairway.monitoring;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

import fairway.correspondence.MeetingAhead;
import fairway.correspondence.MovableMeeting;
import fairway.correspondence.OtherDate;
import fairway.form.Refusals;
import fairway.performancecase.Cases;
import fairway.performancecase.Stage;
import fairway.stage1.MeetingTimes;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;

/** The colleague may propose another day of the next review, within the frequency of the plan; the reviewer puts it off, or does not. */
@Component
class MovableReview implements MovableMeeting {

    /** What a review takes, to see whether it ends within the usual hours. */
    private static final int USUAL_MINUTES = 60;

    private final Cases cases;
    private final ReviewSchedule schedule;
    private final MeetingTimes times;
    private final ReviewMail mail;

    MovableReview(Cases cases, ReviewSchedule schedule, MeetingTimes times, ReviewMail mail) {
        this.cases = cases;
        this.schedule = schedule;
        this.times = times;
        this.mail = mail;
    }

    @Override
    public Optional<MeetingAhead> ahead(String key) {
        return cases.find(key).filter(about -> about.isOpen() && about.stage() == Stage.monitoring).flatMap(about -> schedule.next(key))
                .map(day -> new MeetingAhead("next review", day.atStartOfDay(), false));
    }

    @Override
    public void check(String key, LocalDateTime start, Refusals refusals) {
        times.checkProposal(refusals, start, USUAL_MINUTES, false);
        LocalDate latest = schedule.latestMoveOfNext(key);
        refusals.when(start.toLocalDate().isAfter(latest), "start", "beyondFrequency", "S1D-15",
                "Choose a day no later than " + InWords.of(latest) + ": reviews are as frequent as the plan says, and never after its end.");
        refusals.when(schedule.next(key).filter(start.toLocalDate()::equals).isPresent(), "start", "sameDate", "S1D-16", "The review is on this day already. Enter another one.");
    }

    @Override
    public void proposed(String key, OtherDate proposal) {
        mail.otherDate(key, proposal);
    }
}
