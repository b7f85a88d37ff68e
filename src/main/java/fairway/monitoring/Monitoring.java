package fairway.monitoring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import fairway.correspondence.Corrections;
import fairway.correspondence.Deliveries;
import fairway.correspondence.Kinds;
import fairway.correspondence.ReviewNote;
import fairway.performancecase.Cases;
import fairway.performancecase.Chronology;
import fairway.performancecase.Outcome;
import fairway.stage1.ImprovementActionPlan;
import fairway.stage1.ReviewCalendar;
import fairway.stage1.Stage1;
import fairway.stage1.SupportItem;
import fairway.stage1.SupportState;
import fairway.trust.InWords;
import fairway.trust.TrustSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The monitoring of an Improvement Action Plan (S1D-15 … 17), as forms, process and other modules use it. Cases are named by their number, users by
 * user id, dates are London dates.
 */
@Service("monitoringOfCases")
@Transactional
public class Monitoring {

    private static final String TIME_FOR_WHAT_WAS_PROMISED = "Something that was promised to you has not been done yet. You are given the time for it.";

    private final MonitoringReviews reviews;
    private final PlanEnds planEnds;
    private final OmissionExplanations explanations;
    private final FormalStageConsiderations considerations;
    private final ReviewSchedule schedule;
    private final Omissions omissions;
    private final ReviewMail mail;
    private final Corrections corrections;
    private final Deliveries deliveries;
    private final ReviewCalendar calendar;
    private final Cases cases;
    private final Chronology chronology;
    private final Stage1 stage1;
    private final TrustSettings trust;
    private final Clock clock;

    Monitoring(MonitoringReviews reviews, PlanEnds planEnds, OmissionExplanations explanations, FormalStageConsiderations considerations,
               ReviewSchedule schedule, Omissions omissions, ReviewMail mail, Corrections corrections, Deliveries deliveries, ReviewCalendar calendar, Cases cases, Chronology chronology,
               Stage1 stage1, TrustSettings trust, Clock clock) {
        this.reviews = reviews;
        this.planEnds = planEnds;
        this.explanations = explanations;
        this.considerations = considerations;
        this.schedule = schedule;
        this.omissions = omissions;
        this.mail = mail;
        this.corrections = corrections;
        this.deliveries = deliveries;
        this.calendar = calendar;
        this.cases = cases;
        this.chronology = chronology;
        this.stage1 = stage1;
        this.trust = trust;
        this.clock = clock;
    }

    // ---- what others read

    /** The day of the next review, in the past if it should have been; empty while a clock stands still for an unknown time. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> nextReview(String number) {
        return schedule.next(number);
    }

    /** The day of the review that is due, or today. */
    @Transactional(readOnly = true)
    public LocalDate reviewDay(String number) {
        return schedule.dayOfDue(number);
    }

    /** When the reviewer is reminded once more (Trust setting, 3 working days). */
    @Transactional(readOnly = true)
    public LocalDate reviewOverdueOn(String number) {
        return schedule.afterDue(number, trust.reviewReminderDays());
    }

    /** When HR is told of the late review (Trust setting, 10 working days). */
    @Transactional(readOnly = true)
    public LocalDate reviewLateOn(String number) {
        return schedule.afterDue(number, trust.reviewEscalationDays());
    }

    /** What the Trust owes the colleague and HR has not explained with a go-ahead. */
    @Transactional(readOnly = true)
    public List<Outstanding> unexplained(String number) {
        return omissions.unexplained(number);
    }

    /** What the Trust owes the colleague, explained or not. */
    @Transactional(readOnly = true)
    public List<Outstanding> outstanding(String number) {
        return omissions.of(number);
    }

    /** Every review of the case, the due one and those that lapsed too, in order. */
    @Transactional(readOnly = true)
    public List<MonitoringReview> reviewsOf(String number) {
        return reviews.findByCaseNumberOrderByOccurrence(number);
    }

