package fairway.process;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.support.FairwayTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FairwayTest
class ApplicationStartsTest {

    @Autowired
    ProcessEngine engine;

    @Test
    void modelsAndFormsAreDeployedAsOneSet() {
        assertThat(engine.getRepositoryService().createDeploymentQuery().deploymentName("fairway").list()).hasSizeLessThanOrEqualTo(1);
    }
}
