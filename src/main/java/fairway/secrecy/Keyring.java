package fairway.secrecy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The keys to health texts as they are now. A keyset file that changes (a key was added or taken away) is read again at once, so that keys are
 * rotated while Fairway runs; a changed file that cannot be used changes nothing.
 */
@Component
class Keyring {

    private static final Logger LOG = LoggerFactory.getLogger(Keyring.class);

    private final KeysetSettings settings;
    private volatile Loaded loaded;

    /** Keys, and the state of the file that they were read from. */
    private record Loaded(Keyset keys, Object stamp) {
    }

    Keyring(KeysetSettings settings) {
        settings.check();
        this.settings = settings;
        Object stamp = stamp();
        this.loaded = new Loaded(settings.isFile() ? read(path()) : parsed(KeysetSettings.CONTENT, settings.keysetContent()), stamp);
    }

    Keyset current() {
        Loaded known = loaded;
        Object stamp = stamp();
        if (stamp.equals(known.stamp())) {
            return known.keys();
        }
        synchronized (this) {
            if (!stamp.equals(loaded.stamp())) {
                loaded = new Loaded(again(loaded.keys()), stamp);
            }
            return loaded.keys();
        }
    }

    private Keyset again(Keyset former) {
        try {
            Keyset next = read(path());
            if (!next.sharesAKeyWith(former)) {
                throw new KeysetRefused(KeysetSettings.FILE, "it holds none of the keys that were in use");
            }
            if (!next.sameAs(former)) {
                LOG.info("The keys to health texts have changed: {}, new texts are sealed with {}", Keyset.inWords(next.ids()), Integer.toUnsignedString(next.primary()));
            }
            return next;
        } catch (KeysetRefused refused) {
            LOG.error("The changed keyset cannot be used, the former one stays in use: {}", refused.getMessage());
            return former;
        }
    }

    private Object stamp() {
        if (!settings.isFile()) {
            return "";
        }
        try {
            BasicFileAttributes file = Files.readAttributes(path(), BasicFileAttributes.class);
            return file.lastModifiedTime() + " " + file.size() + " " + file.fileKey();
        } catch (IOException e) {
            return "cannot be read";
        }
    }

    private Path path() {
        try {
            return Path.of(settings.keyset());
        } catch (InvalidPathException e) {
            throw new KeysetRefused(KeysetSettings.FILE, "it is no path of a file");
        }
    }

    static Keyset read(Path file) {
        if (!Files.exists(file)) {
            throw new KeysetRefused(KeysetSettings.FILE, "there is no file " + file);
        }
        try {
            return parsed(KeysetSettings.FILE, Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new KeysetRefused(KeysetSettings.FILE, "the file " + file + " cannot be read; check that Fairway's user may read it");
        }
    }

    static Keyset parsed(String setting, String content) {
        try {
            return Keyset.parse(content.strip());
        } catch (GeneralSecurityException | RuntimeException notOne) {
            throw new KeysetRefused(setting, "what it holds is no keyset of Fairway");
        }
    }
}
