package fairway.records;

import java.io.PrintStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import fairway.access.CommandLine;
import fairway.form.Refusal;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Retention from the command line: {@code java -jar fairway.jar --retention=dry-run} says what is past its time, {@code --retention=run} erases it. It
 * starts no job executor and can run beside the application. Exit codes: 0 done, 1 refused, 2 something could not be erased.
 */
public final class RetentionCommand {

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int FAILED = 2;

    private static final String ASKED = "--retention=";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Retention retention;
    private final PrintStream out;

    RetentionCommand(Retention retention, PrintStream out) {
        this.retention = retention;
        this.out = out;
    }

    public static boolean isAskedFor(String[] args) {
        return asked(args).isPresent();
    }

    /** Starts the application just for this, on a port that nobody else reaches. @return the exit code */
    public static int run(Class<?> application, String[] args) {
        List<String> settings = new ArrayList<>(Arrays.asList(args));
        settings.addAll(List.of("--server.address=127.0.0.1", "--server.port=0", "--camunda.bpm.job-execution.enabled=false",
                "--spring.main.banner-mode=off", "--logging.level.root=warn"));
        try (ConfigurableApplicationContext context = SpringApplication.run(application, settings.toArray(String[]::new))) {
            return new RetentionCommand(context.getBean(Retention.class), System.out).run(asked(args).orElseThrow());
        }
    }

    int run(String what) {
        try {
            return switch (what) {
                case "dry-run" -> report(retention.dryRun(CommandLine.user()), "Nothing has changed. To erase this, say " + ASKED + "run.");
                case "run" -> report(retention.run(CommandLine.user()), "The report is kept; HR reads it on the page /retention.");
                default -> throw new Refusal("", "unknown", "", "Say " + ASKED + "dry-run or " + ASKED + "run.");
            };
        } catch (Refusal refused) {
            out.println("Nothing was erased. " + refused.fields().get(0).message());
            return REFUSED;
        }
    }

    private int report(Retention.Run run, String end) {
        if (run.items().isEmpty()) {
            out.println("Nothing is past its time.");
            return DONE;
        }
        run.items().forEach(item -> out.println(item.rule() + ", since " + item.dueOn().format(DAY) + ": " + (item.key() == null ? "" : item.key() + ", ") + item.number()
                + (item.number() == 1 ? " record" : " records") + ", " + item.result().label()));
        out.println(end);
        return run.items().stream().anyMatch(item -> item.result() == Retention.Result.failed) ? FAILED : DONE;
    }

    private static Optional<String> asked(String[] args) {
        return Arrays.stream(args).filter(arg -> arg.startsWith(ASKED)).map(arg -> arg.substring(ASKED.length())).findFirst();
    }
}
