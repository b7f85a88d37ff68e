package fairway.stage1;

import java.time.Clock;
import java.time.LocalDateTime;

import fairway.performancecase.CaseClockMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the calendar entry of a Stage 1 meeting that is still to come with the people of the case: a new manager or HR adviser is invited, a former one is not. */
@Component
class MeetingFollowsTheCase {

    private final Stage1 stage1;
    private final MeetingPreparation preparation;
    private final Clock clock;

    MeetingFollowsTheCase(Stage1 stage1, MeetingPreparation preparation, Clock clock) {
        this.stage1 = stage1;
        this.preparation = preparation;
        this.clock = clock;
    }

    @EventListener
    void moved(CaseClockMoved moved) {
        stage1.findMeeting(moved.caseNumber()).filter(meeting -> meeting.isArranged() && !meeting.isHeld() && meeting.start().isAfter(LocalDateTime.now(clock)))
                .ifPresent(meeting -> preparation.invite(moved.caseNumber()));
    }
}
