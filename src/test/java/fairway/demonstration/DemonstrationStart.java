package fairway.demonstration;

import java.time.Duration;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;

/** Staffs the demonstration at its first start, puts the clock where the last start left it, and says at the console how to come in. */
class DemonstrationStart implements ApplicationRunner {

    private final DemonstrationTrust trust;
    private final DemonstrationClock clock;
    private final JobExecutor jobs;
    private final Environment environment;

    DemonstrationStart(DemonstrationTrust trust, DemonstrationClock clock, ProcessEngine engine, Environment environment) {
        this.trust = trust;
        this.clock = clock;
        this.jobs = ((ProcessEngineImpl) engine).getProcessEngineConfiguration().getJobExecutor();
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (!trust.isStaffed()) {
            trust.populate();
        } else {
            clock.resume();
        }
        jobs.start();
        String base = "http://localhost:" + environment.getProperty("local.server.port");
        String lines = """

                Fairway is ready after %d s (staffing the demonstration included).

                  Tasklist     %s/camunda/app/tasklist/
                  Cases        %s/cases
                  Mails        %s/demonstration/mail
                  Move clock   %s/demonstration/clock

                  Sign in with one of these, password fairway:
                    teamleader, manager, manager2, manager3   line managers
                    hr (whole Trust), hr2 (Urgent Care)       HR advisers
                    owner                                     process owner
                    ops                                       operations
                    admin                                     administrator
                """;
        long seconds = Duration.ofMillis(java.lang.management.ManagementFactory.getRuntimeMXBean().getUptime()).toSeconds();
        System.out.printf(lines, seconds, base, base, base, base);
    }
}
