package fairway.process.health;

import fairway.health.ReferralProcess;
import fairway.performancecase.CaseProcess;
import fairway.process.AsEngine;
import fairway.process.RunningModels;
import fairway.process.model.OccupationalHealthReferralModel;
import fairway.process.model.OccupationalHealthReferralModel.Elements;
import fairway.process.model.OccupationalHealthReferralModel.Messages;
import fairway.process.model.OccupationalHealthReferralModel.Variables;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** What a referral asks of its running process, done on the engine. */
@Component
class ReferralOnEngine implements ReferralProcess {

    private final CaseProcess cases;
    private final RuntimeService runtime;
    private final RunningModels models;
    private final AsEngine asEngine;

    ReferralOnEngine(CaseProcess cases, RuntimeService runtime, RunningModels models, AsEngine asEngine) {
        this.cases = cases;
        this.runtime = runtime;
        this.models = models;
        this.asEngine = asEngine;
    }

    @Override
    public void start(String caseNumber, long referral) {
        cases.startReferral(caseNumber, referral);
    }

    @Override
    public void consentWithdrawn(String caseNumber, long referral) {
        asEngine.run(() -> runtime.createMessageCorrelation(Messages.CONSENT_WITHDRAWN).processInstanceBusinessKey(caseNumber)
                .processInstanceVariableEquals(Variables.REFERRAL, String.valueOf(referral)).correlate());
    }

    @Override
    public boolean tellsProvider(String caseNumber, long referral) {
        return asEngine.call(() -> models.draws(runtime.createProcessInstanceQuery().processDefinitionKey(OccupationalHealthReferralModel.KEY).processInstanceBusinessKey(caseNumber)
                .variableValueEquals(Variables.REFERRAL, String.valueOf(referral)).singleResult(), Elements.TELL_PROVIDER_TO_STOP));
    }
}
