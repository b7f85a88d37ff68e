package fairway.stage1;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import fairway.form.Answer;
import fairway.form.Option;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.form.TaskForm;
import fairway.performancecase.Cases;
import fairway.performancecase.Chronology;
import fairway.performancecase.PerformanceCase;
import fairway.trust.InWords;
import org.springframework.stereotype.Component;

/** Manager and colleague agree the Improvement Action Plan of Toolkit A (S1D-13 … S1D-16). */
@Component
class AgreeImprovementPlanForm implements TaskForm<AgreeImprovementPlan> {

    private final Stage1 stage1;
    private final Cases cases;
    private final PeopleTakingPart people;
    private final CaseMail mail;
    private final Chronology chronology;

    AgreeImprovementPlanForm(Stage1 stage1, Cases cases, PeopleTakingPart people, CaseMail mail, Chronology chronology) {
        this.stage1 = stage1;
        this.cases = cases;
        this.people = people;
        this.mail = mail;
        this.chronology = chronology;
    }

    @Override
    public String id() {
        return "agreeImprovementPlan";
    }

    @Override
    public Class<AgreeImprovementPlan> type() {
        return AgreeImprovementPlan.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        String number = step.businessKey();
        Stage1Meeting meeting = stage1.meetingOf(number);
        List<ImprovementActionPlan> versions = stage1.planVersions(number);
        Map<String, Object> known = new LinkedHashMap<>();
        if (versions.isEmpty()) {
            known.put("_context", "The meeting was on " + InWords.of(meeting.heldOn()) + ". A plan of 4 weeks to 3 months ends between "
                    + InWords.of(meeting.heldOn().plusWeeks(4)) + " and " + InWords.of(meeting.heldOn().plusMonths(PlanTimeframe.LONGEST_MONTHS)) + ".");
            known.put("targets", meeting.standards().stream().map(PlanRules::shown).toList());
            known.put("reviewer", cases.ownerOf(number).orElse(null));
            return known;
        }
        ImprovementActionPlan former = versions.get(versions.size() - 1);
        known.put("_context", "HR did not agree the timeframe: " + former.hrComment());
        known.put("targets", former.targets().stream().map(t -> PlanRules.shown(t, t.by())).toList());
        known.put("endsOn", former.endsOn().toString());
        known.put("timeframeReason", former.timeframeReason());
        known.put("reviewEvery", former.reviewEvery().toString());
        known.put("reviewer", former.reviewer());
        known.put("colleagueAgrees", former.colleagueAgrees());
        known.put("colleagueReason", former.colleagueReason());
        known.put("declinedToComment", former.declinedToComment());
        return known;
    }

    @Override
    public Map<String, List<Option>> options(Step step) {
        PerformanceCase about = cases.require(step.businessKey());
        return Map.of("support", stage1.support(about.number()).stream().map(item -> new Option(String.valueOf(item.id()), item.label())).toList(),
                "reviewer", people.options(about));
    }

    @Override
    public Answer complete(Step step, AgreeImprovementPlan form) {
        PerformanceCase about = cases.require(step.businessKey());
        String number = about.number();
        LocalDate meeting = stage1.meetingOf(number).heldOn();
        Refusals refusals = new Refusals();
        PlanRules.targets(refusals, form.targets(), meeting, form.endsOn(), stage1.support(number).stream().map(SupportItem::id).collect(Collectors.toSet()));
        PlanRules.end(refusals, meeting, form.endsOn());
        PlanRules.timeframe(refusals, meeting, form.endsOn(), form.timeframeReason());
        PlanRules.frequency(refusals, meeting, form.endsOn(), form.reviewEvery());
        refusals.when(form.reviewer() == null, "reviewer", "required", "S1D-15", "Agree who reviews the progress.");
        if (form.reviewer() != null) {
            people.check(refusals, "reviewer", form.reviewer(), about, "S1D-15");
        }
        refusals.when(!form.colleagueAgrees() && form.colleagueReason() == null && !form.declinedToComment(), "colleagueReason", "required", "S1D-13",
                "Record why the colleague does not agree, in their own words, or tick that they declined to comment.");
        refusals.throwIfAny();

        ImprovementActionPlan plan = stage1.propose(number, form.endsOn(), form.timeframeReason(), form.reviewEvery(), form.reviewer(),
                PlanRules.made(form.targets()), form.colleagueAgrees(), form.colleagueReason(), form.declinedToComment(), step.userId());
        chronology.add(number, step.userId(), "Improvement Action Plan written, version " + plan.version() + ", to " + InWords.of(plan.endsOn()), null);
        if (!form.colleagueAgrees()) {
            mail.tellHr(number, "planNotAgreed-" + plan.version(),
                    "The colleague does not agree to the Improvement Action Plan. It is recorded in the case, and the plan stands. (S1D-13)");
        }
        PlanTimeframe timeframe = plan.timeframe();
        return Answer.with("planDays", timeframe.days()).and("planMonths", timeframe.months());
    }
}
