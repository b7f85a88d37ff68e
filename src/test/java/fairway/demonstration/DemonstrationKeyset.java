package fairway.demonstration;

import java.nio.file.Files;
import java.nio.file.Path;

import fairway.Fairway;
import fairway.secrecy.HealthKeysCommand;

/** The demonstration's keys to health texts: made at its first start, kept beside its data. */
final class DemonstrationKeyset {

    private DemonstrationKeyset() {
    }

    /** The file, made if it is not there yet. */
    static Path in(Path folder) {
        Path file = folder.resolve("health-keyset.json").toAbsolutePath();
        if (!Files.exists(file)) {
            HealthKeysCommand.run(Fairway.class, new String[]{"--health-keys=create", "--fairway.health.keyset=" + file});
        }
        return file;
    }
}
