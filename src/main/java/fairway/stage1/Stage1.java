package fairway.stage1;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

import fairway.form.Refusals;
import fairway.performancecase.Cases;
import fairway.performancecase.Chronology;
import fairway.secrecy.Seal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the rest of Fairway asks of Stage 1. Cases are named by their number; people by staff number; texts of health are never here. */
@Service("stage1OfCases")
@Transactional
public class Stage1 {

    private final Stage1Meetings meetings;
    private final Plans plans;
    private final SupportItems items;
    private final OutcomeLetterTexts letters;
    private final Cases cases;
    private final Chronology chronology;
    private final Seal seal;
    private final Clock clock;

    Stage1(Stage1Meetings meetings, Plans plans, SupportItems items, OutcomeLetterTexts letters, Cases cases, Chronology chronology, Seal seal, Clock clock) {
        this.meetings = meetings;
        this.plans = plans;
        this.items = items;
        this.letters = letters;
        this.cases = cases;
        this.chronology = chronology;
        this.seal = seal;
        this.clock = clock;
    }

    // ---- the meeting

    /** The meeting of the case, once anything was prepared for it. */
    @Transactional(readOnly = true)
    public Optional<Stage1Meeting> findMeeting(String number) {
        return meetings.findById(number);
    }

    /** @throws IllegalStateException when nothing was prepared yet */
    @Transactional(readOnly = true)
    public Stage1Meeting meetingOf(String number) {
        return findMeeting(number).orElseThrow(() -> new IllegalStateException(number + " has no Stage 1 meeting"));
    }

    /** The meeting, made on the first step that prepares it. */
    Stage1Meeting prepared(String number) {
        return meetings.findById(number).orElseGet(() -> meetings.save(new Stage1Meeting(number)));
    }

    /** Whether somebody of HR was at the meeting. */
    @Transactional(readOnly = true)
    public boolean presentHr(String number) {
        return findMeeting(number).map(Stage1Meeting::hrAttended).orElse(false);
    }

    // ---- the plan

    /** The version of the plan that is in force. */
    @Transactional(readOnly = true)
    public Optional<ImprovementActionPlan> findPlan(String number) {
        return plans.findByCaseNumberAndState(number, PlanState.inForce);
    }

    /** The version of the plan that is in force. @throws IllegalStateException when there is none */
    @Transactional(readOnly = true)
    public ImprovementActionPlan planOf(String number) {
        return findPlan(number).orElseThrow(() -> new IllegalStateException(number + " has no plan in force"));
    }

    /** The version that waits for HR to agree its timeframe. */
    @Transactional(readOnly = true)
    public Optional<ImprovementActionPlan> proposedPlan(String number) {
        return plans.findByCaseNumberAndState(number, PlanState.proposed);
    }

    /** Every version ever written, refused ones too, oldest first. */
    @Transactional(readOnly = true)
    public List<ImprovementActionPlan> planVersions(String number) {
        return plans.findByCaseNumberOrderByVersion(number);
    }

    /**
     * Last day of the plan in force as it stands now: what was agreed, moved on by the absences and pauses since then. While one lasts for an
     * unknown time, its days so far are counted.
     */
    @Transactional(readOnly = true)
    public LocalDate planEndsOn(String number) {
        return endsOn(planOf(number));
    }

    /** Last day of a version that is or was in force, moved on as {@link #planEndsOn} says. */
    LocalDate endsOn(ImprovementActionPlan version) {
        return asItStandsNow(version.caseNumber(), version.inForceFrom(), version.endsOn());
    }

    /** The day by which a target of the plan in force is to be met, as it stands now. */
    @Transactional(readOnly = true)
    public LocalDate targetDueOn(String number, Target target) {
        return dueOn(planOf(number), target);
    }

    /** The same of a target of this version. */
    LocalDate dueOn(ImprovementActionPlan version, Target target) {
        return asItStandsNow(version.caseNumber(), version.inForceFrom(), target.by());
    }

