package fairway.records;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import fairway.access.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Everything that is kept about a person, from the command line: {@code java -jar fairway.jar --subject-access=STAFF-NUMBER} writes it with their letters into
 * an archive in the working folder, readable by its owner alone. Nothing is taken out: HR reviews and redacts it with the process {@code subjectAccessRequest}
 * before anybody gets it. Exit codes: 0 done, 1 refused.
 */
public final class SubjectAccessCommand {

    static final int DONE = 0;
    static final int REFUSED = 1;

    private static final String ASKED = "--subject-access=";

    private final SubjectAccess access;
    private final Path folder;
    private final PrintStream out;

    SubjectAccessCommand(SubjectAccess access, Path folder, PrintStream out) {
        this.access = access;
        this.folder = folder;
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
            return new SubjectAccessCommand(context.getBean(SubjectAccess.class), Path.of(""), System.out).run(asked(args).orElseThrow());
        }
    }

    int run(String staffNumber) {
        if (!access.knows(staffNumber)) {
            out.println("Nothing was written. Nobody on the staff list has or had this staff number.");
            return REFUSED;
        }
        try {
            byte[] archive = access.archive(staffNumber, CommandLine.user());
            Path file = folder.resolve("subject-access-" + staffNumber + ".zip");
            if (folder.toAbsolutePath().getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(file, archive, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
            out.println("Everything that is kept about " + staffNumber + " is in " + file + ". Nothing of it is taken out: review it before anybody gets it.");
            return DONE;
        } catch (IOException e) {
            out.println("Nothing was written. The file cannot be made here; perhaps it is there already.");
        }
        return REFUSED;
    }

    private static Optional<String> asked(String[] args) {
        return Arrays.stream(args).filter(arg -> arg.startsWith(ASKED)).map(arg -> arg.substring(ASKED.length())).findFirst();
    }
}
