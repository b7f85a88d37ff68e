package fairway.process.performancecase;

import fairway.performancecase.Cases;
import fairway.performancecase.Ending;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** How a case ends ({@code #{caseEnds.…}} in the models). */
@Component("caseEnds")
public class CaseEnds {

    private final Cases cases;

    CaseEnds(Cases cases) {
        this.cases = cases;
    }

    /** The token reached an end: the case ends that way. */
    public void end(DelegateExecution execution, String ending) {
        cases.end(execution.getProcessBusinessKey(), Ending.valueOf(ending));
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
