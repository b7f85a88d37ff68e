package fairway.performancecase;

import java.util.Map;

import fairway.form.Answer;
import fairway.form.Step;
import fairway.form.TaskForm;
import jakarta.validation.constraints.NotNull;
import org.springframework.stereotype.Component;

/** The manager is told exactly what is missing, and ends it or asks HR which other route is right (PM-04). */
@Component
class DecideOnMissingEvidenceForm implements TaskForm<DecideOnMissingEvidenceForm.DecideOnMissingEvidence> {

    /** Keys of the form. */
    record DecideOnMissingEvidence(@NotNull(message = "Choose whether to end it or to ask HR.") Decision decision, String comment) {
    }

    enum Decision {
        end, askHr
    }

    private final Cases cases;
    private final EvidenceOfCases evidence;
    private final Chronology chronology;

    DecideOnMissingEvidenceForm(Cases cases, EvidenceOfCases evidence, Chronology chronology) {
        this.cases = cases;
        this.evidence = evidence;
        this.chronology = chronology;
    }

    @Override
    public String id() {
        return "decideOnMissingEvidence";
    }

    @Override
    public Class<DecideOnMissingEvidence> type() {
        return DecideOnMissingEvidence.class;
    }

    @Override
    public Map<String, Object> prefill(Step step) {
        return Map.of("_context", String.join(" ", evidence.missingInWords(cases.require(step.businessKey()))));
    }

    @Override
    public Answer complete(Step step, DecideOnMissingEvidence form) {
        PerformanceCase about = cases.require(step.businessKey());
        if (form.decision() == Decision.end) {
            about.notInstigated();
            chronology.add(about.number(), step.userId(), "Decided: not instigated, because evidence is missing", form.comment());
        } else {
            about.askHrDespiteMissingEvidence();
            chronology.add(about.number(), step.userId(), "HR asked which other route is right, because evidence is missing", form.comment());
        }
        return Answer.with("decision", form.decision().name());
    }
}
