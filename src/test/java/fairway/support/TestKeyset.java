package fairway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import fairway.secrecy.HealthKeysCommand;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The keys to health texts of a test run, made anew for it: a file below {@code target}. */
public final class TestKeyset implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static Path file;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("fairway.health.keyset=" + file()).applyTo(context);
    }

    /** The keyset of this run. */
    public static synchronized Path file() {
        if (file == null) {
            file = create();
        }
        return file;
    }

    /** A new keyset beside it. */
    public static Path create() {
        try {
            Path made = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "keyset").resolve("health.json");
            HealthKeysCommand.run(null, new String[]{"--health-keys=create", "--fairway.health.keyset=" + made});
            return made.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
