package fairway.process.performancecase;

import fairway.performancecase.Cases;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A job of the engine for the day on which a change of owners takes effect, so that the engine's own clock and nodes carry it. */
@Component
public class OwnersChangeJob implements JobHandler<OwnersChangeJob.CaseNumber> {

    /** Name of the handler in the engine's job table. */
    public static final String TYPE = "fairwayOwnersChange";

    private final ObjectProvider<Cases> cases;

    OwnersChangeJob(ObjectProvider<Cases> cases) {
        this.cases = cases;
    }

    /** The case whose owners change. */
    public record CaseNumber(String number) implements JobHandlerConfiguration {

        @Override
        public String toCanonicalString() {
            return number;
        }
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public void execute(CaseNumber about, ExecutionEntity execution, CommandContext context, String tenantId) {
        cases.getObject().ownersChangeToday(about.number());
    }

    @Override
    public CaseNumber newConfiguration(String number) {
        return new CaseNumber(number);
    }

    @Override
    public void onDelete(CaseNumber about, JobEntity job) {
        // nothing is kept beside the job
    }
}
