package fairway.process.health;

import fairway.health.ReferralSteps;
import fairway.process.model.OccupationalHealthReferralModel.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service steps of the model occupationalHealthReferral, each named as its step. */
@Configuration
class ReferralDelegates {

    @Bean
    JavaDelegate sendReferral(ReferralSteps referrals) {
        return execution -> referrals.send(execution.getProcessBusinessKey(), referral(execution));
    }

    @Bean
    JavaDelegate remindOfAdvice(ReferralSteps referrals) {
        return execution -> referrals.remindOfAdvice(execution.getProcessBusinessKey(), referral(execution));
    }

    @Bean
    JavaDelegate passOnAdjustments(ReferralSteps referrals) {
        return execution -> execution.setVariable(Variables.SUPPORT_ITEM,
                referrals.passOnAdjustments(execution.getProcessBusinessKey(), referral(execution)).map(String::valueOf).orElse(null));
    }

    @Bean
    JavaDelegate tellProviderToStop(ReferralSteps referrals) {
        return execution -> referrals.tellProviderToStop(execution.getProcessBusinessKey(), referral(execution));
    }

    @Bean
    JavaDelegate stopReferral(ReferralSteps referrals) {
        return execution -> referrals.stop(execution.getProcessBusinessKey(), referral(execution));
    }

    private static long referral(DelegateExecution execution) {
        return Long.parseLong((String) execution.getVariable(Variables.REFERRAL));
    }
}
