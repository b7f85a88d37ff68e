package fairway.process.stage1;

import java.util.List;

import fairway.stage1.Stage1;
import fairway.stage1.SupportItem;
import fairway.stage1.SupportState;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What was promised, as the models ask it ({@code #{support.…(execution)}}). */
@Component("support")
public class SupportQuestions {

    private final Stage1 stage1;

    SupportQuestions(Stage1 stage1) {
        this.stage1 = stage1;
    }

    /** Ids of the support items and adjustments that are to be arranged (S1A-05), and that no referral has a step for already. */
    public List<String> toArrange(DelegateExecution execution) {
        return stage1.openSupport(execution.getProcessBusinessKey()).stream().filter(item -> item.state() == SupportState.toArrange)
                .map(SupportItem::id).map(String::valueOf)
                .filter(item -> execution.getProcessEngineServices().getRuntimeService().createVariableInstanceQuery().variableValueEquals("supportItem", item).count() == 0).toList();
    }
}