    /** The notes of all reviews that were held, in order, as the colleague got them, corrected where they were, or would get them now. */
    @Transactional(readOnly = true)
    public List<ReviewNote> notesOf(String number) {
        return reviewsOf(number).stream().filter(MonitoringReview::isHeld).map(review -> {
            ReviewNote note = mail.noteOf(review, null, schedule.planEnd(number));
            return corrections.texts(number, Kinds.REVIEW_NOTE, ReviewMail.occurrence(review)).map(texts -> CorrectableReviewNote.with(note, texts)).orElse(note);
        }).toList();
    }

    @Transactional(readOnly = true)
    public List<PlanEnd> planEndsOf(String number) {
        return planEnds.findByCaseNumberOrderById(number);
    }

    @Transactional(readOnly = true)
    public List<OmissionExplanation> explanationsOf(String number) {
        return explanations.findByCaseNumberOrderById(number);
    }

    @Transactional(readOnly = true)
    public List<FormalStageConsideration> considerationsOf(String number) {
        return considerations.findByCaseNumberOrderById(number);
    }

    // ---- what the process asks

    /**
     * The day of a review has come: the reviewer is told, and the review is the final one when the plan has no day left for another.
     *
     * @return whether it is the final review
     */
    public boolean reviewDue(String number) {
        MonitoringReview.Kind kind = schedule.planEnded(number) ? MonitoringReview.Kind.finalReview : MonitoringReview.Kind.progress;
        LocalDate day = schedule.next(number).orElseGet(this::today);
        MonitoringReview due = schedule.due(number).filter(review -> review.kind() == kind).orElseGet(() -> open(number, kind, day));
        mail.reviewDue(due);
        return kind == MonitoringReview.Kind.finalReview;
    }

    private MonitoringReview open(String number, MonitoringReview.Kind kind, LocalDate day) {
        schedule.due(number).ifPresent(overtaken -> {
            overtaken.lapse();
            reviews.saveAndFlush(overtaken);
        });
        return reviews.save(new MonitoringReview(number, reviewsOf(number).size() + 1, kind, day));
    }

    /** The review that is due was not recorded for some days: the reviewer is reminded. */
    public void remindReviewer(String number) {
        schedule.due(number).ifPresent(mail::reviewOverdue);
    }

    /** The review that is due was not recorded for more days: HR is told. */
    public void tellHrOfLateReview(String number) {
        schedule.due(number).ifPresent(mail::reviewLate);
    }

    /** The review that is due has a new day, or gets one where HR decided on the non-attendance; calendars follow. */
    public void moveReview(String number) {
        MonitoringReview due = schedule.due(number).orElseThrow(() -> new IllegalStateException(number + " has no review that is due"));
        if (!due.day().isAfter(today())) {
            due.moveTo(schedule.newDay(number));
            chronology.add(number, null, "Review moved to " + InWords.of(due.day()), null);
        }
        calendar.arrange(number, schedule.inCalendars(number), due.missed().isEmpty() ? null : due.missed().get(due.missed().size() - 1).day());
    }

    /** The colleague gets the note of the review that was held last (S1D-16). */
    public void sendReviewNote(String number) {
        mail.note(lastHeld(number), schedule.announced(number), schedule.planEnd(number));
    }

    /** The colleague is told of the plan's new end, and of the reviews that come with it. */
    public void sendExtension(String number) {
        PlanEnd end = planEndsOf(number).stream().filter(PlanEnd::isAgreed).reduce((a, b) -> b)
                .orElseThrow(() -> new IllegalStateException(number + " has no agreed extension"));
        tellOfNewEnd(end);
    }

    private void tellOfNewEnd(PlanEnd end) {
        LocalDate next = schedule.ahead(end.caseNumber()).stream().findFirst().orElse(null);
        mail.extension(end, next, schedule.planEnd(end.caseNumber()));
        calendar.arrange(end.caseNumber(), schedule.inCalendars(end.caseNumber()), null);
    }

