package fairway.stage1;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import fairway.performancecase.TakingPart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has a step of their own by the plan: its reviewer, and those who took support on that is still open. */
@Component
@Transactional(readOnly = true)
class PartsInStage1 implements TakingPart {

    private final Plans plans;
    private final SupportItems items;

    PartsInStage1(Plans plans, SupportItems items) {
        this.plans = plans;
        this.items = items;
    }

    @Override
    public Set<String> of(String caseNumber) {
        Set<String> people = new HashSet<>();
        plans.findByCaseNumberAndState(caseNumber, PlanState.inForce).map(ImprovementActionPlan::reviewer).ifPresent(people::add);
        List<SupportItem> promised = items.findByCaseNumberOrderById(caseNumber);
        promised.stream().filter(item -> item.state().isOpen()).map(SupportItem::arrangedBy).forEach(people::add);
        return people;
    }
}