    /**
     * Writes the plan that manager and colleague agreed; it waits for its timeframe to be checked (S1D-14).
     */
    ImprovementActionPlan propose(String number, LocalDate endsOn, String timeframeReason, Period reviewEvery, String reviewer, List<Target> targets,
            boolean colleagueAgrees, String colleagueReason, boolean declinedToComment, String userId) {
        ImprovementActionPlan plan = new ImprovementActionPlan(number, nextVersion(number), meetingOf(number).heldOn(), endsOn, reviewEvery, reviewer, targets,
                userId, clock.instant());
        plan.reasons(timeframeReason, null);
        plan.agreement(colleagueAgrees, colleagueReason, declinedToComment);
        return plans.save(plan);
    }

    /**
     * The decision table has checked the timeframe of the plan that waits. The policy's own limits hold whatever the table says: it may ask for
     * more, never for less.
     *
     * @return whether the plan is within the normal timeframe, and therefore in force
     */
    public boolean timeframeChecked(String number, boolean withinByTable) {
        ImprovementActionPlan plan = waiting(number);
        boolean within = withinByTable && plan.timeframe().isNormal();
        if (within) {
            takeEffect(plan, null);
            cases.planAgreed(number);
        }
        return within;
    }

    /** HR agrees the end of the plan that waits, or does not: the first plan goes back to the manager then, of a revision the former version stands. */
    void decideTimeframe(String number, boolean agreed, String comment, String userId) {
        ImprovementActionPlan plan = waiting(number);
        boolean first = findPlan(number).isEmpty();
        if (agreed) {
            takeEffect(plan, comment);
            if (first) {
                cases.planAgreed(number);
            }
        } else {
            plan.refuse(comment);
        }
        chronology.add(number, userId, agreed ? "HR agreed the timeframe of the plan" : "HR did not agree the timeframe of the plan", comment);
    }

    /**
     * Writes a revision: the next version, in force at once unless its end moves, in which case it waits for HR.
     *
     * @return whether the end moves
     */
    boolean revise(String number, List<Target> targets, LocalDate endsOn, String reason, String colleagueView, String userId) {
        boolean endMoves = !endsOn.equals(planEndsOn(number));
        ImprovementActionPlan next = plans.save(next(number, targets, endsOn, reason, colleagueView, userId));
        if (!endMoves) {
            takeEffect(next, null);
        }
        chronology.add(number, userId, "Plan revised", reason);
        return endMoves;
    }

    /** The revision that {@link #revise} would write, as it would be in force today; it is not kept. */
    ImprovementActionPlan revision(String number, List<Target> targets, LocalDate endsOn, String reason, String colleagueView, String userId) {
        ImprovementActionPlan next = next(number, targets, endsOn, reason, colleagueView, userId);
        next.putInForce(today(), null);
        return next;
    }

    private ImprovementActionPlan next(String number, List<Target> targets, LocalDate endsOn, String reason, String colleagueView, String userId) {
        ImprovementActionPlan former = planOf(number);
        ImprovementActionPlan next = former.next(nextVersion(number), endsOn, targets, reason, userId, clock.instant());
        next.reasons(former.timeframeReason(), colleagueView);
        return next;
    }

    /**
     * The plan goes on for longer, or ends earlier: a new version with another end is in force at once. The agreement of HR, where it is needed,
     * was had before.
     *
     * @param reason why, for letter and plan
     * @param userId who decided it
     */
    public ImprovementActionPlan extendPlan(String number, LocalDate endsOn, String reason, String userId) {
        new Refusals().when(proposedPlan(number).isPresent(), "", "revisionWaits", "S1D-14",
                "A revision of this plan waits for HR's answer. Complete “Agree the timeframe” first, then this step.").throwIfAny();
        ImprovementActionPlan former = planOf(number);
        List<Target> targets = former.targets().stream().map(target -> target.copy(targetDueOn(number, target))).toList();
        ImprovementActionPlan next = plans.save(former.next(nextVersion(number), endsOn, targets, reason, userId, clock.instant()));
        takeEffect(next, null);
        return next;
    }

