package fairway.process;

import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** When the application stops: no new job is taken, those that were begun come to their end, and only then is the rest shut down. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class JobsAtTheEnd {

    /** Longer than any attempt to send a message may take, shorter than what a container is given to stop. */
    private static final long SECONDS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(JobsAtTheEnd.class);

    private final JobExecutor jobs;
    private final ThreadPoolTaskExecutor threads;

    JobsAtTheEnd(JobExecutor jobs, @Qualifier("camundaTaskExecutor") ThreadPoolTaskExecutor threads) {
        this.jobs = jobs;
        this.threads = threads;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void closing(ContextClosedEvent closed) throws InterruptedException {
        jobs.shutdown();
        ThreadPoolExecutor pool = threads.getThreadPoolExecutor();
        pool.shutdown();
        if (!pool.awaitTermination(SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("jobs were still running after {} seconds; they are rolled back and run again at the next start", SECONDS);
        }
    }
}