    // ---- what forms do

    ReviewedPlan planOf(String number) {
        ImprovementActionPlan plan = stage1.planOf(number);
        return new ReviewedPlan(plan.targets().stream().map(t -> new ReviewedPlan.Target(t.id(), t.what(), t.urgent())).toList(),
                stage1.support(number).stream().filter(item -> item.state() != SupportState.closed).collect(Collectors.toMap(SupportItem::id, Monitoring::promise)),
                schedule.planEnd(number));
    }

    private static ReviewedPlan.Promise promise(SupportItem item) {
        return switch (item.state()) {
            case delivered -> ReviewedPlan.Promise.delivered;
            case declined -> ReviewedPlan.Promise.declined;
            default -> ReviewedPlan.Promise.open;
        };
    }

    OutcomeGate outcomeGate(String number) {
        return new OutcomeGate(deliveries.progress(number, Kinds.OUTCOME_LETTER), omissions.unexplained(number));
    }

    ProgressReviewRules progressReviewRules(String number) {
        boolean missedBefore = schedule.due(number).map(MonitoringReview::missedBefore).orElse(false);
        return new ProgressReviewRules(planOf(number), today(), schedule.notBefore(number), schedule.latestMove(number), missedBefore);
    }

    FinalReviewRules finalReviewRules(String number) {
        return new FinalReviewRules(planOf(number), today(), outcomeGate(number));
    }

    ExtensionRules extensionRules(String number) {
        LocalDate asked = undecided(number).endsOn();
        boolean beyond = new TotalTimeframe(stage1.planOf(number).startsOn(), trust.totalTimeframeWithoutReason(), cases.clock(number)).isExceededBy(asked);
        return new ExtensionRules(beyond, trust.totalTimeframeWithoutReason(), asked, today());
    }

    /** Records a progress review that was held; closing early, its final review is due at once. */
    void held(String number, LocalDate on, ReviewFindings findings, String detrimentReason, boolean closeEarly, String userId) {
        MonitoringReview review = schedule.due(number).filter(due -> due.kind() == MonitoringReview.Kind.progress)
                .orElseThrow(() -> new IllegalStateException(number + " has no progress review that is due"));
        review.hold(on, findings, clock.instant(), userId);
        if (detrimentReason != null) {
            review.riskOfDetriment(detrimentReason);
        }
        reviews.saveAndFlush(review);
        findings.support().forEach(support -> support(number, support));
        chronology.add(number, userId, "Progress review held on " + InWords.of(on), inWords(number, findings));
        if (closeEarly) {
            open(number, MonitoringReview.Kind.finalReview, today());
        }
    }

    private void support(String number, SupportResult result) {
        switch (result.state()) {
            case delivered -> stage1.supportDelivered(number, result.supportItemId());
            case declined -> stage1.supportDeclined(number, result.supportItemId());
            case notYet -> { }
        }
    }

    private String inWords(String number, ReviewFindings findings) {
        Map<Long, ReviewedPlan.Target> targets = planOf(number).targets().stream().collect(Collectors.toMap(ReviewedPlan.Target::id, t -> t));
        return findings.targets().stream()
                .map(t -> targets.get(t.targetId()).what() + ": " + t.state().label() + (t.seen() == null ? "" : ". " + t.seen()))
                .collect(Collectors.joining("\n"));
    }

    /** Records that the review did not take place. */
    void missed(String number, ReviewOutcome outcome, Excused excused, String reason, LocalDate movedTo, String userId) {
        MonitoringReview due = schedule.due(number).orElseThrow(() -> new IllegalStateException(number + " has no review that is due"));
        due.miss(new MissedReview(due.day(), outcome, excused, reason, movedTo, clock.instant(), userId));
        chronology.add(number, userId, outcome == ReviewOutcome.postponed ? "Review put off to " + InWords.of(movedTo) : "Colleague did not attend the review", reason);
    }

