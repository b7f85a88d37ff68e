package fairway.monitoring;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import fairway.correspondence.LetterHead;
import fairway.correspondence.PlanExtension;
import fairway.correspondence.PromisedSupport;
import fairway.correspondence.ReviewNote;
import fairway.correspondence.ReviewedTarget;
import fairway.performancecase.Cases;
import fairway.stage1.CaseLetters;
import fairway.stage1.Stage1;
import fairway.stage1.SupportItem;
import fairway.stage1.Target;
import fairway.secrecy.Seal;
import fairway.secrecy.SealedColumn;
import org.springframework.stereotype.Component;

/** Puts the letters of the monitoring together. Nothing restricted goes into one; an adjustment only where the colleague wants it in letters. */
@Component
class ReviewNotes {

    private final Cases cases;
    private final Stage1 stage1;
    private final CaseLetters letters;
    private final Seal seal;
    private final Clock clock;

    ReviewNotes(Cases cases, Stage1 stage1, CaseLetters letters, Seal seal, Clock clock) {
        this.cases = cases;
        this.stage1 = stage1;
        this.letters = letters;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * The note of a review that was held.
     *
     * @param reviewer   staff number of whoever signs it
     * @param nextReview null after the last one
     */
    ReviewNote note(MonitoringReview review, String reviewer, LocalDate nextReview, LocalDate planEndsOn) {
        return new ReviewNote(head(review.caseNumber(), reviewer), review.heldOn(), review.kind() == MonitoringReview.Kind.finalReview,
                review.result() == null ? null : review.result().label(), targets(review), review.barriers(), support(review), review.colleagueView(),
                review.declinedToComment(), considered(review), review.detrimentReason(), nextReview, planEndsOn);
    }

    /** In the reviewer's words; where an adjustment is kept apart, only that adjustments were considered. */
    private String considered(MonitoringReview review) {
        if (review.adjustmentsConsidered() == null) {
            return null;
        }
        return stage1.support(review.caseNumber()).stream().anyMatch(SupportItem::isKeptApart) ? "The adjustments that were agreed were considered."
                : seal.open(SealedColumn.ADJUSTMENTS_CONSIDERED, review.caseNumber(), review.adjustmentsConsidered());
    }

    PlanExtension extension(PlanEnd end, String reason, String reviewer, LocalDate nextReview, LocalDate planEndsOn) {
        return new PlanExtension(head(end.caseNumber(), reviewer), reason, end.endsBefore(), planEndsOn, nextReview, letters.named(reviewer).name());
    }

    /** How the targets stood at a review. */
    List<ReviewedTarget> targets(MonitoringReview review) {
        Map<Long, Target> known = stage1.planVersions(review.caseNumber()).stream().flatMap(plan -> plan.targets().stream())
                .collect(Collectors.toMap(Target::id, Function.identity()));
        return review.targets().stream()
                .map(result -> new ReviewedTarget(known.get(result.targetId()).what(), known.get(result.targetId()).urgent(), result.state().label(), result.seen()))
                .toList();
    }

    private List<PromisedSupport> support(MonitoringReview review) {
        Map<Long, SupportAtReview> answered = review.support().stream().collect(Collectors.toMap(SupportResult::supportItemId, SupportResult::state));
        return stage1.support(review.caseNumber()).stream().filter(SupportItem::inLetter).filter(item -> answered.containsKey(item.id()))
                .map(item -> new PromisedSupport(item.adjustment() ? null : item.kind().label(), item.what(), letters.named(item.arrangedBy()).name(), item.by(),
                        answered.get(item.id()).label())).toList();
    }

    private LetterHead head(String number, String from) {
        return new LetterHead(number, LocalDate.now(clock), letters.named(cases.require(number).colleague()), letters.named(from));
    }
}
