package fairway.stage1;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import fairway.correspondence.ImprovementPlan;
import fairway.correspondence.OutcomeLetter;
import fairway.correspondence.PlannedTarget;
import fairway.correspondence.PromisedSupport;
import fairway.performancecase.Cases;
import fairway.performancecase.PerformanceCase;
import fairway.staff.Staff;
import fairway.trust.InWords;
import fairway.trust.TrustSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The plan in force as letters show it (Toolkit A). Adjustments are named only where the colleague wants them in letters. */
@Component
@Transactional(readOnly = true)
public class PlanDocuments {

    private final Stage1 stage1;
    private final Cases cases;
    private final Staff staff;
    private final CaseLetters letters;
    private final ReviewStretches reviews;
    private final TrustSettings trust;
    private final Clock clock;

    PlanDocuments(Stage1 stage1, Cases cases, Staff staff, CaseLetters letters, ReviewStretches reviews, TrustSettings trust, Clock clock) {
        this.stage1 = stage1;
        this.cases = cases;
        this.staff = staff;
        this.letters = letters;
        this.reviews = reviews;
        this.trust = trust;
        this.clock = clock;
    }

    /** The plan in force, as a document of its own. */
    public ImprovementPlan plan(String number) {
        return plan(number, stage1.planOf(number));
    }

    /** A version of the plan that is in force, or was made to come into force today. */
    ImprovementPlan plan(String number, ImprovementActionPlan plan) {
        PerformanceCase about = cases.require(number);
        return new ImprovementPlan(letters.toColleague(about), plan.version(), letters.name(about.colleague()), staff.require(about.colleague()).jobTitle(),
                plan.startsOn(), stage1.endsOn(plan), targets(number, plan), InWords.every(plan.reviewEvery()), ahead(reviews.with(number, plan)),
                letters.name(plan.reviewer()), support(number), plan.colleagueAgrees(), plan.colleagueReason(), watch());
    }

    /** The same in a few lines, for the outcome letter. */
    OutcomeLetter.PlanSummary summary(String number) {
        ImprovementActionPlan plan = stage1.planOf(number);
        return new OutcomeLetter.PlanSummary(plan.targets().stream().map(t -> t.what() + ", by " + InWords.of(stage1.targetDueOn(number, t))).toList(),
                stage1.planEndsOn(number), InWords.every(plan.reviewEvery()), letters.name(plan.reviewer()), reviewsAhead(number).get(0));
    }

    /** The reviews that lie ahead by the frequency of the plan, the final review last; never empty. */
    public List<LocalDate> reviewsAhead(String number) {
        return ahead(reviews.now(number));
    }

    private List<LocalDate> ahead(List<LocalDate> series) {
        List<LocalDate> ahead = series.stream().filter(day -> day.isAfter(LocalDate.now(clock))).toList();
        return ahead.isEmpty() ? List.of(series.get(series.size() - 1)) : ahead;
    }

    /** Support and adjustments that letters may name. */
    public List<PromisedSupport> support(String number) {
        return promised(stage1.support(number).stream().filter(SupportItem::inLetter).toList());
    }

    List<PromisedSupport> promised(List<SupportItem> items) {
        return items.stream().map(item -> new PromisedSupport(item.adjustment() ? "Adjustment" : item.kind().label(), item.what(), letters.name(item.arrangedBy()),
                stage1.supportDueOn(item), item.state().label())).toList();
    }

    /** The Trust's watch in words; null = none. */
    String watch() {
        return trust.hasWatch() ? InWords.length(trust.watch()) : null;
    }

    private List<PlannedTarget> targets(String number, ImprovementActionPlan plan) {
        Map<Long, SupportItem> items = stage1.support(number).stream().filter(SupportItem::inLetter).collect(Collectors.toMap(SupportItem::id, item -> item));
        return plan.targets().stream().map(target -> new PlannedTarget(target.improvement(), target.what(), target.measure(), stage1.dueOn(plan, target),
                target.support().stream().sorted().map(id -> Optional.ofNullable(items.get(id)).map(SupportItem::label)).flatMap(Optional::stream).toList(),
                target.dependencies(), target.urgent())).toList();
    }
}
