package fairway.demonstration;

import fairway.onetoone.OneToOnes;
import fairway.staff.Lines;
import fairway.staff.Staff;
import fairway.staff.StaffImport;
import fairway.stage1.Stage1;
import fairway.trust.WorkingDays;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** What the demonstration adds to the application. */
@TestConfiguration(proxyBeanMethods = false)
@Import({DemonstrationClock.class, MailPage.class})
class Demonstration {

    @Bean
    DemonstrationFolder demonstrationFolder() {
        return new DemonstrationFolder(DemonstrationApplication.FOLDER);
    }

    @Bean
    TimeMachine timeMachine(ManagementService management) {
        return new TimeMachine(management);
    }

    @Bean
    DemonstrationTrust demonstrationTrust(TimeMachine time, RuntimeService runtime, TaskService tasks, IdentityService identity, StaffImport staffImport,
                                          Staff staff, Lines lines, OneToOnes oneToOnes, Stage1 stage1, WorkingDays days) {
        return new DemonstrationTrust(time, new Play(runtime, tasks, identity), identity, staffImport, staff, lines, oneToOnes, stage1, days);
    }

    @Bean
    DemonstrationStart demonstrationStart(DemonstrationTrust trust, DemonstrationClock clock, ProcessEngine engine, Environment environment) {
        return new DemonstrationStart(trust, clock, engine, environment);
    }
}
