package fairway.stage1;

import java.time.LocalDateTime;
import java.util.Optional;

import fairway.correspondence.MeetingAhead;
import fairway.correspondence.MovableMeeting;
import fairway.correspondence.OtherDate;
import fairway.form.Refusals;
import fairway.onetoone.OneToOnes;
import fairway.performancecase.Cases;
import fairway.performancecase.PerformanceCase;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;

/** The colleague may propose another date of the Stage 1 meeting until it was held; the manager moves it, or does not. */
@Component
class MovableStage1Meeting implements MovableMeeting {

    private final Stage1 stage1;
    private final Cases cases;
    private final MeetingTimes times;
    private final OneToOnes oneToOnes;
    private final CaseMail mail;

    MovableStage1Meeting(Stage1 stage1, Cases cases, MeetingTimes times, OneToOnes oneToOnes, CaseMail mail) {
        this.stage1 = stage1;
        this.cases = cases;
        this.times = times;
        this.oneToOnes = oneToOnes;
        this.mail = mail;
    }

    @Override
    public Optional<MeetingAhead> ahead(String key) {
        return cases.find(key).filter(PerformanceCase::isOpen).flatMap(about -> stage1.findMeeting(key)).filter(meeting -> meeting.isArranged() && !meeting.isHeld())
                .map(meeting -> new MeetingAhead("Stage 1 meeting", meeting.start(), true));
    }

    @Override
    public void check(String key, LocalDateTime start, Refusals refusals) {
        PerformanceCase about = cases.require(key);
        Stage1Meeting meeting = stage1.meetingOf(key);
        times.checkProposal(refusals, start, meeting.minutes(), meeting.colleagueWorksThen());
        refusals.when(start.equals(meeting.start()), "start", "sameDate", "S1P-04", "The meeting is at this time already. Enter another one.");
        refusals.when(oneToOnes.clashesWithOneToOne(about.manager(), about.colleague(), start, meeting.minutes()).isPresent(), "start", "oneToOneSlot", "PM-06",
                "This is when you have, or usually have, your one-to-one. Choose another time.");
    }

    @Override
    public void proposed(String key, OtherDate proposal) {
        mail.tellManager(key, "otherDate-" + proposal.id(), "Another date is proposed for the Stage 1 meeting of " + InWords.of(proposal.insteadOf())
                + ". The proposal is on the page of the case. To move the meeting, record in “Record the Stage 1 meeting” that it was moved.");
    }
}
