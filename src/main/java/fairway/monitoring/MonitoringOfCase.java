package fairway.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fairway.correspondence.ReviewedTarget;
import fairway.performancecase.ClosureFacts;
import fairway.performancecase.OpenMatters;
import fairway.stage1.MissedReviewDays;
import fairway.stage1.PlanEnding;
import fairway.stage1.Stage1;
import fairway.stage1.Stage1Meeting;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a case says of its monitoring: how the targets stood last, reviews not attended, and a review that is still due, which lapses when the case ends. */
@Component
@Transactional
class MonitoringOfCase implements ClosureFacts, OpenMatters, MissedReviewDays, PlanEnding {

    private final MonitoringReviews reviews;
    private final ReviewSchedule schedule;
    private final ReviewNotes notes;
    private final PlanEnds planEnds;
    private final Stage1 stage1;

    MonitoringOfCase(MonitoringReviews reviews, ReviewSchedule schedule, ReviewNotes notes, PlanEnds planEnds, Stage1 stage1) {
        this.reviews = reviews;
        this.schedule = schedule;
        this.notes = notes;
        this.planEnds = planEnds;
        this.stage1 = stage1;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LocalDate> stage1HeldOn(String caseNumber) {
        return stage1.findMeeting(caseNumber).map(Stage1Meeting::heldOn);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ReviewedTarget> targets(String caseNumber) {
        return reviews.findByCaseNumberOrderByOccurrence(caseNumber).stream().filter(MonitoringReview::isHeld).reduce((former, later) -> later)
                .map(notes::targets).orElse(List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Matter> of(String caseNumber) {
        return schedule.due(caseNumber).map(due -> List.of(new Matter("A review that was due on " + InWords.of(due.day()) + " was not held", null))).orElse(List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public List<LocalDate> notAttended(String caseNumber) {
        return schedule.due(caseNumber).map(due -> due.missed().stream().filter(MissedReview::counts).map(MissedReview::day).toList()).orElse(List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isBeingDecided(String caseNumber) {
        return schedule.due(caseNumber).filter(due -> due.kind() == MonitoringReview.Kind.finalReview).isPresent()
                || planEnds.findByCaseNumberOrderById(caseNumber).stream().anyMatch(PlanEnd::undecided);
    }

    @Override
    public void caseEnds(String caseNumber) {
        schedule.due(caseNumber).ifPresent(MonitoringReview::lapse);
    }
}
