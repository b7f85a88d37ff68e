package fairway.process.casefile;

import fairway.casefile.HandOverPacks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands the case over to the formal stage: the pack goes to HR. */
@Component("issueHandOverPack")
class IssueHandOverPack implements JavaDelegate {

    private final HandOverPacks packs;

    IssueHandOverPack(HandOverPacks packs) {
        this.packs = packs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        packs.issue(execution.getProcessBusinessKey());
    }
}
