package fairway.staff;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Imports a staff list from the command line: {@code java -jar fairway.jar --import-staff=FILE} prints what is wrong with the list or what it
 * would change, and with {@code --apply} applies it. It starts no job executor and can run beside the application. Exit codes: 0 done, 1 the list
 * is wrong, 2 the file cannot be read.
 */
public final class StaffImportCommand {

    static final int DONE = 0;
    static final int LIST_IS_WRONG = 1;
    static final int CANNOT_READ = 2;

    private static final String IMPORT = "--import-staff=";
    private static final String APPLY = "--apply";
    private static final int CHANGES_SHOWN = 50;

    private final StaffImport staffImport;
    private final PrintStream out;

    StaffImportCommand(StaffImport staffImport, PrintStream out) {
        this.staffImport = staffImport;
        this.out = out;
    }

    public static boolean isAskedFor(String[] args) {
        return file(args).isPresent();
    }

    /** Starts the application just for this, on a port that nobody else reaches. @return the exit code */
    public static int run(Class<?> application, String[] args) {
        List<String> settings = new ArrayList<>(Arrays.asList(args));
        settings.addAll(List.of("--server.address=127.0.0.1", "--server.port=0", "--camunda.bpm.job-execution.enabled=false",
                "--spring.main.banner-mode=off", "--logging.level.root=warn"));
        try (ConfigurableApplicationContext context = SpringApplication.run(application, settings.toArray(String[]::new))) {
            return new StaffImportCommand(context.getBean(StaffImport.class), System.out).run(args);
        }
    }

    int run(String[] args) {
        Path file = Path.of(file(args).orElseThrow());
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            out.println("The file " + file + " cannot be read. Check its name and that you may read it.");
            return CANNOT_READ;
        }
        try {
            return importList(file, content, Arrays.asList(args).contains(APPLY));
        } catch (StaffListRefused refused) {
            out.println("The staff list " + file.getFileName() + " is not imported; nothing has changed.");
            refused.problems().forEach(problem -> out.println("  " + problem.inWords()));
            return LIST_IS_WRONG;
        }
    }

    private int importList(Path file, byte[] content, boolean apply) {
        StaffListDifference difference = staffImport.compare(content);
        out.println("The staff list " + file.getFileName() + " names " + difference.people() + " people.");
        difference.notices().forEach(notice -> out.println("Please note: " + notice));
        if (difference.isEmpty()) {
            out.println("It says what Fairway knows already. There is nothing to change.");
            return DONE;
        }
        difference.sections().forEach(this::print);
        if (apply) {
            staffImport.apply(content, difference.fingerprint());
            out.println("Applied. Lines and one-to-ones have followed.");
        } else {
            out.println("Nothing has changed yet. To apply this, run the same command with " + APPLY + ".");
        }
        return DONE;
    }

    private void print(StaffListDifference.Section section) {
        out.println(section.heading() + ": " + section.changes().size());
        section.changes().stream().limit(CHANGES_SHOWN).forEach(change -> out.println("  " + change.staffNumber() + " " + change.name() + ": " + change.what()));
        if (section.changes().size() > CHANGES_SHOWN) {
            out.println("  … and " + (section.changes().size() - CHANGES_SHOWN) + " more");
        }
    }

    private static Optional<String> file(String[] args) {
        return Arrays.stream(args).filter(arg -> arg.startsWith(IMPORT)).map(arg -> arg.substring(IMPORT.length())).findFirst();
    }
}
