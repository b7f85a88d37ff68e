package fairway.audit;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Every few seconds what was written is chained, and every hour the chain is anchored. Every node does it; what one has sealed, the others find sealed. */
@Configuration
class AuditSchedule {

    private final Sealer sealer;
    private final Anchors anchors;

    AuditSchedule(Sealer sealer, Anchors anchors) {
        this.sealer = sealer;
        this.anchors = anchors;
    }

    @Scheduled(cron = "${fairway.audit.seal-at:*/5 * * * * *}", zone = "Europe/London")
    void seal() {
        sealer.seal();
    }

    @Scheduled(cron = "${fairway.audit.anchor-at:0 30 * * * *}", zone = "Europe/London")
    void anchor() {
        anchors.make();
    }
}