    /** Records a final review and its result; an extension waits for HR then. */
    void concluded(String number, ReviewFindings findings, FinalResult result, String reason, LocalDate endsOn, String userId) {
        MonitoringReview review = schedule.due(number).filter(due -> due.kind() == MonitoringReview.Kind.finalReview)
                .orElseThrow(() -> new IllegalStateException(number + " has no final review that is due"));
        review.hold(today(), findings, clock.instant(), userId);
        review.conclude(result, reason);
        reviews.saveAndFlush(review);
        chronology.add(number, userId, "Final review held: " + result.label(), inWords(number, findings));
        switch (result) {
            case standardMet -> cases.outcome(number, Outcome.standardMet, null);
            case notMet -> cases.outcome(number, Outcome.notMet, null);
            case extend -> planEnds.save(PlanEnd.extensionAskedFor(number, schedule.planEnd(number), endsOn, reason, userId, clock.instant(), today()));
            case explain -> { }
        }
    }

    PlanEnd undecided(String number) {
        return planEndsOf(number).stream().filter(PlanEnd::undecided).findFirst()
                .orElseThrow(() -> new IllegalStateException(number + " has no extension that waits for HR"));
    }

    /** HR's answer to the extension; without their agreement the final review is due again. */
    void decideExtension(String number, boolean agreed, String comment, String userId) {
        PlanEnd asked = undecided(number);
        asked.decide(agreed, comment, userId, clock.instant(), today());
        if (agreed) {
            stage1.extendPlan(number, asked.endsOn(), asked.reason(), userId);
        } else {
            open(number, MonitoringReview.Kind.finalReview, today());
        }
        chronology.add(number, userId, agreed ? "Extension agreed, plan ends on " + InWords.of(asked.endsOn()) : "Extension not agreed", comment);
    }

    /**
     * HR explains what is outstanding. With the go-ahead the step may be taken; without it monitoring goes on, and a plan whose end has come
     * goes on for one more frequency, of which the colleague is told.
     */
    void explain(String number, String rationale, boolean goAhead, String userId) {
        boolean forFinalReview = lastHeld(number).result() == FinalResult.explain;
        explanations.save(new OmissionExplanation(number, rationale, goAhead, omissions.unexplained(number), userId, clock.instant(), today()));
        chronology.add(number, userId, goAhead ? "Omission explained, the step may be taken" : "Omission explained, monitoring goes on", rationale);
        if (goAhead && forFinalReview) {
            open(number, MonitoringReview.Kind.finalReview, today());
        }
        if (!goAhead && schedule.planEnded(number)) {
            LocalDate endsOn = today().plus(stage1.planOf(number).reviewEvery());
            PlanEnd moved = planEnds.save(PlanEnd.movedAlong(number, schedule.planEnd(number), endsOn, TIME_FOR_WHAT_WAS_PROMISED, userId, clock.instant(), today()));
            stage1.extendPlan(number, endsOn, TIME_FOR_WHAT_WAS_PROMISED, userId);
            tellOfNewEnd(moved);
        }
    }

    /** HR's decision whether the formal stage is brought forward (S1D-17). */
    void consider(String number, boolean bringForward, String rationale, String userId) {
        considerations.save(new FormalStageConsideration(number, bringForward, rationale, userId, clock.instant(), today()));
        chronology.add(number, userId, bringForward ? "Formal stage brought forward" : "Formal stage considered, monitoring goes on", rationale);
        if (bringForward) {
            cases.outcome(number, Outcome.broughtForward, rationale);
        }
    }

    MonitoringReview lastHeld(String number) {
        return reviewsOf(number).stream().filter(MonitoringReview::isHeld).reduce((a, b) -> b)
                .orElseThrow(() -> new IllegalStateException(number + " has no review that was held"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
