package fairway.process.health;

import fairway.health.ReferralProcess;
import fairway.performancecase.CaseProcess;
import fairway.process.AsEngine;
import fairway.process.model.OccupationalHealthReferralModel.Messages;
import fairway.process.model.OccupationalHealthReferralModel.Variables;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** What a referral asks of its running process, done on the engine. */
@Component
class ReferralOnEngine implements ReferralProcess {

    private final CaseProcess cases;
    private final RuntimeService runtime;
    private final AsEngine asEngine;

    ReferralOnEngine(CaseProcess cases, RuntimeService runtime, AsEngine asEngine) {
        this.cases = cases;
        this.runtime = runtime;
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
}
