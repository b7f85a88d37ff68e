package fairway.stage1;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the rest of Fairway asks of Stage 1. Cases are named by their number; people by staff number; texts of health are never here. */
@Service
@Transactional
public class Stage1 {

    private final Stage1Meetings meetings;
    private final Plans plans;
    private final SupportItems items;
    private final OutcomeLetterTexts letters;
    private final Clock clock;

    public Stage1(Stage1Meetings meetings, Plans plans, SupportItems items, OutcomeLetterTexts letters, Clock clock) {
        this.meetings = meetings;
        this.plans = plans;
        this.items = items;
        this.letters = letters;
        this.clock = clock;
    }

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

    /** Whether somebody of HR was at the meeting. */
    @Transactional(readOnly = true)
    public boolean presentHr(String number) {
        return findMeeting(number).map(Stage1Meeting::hrAttended).orElse(false);
    }

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
     * Extends the plan: a new version with another end is in force at once. The agreement of HR, where it is needed, was had before.
     *
     * @param reason why, for letter and plan
     * @param userId who asked for it
     */
    public ImprovementActionPlan extendPlan(String number, LocalDate endsOn, String reason, String userId) {
        ImprovementActionPlan former = planOf(number);
        former.supersede();
        plans.saveAndFlush(former);
        ImprovementActionPlan next = former.next(plans.countByCaseNumber(number) + 1, endsOn, former.targets().stream().map(Target::copy).toList(), reason,
                userId, clock.instant());
        next.putInForce(today(), null);
        return plans.save(next);
    }

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

    /** A progress review found it delivered. @throws IllegalArgumentException for an item of another case */
    public void supportDelivered(String number, long item) {
        itemOf(number, item).deliver(today());
    }

    /** The colleague declined it. @throws IllegalArgumentException for an item of another case */
    public void supportDeclined(String number, long item) {
        itemOf(number, item).decline(today());
    }

    /** The case ends: what is open closes with its state (no task is left behind). */
    public void closeSupport(String number) {
        openSupport(number).forEach(item -> item.close(today()));
    }

    /** The day on which letter and plan were sent; before it there is no outcome (S1A-01, S1A-02). */
    @Transactional(readOnly = true)
    public Optional<LocalDate> letterSentOn(String number) {
        return letters.findById(number).map(OutcomeLetterText::sentOn);
    }

    /** The outcome letter as far as it has come. */
    @Transactional(readOnly = true)
    public Optional<OutcomeLetterText> outcomeLetter(String number) {
        return letters.findById(number);
    }

    private SupportItem itemOf(String number, long item) {
        return items.findById(item).filter(found -> found.caseNumber().equals(number))
                .orElseThrow(() -> new IllegalArgumentException("no support " + item + " in " + number));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
