package fairway.process.performancecase;

import fairway.performancecase.Cases;
import fairway.performancecase.Ending;
import fairway.process.AsEngine;
import fairway.process.model.OccupationalHealthReferralModel.Messages;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** How a case ends ({@code #{caseEnds.…}} in the models). */
@Component("caseEnds")
public class CaseEnds {

    private final Cases cases;
    private final RuntimeService runtime;
    private final AsEngine asEngine;

    CaseEnds(Cases cases, RuntimeService runtime, AsEngine asEngine) {
        this.cases = cases;
        this.runtime = runtime;
        this.asEngine = asEngine;
    }

    /** The token reached an end: the case ends that way, and so does what a referral that outlives it still has to arrange (S1A-05). */
    public void end(DelegateExecution execution, String ending) {
        String number = execution.getProcessBusinessKey();
        cases.end(number, Ending.valueOf(ending));
        asEngine.run(() -> runtime.createMessageCorrelation(Messages.CASE_ENDED).processInstanceBusinessKey(number).correlateAll());
    }

    /** How the case that ends early ends. */
    public String ending(DelegateExecution execution) {
        Ending asked = cases.require(execution.getProcessBusinessKey()).endingAsked();
        if (asked == null) {
            throw new IllegalStateException(execution.getProcessBusinessKey() + " ends early, but nobody said how");
        }
        return asked.name();
    }
}
