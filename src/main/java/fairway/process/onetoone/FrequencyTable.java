package fairway.process.onetoone;

import java.time.Period;
import java.util.Map;

import fairway.onetoone.OneToOneFrequency;
import fairway.process.AsEngine;
import fairway.process.model.DecisionTables;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Asks the decision table how often one-to-ones are held (OTO-02 to OTO-04). */
@Component
class FrequencyTable implements OneToOneFrequency {

    private final DecisionService decisions;
    private final AsEngine asEngine;

    FrequencyTable(DecisionService decisions, AsEngine asEngine) {
        this.decisions = decisions;
        this.asEngine = asEngine;
    }

    @Override
    public Period interval(boolean managerOrAbove, boolean additionalSupport) {
        String interval = asEngine.call(() -> decisions.evaluateDecisionTableByKey("oneToOneFrequency",
                Map.of("managerOrAbove", managerOrAbove, "additionalSupport", additionalSupport)).getSingleResult().getSingleEntry());
        return Period.parse(interval);
    }
}
