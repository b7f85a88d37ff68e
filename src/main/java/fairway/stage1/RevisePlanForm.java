package fairway.stage1;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import fairway.access.CaseAccess;
import fairway.form.Answer;
import fairway.form.CaseActionForm;
import fairway.form.Option;
import fairway.form.Preview;
import fairway.form.PreviewedForm;
import fairway.form.Refusals;
import fairway.form.Step;
import fairway.performancecase.CaseProcess;
import fairway.performancecase.Cases;
import fairway.performancecase.PerformanceCase;
import fairway.performancecase.Stage;
import org.springframework.stereotype.Component;

/** Revises the plan in monitoring, by the manager or HR: a new version goes to the colleague; HR agrees first if its end moves (S1D-13, S1D-14). */
@Component
class RevisePlanForm implements CaseActionForm<RevisePlan>, PreviewedForm<RevisePlan> {

    private final Stage1 stage1;
    private final Cases cases;
    private final OutcomeLetters letters;
    private final CaseProcess process;
    private final CaseAccess access;
    private final PlanEnding ending;
    private final Clock clock;

    RevisePlanForm(Stage1 stage1, Cases cases, OutcomeLetters letters, CaseProcess process, CaseAccess access, PlanEnding ending, Clock clock) {
        this.stage1 = stage1;
        this.cases = cases;
        this.letters = letters;
        this.process = process;
        this.access = access;
        this.ending = ending;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "revisePlan";
    }

    @Override
    public Class<RevisePlan> type() {
        return RevisePlan.class;
    }

    @Override
    public String label() {
        return "Revise the plan";
    }

    @Override
    public boolean offered(Step step) {
        return access.mayAct(step.userId(), step.businessKey()) && isOpenToRevision(step.businessKey());
    }

    private boolean isOpenToRevision(String number) {
        return cases.require(number).stage() == Stage.monitoring && stage1.findPlan(number).isPresent() && stage1.proposedPlan(number).isEmpty();
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        String number = step.businessKey();
        Map<String, Object> known = new LinkedHashMap<>();
        stage1.findPlan(number).ifPresent(plan -> {
            known.put("_context", "Version " + plan.version() + " of the plan is in force. If its end moves, HR is asked to agree first.");
            known.put("targets", plan.targets().stream()
                    .map(t -> PlanRules.shown(t, stage1.targetDueOn(number, t))).toList());
            known.put("endsOn", stage1.planEndsOn(number).toString());
        });
        return known;
    }

    @Override
    public Map<String, List<Option>> options(Step step) {
        return Map.of("support", stage1.support(step.businessKey()).stream().map(item -> new Option(String.valueOf(item.id()), item.label())).toList());
    }

    @Override
    public String previewed(Step step) {
        return "revised plan";
    }

    @Override
    public Preview preview(Step step, RevisePlan form) {
        LocalDate endsOn = requireFit(step, form);
        String number = step.businessKey();
        return letters.preview(number, stage1.revision(number, PlanRules.made(form.targets()), endsOn, form.reason(), form.colleagueView(), step.userId()));
    }

    @Override
    public Answer complete(Step step, RevisePlan form) {
        LocalDate endsOn = requireFit(step, form);
        String number = step.businessKey();
        boolean endMoves = stage1.revise(number, PlanRules.made(form.targets()), endsOn, form.reason(), form.colleagueView(), step.userId());
        process.planRevised(number, endMoves);
        return Answer.none();
    }

    /** @return the end of the plan with the revision */
    private LocalDate requireFit(Step step, RevisePlan form) {
        access.requireAct(step.userId(), step.businessKey());
        PerformanceCase about = cases.require(step.businessKey());
        String number = about.number();
        Refusals state = new Refusals();
        state.when(about.stage() != Stage.monitoring || stage1.findPlan(number).isEmpty(), "", "noPlan", "S1D-13", "There is no plan in force that could be revised.");
        state.when(stage1.proposedPlan(number).isPresent(), "", "waitsForHr", "S1D-14", "A revision waits for HR to agree its end. Wait for the answer.");
        state.throwIfAny();

        LocalDate meeting = stage1.planOf(number).startsOn();
        LocalDate endsOn = form.endsOn() == null ? stage1.planEndsOn(number) : form.endsOn();
        Refusals refusals = new Refusals();
        refusals.when(form.reason() == null, "reason", "required", "S1D-13", "Give the reason for the revision.");
        PlanRules.end(refusals, meeting, endsOn);
        refusals.when(endsOn.isBefore(LocalDate.now(clock)), "endsOn", "notInPast", "S1D-14", "This day has passed. Choose today or a later day.");
        refusals.when(!endsOn.equals(stage1.planEndsOn(number)) && ending.isBeingDecided(number), "endsOn", "endIsBeingDecided", "S1D-14",
                "The final review is due: whether the plan gets more time is asked for and decided there. Leave the end as it is.");
        PlanRules.targets(refusals, form.targets(), meeting, endsOn, stage1.support(number).stream().map(SupportItem::id).collect(Collectors.toSet()));
        refusals.throwIfAny();
        return endsOn;
    }
}
