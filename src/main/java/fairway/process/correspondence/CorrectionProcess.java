package fairway.process.correspondence;

import java.util.Map;

import fairway.correspondence.CorrectionStart;
import fairway.process.AsEngine;
import fairway.process.model.LetterCorrectionModel;
import fairway.process.model.LetterCorrectionModel.Variables;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** One process instance per correction that waits for HR; it outlives the case whose number it carries. */
@Component
class CorrectionProcess implements CorrectionStart {

    private final RuntimeService runtime;
    private final AsEngine asEngine;

    CorrectionProcess(RuntimeService runtime, AsEngine asEngine) {
        this.runtime = runtime;
        this.asEngine = asEngine;
    }

    @Override
    public void start(String number, long correction) {
        asEngine.run(() -> runtime.startProcessInstanceByKey(LetterCorrectionModel.KEY, number, Map.of(Variables.CORRECTION, String.valueOf(correction))));
    }
}
