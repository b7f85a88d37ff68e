package fairway.records;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Runs the schedule by night, on one of the nodes; a night that was cut off is made good by the next. */
@Configuration
class RetentionNights {

    private final Retention retention;

    RetentionNights(Retention retention) {
        this.retention = retention;
    }

    @Scheduled(cron = "${fairway.retention.at:0 30 3 * * *}", zone = "Europe/London")
    void run() {
        retention.nightly();
    }
}
