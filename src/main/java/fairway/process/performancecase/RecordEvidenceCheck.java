package fairway.process.performancecase;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

import fairway.performancecase.Cases;
import fairway.performancecase.MissingEvidence;
import fairway.process.model.PerformanceCaseModel.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Keeps what the evidence gate found; the policy's floor holds whatever the decision table says (PM-04). */
@Component("recordEvidenceCheck")
class RecordEvidenceCheck implements ExecutionListener {

    private final Cases cases;

    RecordEvidenceCheck(Cases cases) {
        this.cases = cases;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Set<MissingEvidence> missing = EnumSet.noneOf(MissingEvidence.class);
        Collection<?> found = (Collection<?>) execution.getVariable(Variables.MISSING_EVIDENCE);
        found.forEach(name -> missing.add(MissingEvidence.valueOf((String) name)));
        // the case keeps what is missing; a list left behind could not be read back when the evidence is checked once more
        execution.removeVariable(Variables.MISSING_EVIDENCE);
        execution.setVariable(Variables.EVIDENCE_SUFFICIENT, cases.evidenceChecked(execution.getProcessBusinessKey(), missing));
    }
}
