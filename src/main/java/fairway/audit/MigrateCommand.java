package fairway.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.springframework.boot.SpringApplication;

/**
 * Brings the tables to this version and ends: {@code java -jar fairway.jar --migrate}, with the password of the role that owns them. The nodes then run
 * with {@code spring.flyway.enabled=false} and do not know it: whoever has it can take the triggers of the record away. Exit codes: 0 done; 1, with the
 * reason in the log, when Fairway cannot start.
 */
public final class MigrateCommand {

    private static final String ASKED = "--migrate";

    private MigrateCommand() {
    }

    public static boolean isAskedFor(String[] args) {
        return Arrays.asList(args).contains(ASKED);
    }

    /** Starts the application just for this, on a port that nobody else reaches. @return the exit code */
    public static int run(Class<?> application, String[] args) {
        List<String> settings = new ArrayList<>(Arrays.asList(args));
        settings.addAll(List.of("--server.address=127.0.0.1", "--server.port=0", "--camunda.bpm.job-execution.enabled=false", "--fairway.audit.seal-at=-", "--fairway.audit.anchor-at=-",
                "--spring.main.banner-mode=off", "--logging.level.root=warn"));
        SpringApplication.run(application, settings.toArray(String[]::new)).close();
        System.out.println("The tables are those of this version. Start the nodes with spring.flyway.enabled=false.");
        return 0;
    }
}
