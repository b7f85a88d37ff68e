package fairway.audit;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the access log is sealed ({@code fairway.audit.*}).
 *
 * @param anchorFolder  folder outside of the database for the anchors, best on a storage that only takes new files; null: anchors stand in the
 *                      application's log alone
 * @param latestSealing how much later than its own time a row may be sealed while the sealer is at work; what comes later still was back-dated
 * @param signOfLife    how long the chain may stand still before the sealer adds a seal without a row
 * @param newestAnchor  how old the newest anchor of the folder may be
 */
@ConfigurationProperties("fairway.audit")
public record AuditSettings(Path anchorFolder, @DefaultValue("15m") Duration latestSealing, @DefaultValue("10m") Duration signOfLife,
        @DefaultValue("26h") Duration newestAnchor) {

    /** From when on it shows that nobody seals. */
    Duration standstill() {
        return signOfLife.plus(latestSealing);
    }
}