    /** The colleague was sent the version in force today. */
    public void planSent(String number) {
        planOf(number).sent(today());
    }

    private void takeEffect(ImprovementActionPlan plan, String comment) {
        findPlan(plan.caseNumber()).ifPresent(former -> {
            former.supersede();
            plans.saveAndFlush(former);
        });
        plan.putInForce(today(), comment);
        plans.saveAndFlush(plan);
    }

    private ImprovementActionPlan waiting(String number) {
        return proposedPlan(number).orElseThrow(() -> new IllegalStateException(number + " has no plan that waits for its timeframe"));
    }

    private int nextVersion(String number) {
        return plans.countByCaseNumber(number) + 1;
    }

    // ---- support

    /** All support and adjustments that were promised, in the order of promising. */
    @Transactional(readOnly = true)
    public List<SupportItem> support(String number) {
        return items.findByCaseNumberOrderById(number);
    }

    /** Support and adjustments that were neither delivered nor declined: what is outstanding before a case may go further (S1A-05). */
    @Transactional(readOnly = true)
    public List<SupportItem> openSupport(String number) {
        return support(number).stream().filter(item -> item.state().isOpen()).toList();
    }

    /** @throws IllegalArgumentException for an item of another case */
    @Transactional(readOnly = true)
    public SupportItem supportItem(String number, long item) {
        return items.findById(item).filter(found -> found.caseNumber().equals(number))
                .orElseThrow(() -> new IllegalArgumentException("no support " + item + " in " + number));
    }

    /** The day by which the item is to be arranged, as it stands now. */
    @Transactional(readOnly = true)
    public LocalDate supportDueOn(SupportItem item) {
        return asItStandsNow(item.caseNumber(), item.promisedOn(), item.by());
    }

    /** Promises support (S1D-12). */
    SupportItem promise(String number, SupportKind kind, String what, String arrangedBy, LocalDate by) {
        return items.save(SupportItem.support(number, kind, what, arrangedBy, by, today()));
    }

    /**
     * Promises a reasonable adjustment (S1D-08).
     *
     * @param inLetter whether letters, plans and notes may name it
     */
    public SupportItem promiseAdjustment(String number, String what, String arrangedBy, LocalDate by, boolean inLetter) {
        return items.save(inLetter ? SupportItem.adjustment(number, what, arrangedBy, by, today())
                : SupportItem.adjustmentKeptApart(number, what, arrangedBy, by, today(), seal));
    }

    /** What was promised, also of an adjustment that is kept apart: only for who may read it, and logged. Others than fairway.health ask {@link SupportItem#what()}. */
    @Transactional(readOnly = true)
    public String opened(SupportItem item) {
        return item.opened(seal);
    }

    /** A progress review found it delivered. @throws IllegalArgumentException for an item of another case */
    public void supportDelivered(String number, long item) {
        supportItem(number, item).deliver(today());
    }

    /** The colleague declined it. @throws IllegalArgumentException for an item of another case */
    public void supportDeclined(String number, long item) {
        supportItem(number, item).decline(today());
    }

    /** The case ends: what is open closes with its state (no task is left behind). */
    public void closeSupport(String number) {
        openSupport(number).forEach(item -> item.close(today()));
    }

    // ---- the letter

    /** The outcome letter as far as it has come. */
    @Transactional(readOnly = true)
    public Optional<OutcomeLetterText> outcomeLetter(String number) {
        return letters.findById(number);
    }

    private LocalDate asItStandsNow(String number, LocalDate from, LocalDate day) {
        var caseClock = cases.clock(number);
        return caseClock.shift(from, day).orElseGet(() -> day.plusDays(caseClock.daysStopped(from, today())));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
