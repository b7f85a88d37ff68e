package fairway.demonstration;

import java.nio.file.Path;

import fairway.Fairway;
import org.springframework.boot.SpringApplication;

/**
 * Starts Fairway with everything it needs on a fresh machine: {@code mvn spring-boot:test-run}. Data are kept in {@code .fairway} between
 * starts; {@code -Dfresh} begins anew.
 */
public final class DemonstrationApplication {

    static final Path FOLDER = Path.of(System.getProperty("fairway.demonstration.folder", ".fairway"));

    private DemonstrationApplication() {
    }

    public static void main(String[] args) {
        DemonstrationDatabase database = new DemonstrationDatabase(FOLDER);
        String fresh = System.getProperty("fresh", "false");
        if (fresh.isEmpty() || Boolean.parseBoolean(fresh)) {
            database.forget();
        }
        System.setProperty("spring.datasource.url", database.start());
        SpringApplication.getShutdownHandlers().add(database::stop);
        System.setProperty("spring.datasource.username", "postgres");
        System.setProperty("spring.datasource.password", "postgres");
        System.setProperty("fairway.health.keyset", DemonstrationKeyset.in(FOLDER).toString());
        System.setProperty("spring.mail.host", "127.0.0.1");
        System.setProperty("spring.mail.port", System.getProperty("fairway.demonstration.mail-port", String.valueOf(MailSink.start())));
        System.setProperty("spring.profiles.active", "demo");
        SpringApplication.from(Fairway::main).with(Demonstration.class).run(args);
    }
}
