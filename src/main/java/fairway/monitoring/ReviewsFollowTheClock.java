package fairway.monitoring;

import fairway.performancecase.CaseClockMoved;
import fairway.performancecase.Cases;
import fairway.performancecase.Stage;
import fairway.stage1.PlanRevised;
import fairway.stage1.ReviewCalendar;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves the reviews in people's calendars when an absence, a pause or a revised plan moves them (S1A-04); they stay where they are while the return is not known. */
@Component
class ReviewsFollowTheClock {

    private final Cases cases;
    private final ReviewSchedule schedule;
    private final ReviewCalendar calendar;

    ReviewsFollowTheClock(Cases cases, ReviewSchedule schedule, ReviewCalendar calendar) {
        this.cases = cases;
        this.schedule = schedule;
        this.calendar = calendar;
    }

    @EventListener
    void clockMoved(CaseClockMoved moved) {
        follow(moved.caseNumber());
    }

    @EventListener
    void planRevised(PlanRevised revised) {
        follow(revised.caseNumber());
    }

    private void follow(String number) {
        if (cases.require(number).stage() != Stage.monitoring) {
            return;
        }
        if (schedule.next(number).isPresent()) {
            calendar.arrange(number, schedule.inCalendars(number), null);
        } else {
            calendar.samePlaceOtherPeople(number);
        }
    }
}
