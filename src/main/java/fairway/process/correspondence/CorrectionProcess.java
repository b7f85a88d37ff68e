package fairway.process.correspondence;

import java.util.Map;

import fairway.correspondence.CorrectionStart;
import fairway.process.AsEngine;
import fairway.process.RunningModels;
import fairway.process.model.LetterCorrectionModel;
import fairway.process.model.LetterCorrectionModel.Elements;
import fairway.process.model.LetterCorrectionModel.Variables;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** One process instance per correction that waits for HR; it outlives the case whose number it carries. */
@Component
class CorrectionProcess implements CorrectionStart {

    private final RuntimeService runtime;
    private final RunningModels models;
    private final AsEngine asEngine;

    CorrectionProcess(RuntimeService runtime, RunningModels models, AsEngine asEngine) {
        this.runtime = runtime;
        this.models = models;
        this.asEngine = asEngine;
    }

    @Override
    public void start(String number, long correction) {
        asEngine.run(() -> runtime.startProcessInstanceByKey(LetterCorrectionModel.KEY, number, Map.of(Variables.CORRECTION, String.valueOf(correction))));
    }

    @Override
    public boolean followsUp(long correction) {
        return asEngine.call(() -> models.draws(runtime.createProcessInstanceQuery().processDefinitionKey(LetterCorrectionModel.KEY)
                .variableValueEquals(Variables.CORRECTION, String.valueOf(correction)).singleResult(), Elements.SEND_CORRECTED_LETTER));
    }
}
