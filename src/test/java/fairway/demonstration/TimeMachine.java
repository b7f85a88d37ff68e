package fairway.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import fairway.trust.WorkingDays;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;

/**
 * Moves the one clock of engine and application forward, from due job to due job, each run at its own time. The clock goes on running from
 * where it was put.
 */
public class TimeMachine {

    private static final String DELIVERY = "delivery";

    private final ManagementService management;

    public TimeMachine(ManagementService management) {
        this.management = management;
    }

    public LocalDateTime now() {
        return LocalDateTime.ofInstant(ClockUtil.getCurrentTime().toInstant(), WorkingDays.LONDON);
    }

    /** How far the clock is ahead of the real one; negative while the past is played. */
    public Duration ahead() {
        return Duration.between(Instant.now(), ClockUtil.getCurrentTime().toInstant());
    }

    /** Puts the clock there without running anything; it runs on from there. */
    public void put(Instant instant) {
        ClockUtil.offset(Duration.between(Instant.now(), instant).toMillis());
    }

    public void put(LocalDateTime london) {
        put(london.atZone(WorkingDays.LONDON).toInstant());
    }

    /** The next moment at which a timer rings; empty when none is set. */
    public Optional<LocalDateTime> nextTimer() {
        return waiting().stream().map(Job::getDuedate).map(d -> LocalDateTime.ofInstant(d.toInstant(), WorkingDays.LONDON))
                .filter(at -> at.isAfter(now()) && at.getYear() < 2900).min(Comparator.naturalOrder());
    }

    /** Lets time pass until then; answers how many jobs ran. */
    public int passTo(LocalDateTime london) {
        int ran = runDue();
        for (Job next = firstBefore(london); next != null; next = firstBefore(london)) {
            if (at(next).isAfter(now())) {
                put(at(next).plusSeconds(1));
            }
            ran += runDue();
        }
        if (london.isAfter(now())) {
            put(london);
        }
        return ran;
    }

    /** Runs what is due now, until nothing is: deliveries side by side, everything else one after the other in the order of its time. */
    public int runDue() {
        int ran = 0;
        while (true) {
            List<Job> due = management.createJobQuery().executable().active().withRetriesLeft().list().stream()
                    .filter(job -> job.getProcessDefinitionId() != null)
                    .sorted(Comparator.comparing(job -> job.getDuedate() == null ? new Date(0) : job.getDuedate())).toList();
            if (due.isEmpty()) {
                return ran;
            }
            Map<Boolean, List<Job>> isDelivery = due.stream().collect(Collectors.partitioningBy(job -> DELIVERY.equals(job.getProcessDefinitionKey())));
            for (Job job : isDelivery.get(false)) {
                if (management.createJobQuery().jobId(job.getId()).active().withRetriesLeft().executable().count() == 1) {
                    management.executeJob(job.getId());
                    ran++;
                }
            }
            isDelivery.get(true).parallelStream().forEach(job -> management.executeJob(job.getId()));
            ran += isDelivery.get(true).size();
        }
    }

    private Job firstBefore(LocalDateTime london) {
        return management.createJobQuery().active().withRetriesLeft().duedateLowerThan(Date.from(london.plusSeconds(1).atZone(WorkingDays.LONDON).toInstant()))
                .orderByJobDuedate().asc().listPage(0, 2).stream().filter(job -> job.getProcessDefinitionId() != null).findFirst().orElse(null);
    }

    private List<Job> waiting() {
        return management.createJobQuery().active().withRetriesLeft().duedateHigherThan(ClockUtil.getCurrentTime()).orderByJobDuedate().asc().listPage(0, 5).stream()
                .filter(job -> job.getProcessDefinitionId() != null).toList();
    }

    private static LocalDateTime at(Job job) {
        return LocalDateTime.ofInstant(job.getDuedate().toInstant(), WorkingDays.LONDON);
    }
}
