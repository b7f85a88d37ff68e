package fairway.secrecy;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The keys to health texts from the command line, {@code java -jar fairway.jar --health-keys=WHAT} with the settings of the application: {@code create}
 * makes a new keyset, {@code rotate} adds a new primary key to it, {@code reencrypt} seals everything with the primary key, {@code remove-old} takes
 * away the keys that nothing is sealed with any more. Where the keyset is a file, it is written; where its content comes out of the environment, the
 * new content is printed. All of it can be done while Fairway runs. Exit codes: 0 done, 1 refused.
 */
public final class HealthKeysCommand {

    static final int DONE = 0;
    static final int REFUSED = 1;

    private static final String ASKED = "--health-keys=";

    private final KeysetSettings settings;
    private final PrintStream out;

    HealthKeysCommand(KeysetSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    public static boolean isAskedFor(String[] args) {
        return asked(args).isPresent();
    }

    /** Starts the application where its database is needed or what is done is kept there, on a port that nobody else reaches. @return the exit code */
    public static int run(Class<?> application, String[] args) {
        HealthKeysCommand command = new HealthKeysCommand(settings(args, System.getenv()), System.out);
        String what = asked(args).orElseThrow();
        if (!Set.of("rotate", "reencrypt", "remove-old").contains(what)) {
            return command.run(what, null, null);
        }
        List<String> settings = new ArrayList<>(Arrays.asList(args));
        settings.addAll(List.of("--server.address=127.0.0.1", "--server.port=0", "--camunda.bpm.job-execution.enabled=false",
                "--spring.main.banner-mode=off", "--logging.level.root=warn"));
        try (ConfigurableApplicationContext context = SpringApplication.run(application, settings.toArray(String[]::new))) {
            return command.run(what, context.getBean(Resealing.class), context.getBean(KeyChanges.class));
        }
    }

    /** @param database null where it is not needed @param changes null for what changes no keys */
    int run(String what, Resealing database, KeyChanges changes) {
        try {
            switch (what) {
                case "create" -> create();
                case "rotate" -> rotate(changes);
                case "reencrypt" -> reencrypt(database, changes);
                case "remove-old" -> removeOld(database, changes);
                default -> throw new KeysetRefused(ASKED + what, "say create, rotate, reencrypt or remove-old");
            }
            return DONE;
        } catch (KeysetRefused refused) {
            out.println("Nothing was done. " + refused.getMessage() + ".");
        } catch (CannotOpen failure) {
            out.println("Not everything was sealed anew: " + failure.getMessage() + ". Put the missing key back and run this again.");
        } catch (IOException | UncheckedIOException e) {
            out.println("The keyset file " + settings.keyset() + " cannot be written. Nothing was done.");
        }
        return REFUSED;
    }

    private void create() throws IOException {
        Keyset created = Keyset.create();
        if (!settings.isFile()) {
            out.println(created.content());
            return;
        }
        Path file = Path.of(settings.keyset());
        if (Files.exists(file)) {
            throw new KeysetRefused(KeysetSettings.FILE, "there is a file " + file + " already, and it may be the key to a database. To add a key to it, say " + ASKED + "rotate");
        }
        write(file, created);
        out.println("The keyset " + file + " is made. Keep a copy of it in a safe place apart from the database and its backups: without it, texts about health are lost for good.");
    }

    private void rotate(KeyChanges changes) throws IOException {
        settings.check();
        Keyset rotated = known().rotated();
        changes.beforeThe("rotate", Integer.toUnsignedString(rotated.primary()));
        give(rotated, "New texts are sealed with key " + Integer.toUnsignedString(rotated.primary()) + " from now on; the former keys still open what they sealed. "
                + "Give this keyset to every node and to your safe copy, then say " + ASKED + "reencrypt.");
    }

    private void reencrypt(Resealing database, KeyChanges changes) {
        changes.beforeThe("reencrypt", inWords(database.keysInUse()));
        int texts = database.everything();
        out.println(texts + " texts were sealed anew. All are sealed with key " + inWords(database.keysInUse()) + ". Say " + ASKED
                + "remove-old to take the other keys away.");
    }

    private void removeOld(Resealing database, KeyChanges changes) throws IOException {
        Keyset known = known();
        Set<Integer> inUse = database.keysInUse();
        Keyset reduced = known.reducedTo(inUse);
        Set<Integer> removed = new TreeSet<>(known.ids());
        removed.removeAll(reduced.ids());
        if (removed.isEmpty()) {
            out.println("There is no key that nothing is sealed with. Keys in use: " + inWords(inUse) + ".");
            return;
        }
        changes.beforeThe("remove-old", inWords(removed));
        give(reduced, "Taken away: " + inWords(removed) + ". Backups of the database from before need the former keyset; keep it with them, or destroy it to make them unreadable.");
    }

    private void give(Keyset keys, String words) throws IOException {
        if (settings.isFile()) {
            write(Path.of(settings.keyset()), keys);
            out.println(words);
        } else {
            out.println(keys.content());
        }
    }

    private Keyset known() {
        return settings.isFile() ? Keyring.read(Path.of(settings.keyset())) : Keyring.parsed(KeysetSettings.CONTENT, settings.keysetContent());
    }

    private static String inWords(Set<Integer> ids) {
        return Keyset.inWords(ids);
    }

    /** As a whole or not at all; for its owner alone. */
    private static void write(Path file, Keyset keys) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path next = folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createTempFile(folder, ".keyset", null, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, ".keyset", null);
        try {
            // on the disk before it takes the other's place: after a power cut one of the two is whole
            Files.writeString(next, keys.content() + "\n", StandardCharsets.UTF_8, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.SYNC);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /** As the application would read them: argument before environment. */
    static KeysetSettings settings(String[] args, Map<String, String> environment) {
        return new KeysetSettings(setting(args, environment, KeysetSettings.FILE, "FAIRWAY_HEALTH_KEYSET"),
                setting(args, environment, KeysetSettings.CONTENT, "FAIRWAY_HEALTH_KEYSETCONTENT", "FAIRWAY_HEALTH_KEYSET_CONTENT"));
    }

    private static String setting(String[] args, Map<String, String> environment, String name, String... variables) {
        String given = "--" + name + "=";
        return Arrays.stream(args).filter(arg -> arg.startsWith(given)).map(arg -> arg.substring(given.length())).findFirst()
                .orElseGet(() -> Arrays.stream(variables).map(environment::get).filter(value -> value != null && !value.isBlank()).findFirst().orElse(null));
    }

    private static Optional<String> asked(String[] args) {
        return Arrays.stream(args).filter(arg -> arg.startsWith(ASKED)).map(arg -> arg.substring(ASKED.length())).findFirst();
    }
}
