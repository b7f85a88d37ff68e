package fairway.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import fairway.casefile.CaseFile.Fact;
import fairway.health.HealthRecords;
import fairway.monitoring.Monitoring;
import fairway.monitoring.MonitoringReview;
import fairway.monitoring.Outstanding;
import fairway.monitoring.TargetResult;
import fairway.performancecase.PerformanceCase;
import fairway.performancecase.Stage;
import fairway.stage1.ImprovementActionPlan;
import fairway.stage1.Stage1;
import fairway.stage1.Stage1Meeting;
import fairway.stage1.Target;
import fairway.staff.Staff;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;

/** What the page of a case says of Stage 1, the Improvement Action Plan and its reviews. */
@Component
class PlanFacts {

    private final Stage1 stage1;
    private final Monitoring monitoring;
    private final HealthRecords health;
    private final Staff staff;

    PlanFacts(Stage1 stage1, Monitoring monitoring, HealthRecords health, Staff staff) {
        this.stage1 = stage1;
        this.monitoring = monitoring;
        this.health = health;
        this.staff = staff;
    }

    /** @param userId whoever reads it: adjustments that are kept apart are for some alone */
    List<Fact> of(PerformanceCase about, String userId) {
        List<Fact> facts = new ArrayList<>();
        stage1.findMeeting(about.number()).ifPresent(meeting -> facts.add(CaseFile.fact("Stage 1 meeting", inWords(meeting))));
        stage1.findPlan(about.number()).ifPresent(plan -> {
            facts.addAll(of(about.number(), plan, userId));
            if (about.stage() == Stage.monitoring) {
                facts.addAll(ahead(about.number()));
            }
        });
        return facts;
    }

    private List<Fact> of(String number, ImprovementActionPlan plan, String userId) {
        Map<Long, String> apart = health.mayReadAdjustments(number, userId) ? health.adjustmentsKeptApart(number, userId) : Map.of();
        return List.of(
                CaseFile.fact("Improvement Action Plan", "Version " + plan.version() + ", until " + InWords.of(stage1.planEndsOn(number)) + ", reviewed "
                        + InWords.every(plan.reviewEvery()) + " by " + staff.require(plan.reviewer()).fullName()),
                new Fact("Targets", targets(number, plan)),
                new Fact("Promised support", stage1.support(number).stream()
                        .map(item -> item.label() + (apart.containsKey(item.id()) ? ": " + apart.get(item.id()) : "") + ", by " + InWords.of(stage1.supportDueOn(item)) + ": " + item.state().label()).toList()));
    }

    private List<Fact> ahead(String number) {
        return List.of(
                CaseFile.fact("Next review", monitoring.nextReview(number).map(InWords::of).orElse("stands still, return not known")),
                new Fact("Outstanding on the Trust’s side", monitoring.outstanding(number).stream().map(Outstanding::what).toList()));
    }

    private List<String> targets(String number, ImprovementActionPlan plan) {
        List<MonitoringReview> held = monitoring.reviewsOf(number).stream().filter(MonitoringReview::isHeld).toList();
        Map<Long, TargetResult> last = held.isEmpty() ? Map.of()
                : held.get(held.size() - 1).targets().stream().collect(Collectors.toMap(TargetResult::targetId, Function.identity()));
        return plan.targets().stream().map(target -> inWords(number, target, last.get(target.id()))).toList();
    }

    private String inWords(String number, Target target, TargetResult last) {
        return target.what() + (target.urgent() ? " (urgent or important)" : "") + ", by " + InWords.of(stage1.targetDueOn(number, target)) + ", measured by: "
                + target.measure() + (last == null ? "" : ". Last review: " + last.state().label().toLowerCase(Locale.UK));
    }

    private static String inWords(Stage1Meeting meeting) {
        if (meeting.isHeld()) {
            return "held on " + InWords.of(meeting.heldOn());
        }
        return meeting.isArranged() ? "arranged for " + InWords.of(meeting.start()) : "being prepared";
    }
}
