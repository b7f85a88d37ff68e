package fairway.demonstration;

import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What the demonstration adds to the application. */
@TestConfiguration(proxyBeanMethods = false)
@Import(DemonstrationClock.class)
class Demonstration {

    @Bean
    DemonstrationFolder demonstrationFolder() {
        return new DemonstrationFolder(DemonstrationApplication.FOLDER);
    }

    @Bean
    TimeMachine timeMachine(ManagementService management) {
        return new TimeMachine(management);
    }
}
