package fairway.process.correspondence;

import fairway.performancecase.CorrectionSteps;
import fairway.process.model.LetterCorrectionModel.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service steps of the model letterCorrection, each named as its step. */
@Configuration
class CorrectionDelegates {

    @Bean
    JavaDelegate sendCorrectedLetter(CorrectionSteps steps) {
        return execution -> steps.send(execution.getProcessBusinessKey(), correction(execution));
    }

    @Bean
    JavaDelegate tellOfRefusedCorrection(CorrectionSteps steps) {
        return execution -> steps.tellOfRefusal(execution.getProcessBusinessKey(), correction(execution));
    }

    private static long correction(DelegateExecution execution) {
        return Long.parseLong((String) execution.getVariable(Variables.CORRECTION));
    }
}
